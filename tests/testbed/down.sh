#!/bin/bash
# down.sh [--purge]: stops what up.sh started and removes what tests left; with --purge also all that is kept for the next time.
. "$(dirname "$0")/lib/state.sh"
if [ -e "$STATE/engine.env" ]; then
    eval "$("$TESTBED/engine.sh" env)"
    if timeout 20 docker version >/dev/null 2>&1; then
        mapfile -t containers < <(docker ps --all --quiet --filter label=unshell.testbed.run)
        [ ${#containers[@]} = 0 ] || docker rm --force --volumes "${containers[@]}" >/dev/null
        docker network prune --force --filter label=unshell.testbed.run >/dev/null
        docker volume prune --all --force --filter label=unshell.testbed.run >/dev/null
        docker image prune --all --force --filter label=unshell.testbed.run >/dev/null
    else
        say "the engine at $DOCKER_HOST does not answer: what tests left in it stays"
    fi
fi
"$TESTBED/pip-index.sh" down
"$TESTBED/engine.sh" down
if [ "${1:-}" = --purge ]; then
    rm -rf "$STATE"
    say "removed $STATE"
fi
