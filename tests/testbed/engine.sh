#!/bin/bash
# engine.sh up|down|env: a private Docker 26 with buildx, out of Debian 13's packages, unpacked and never installed.
# A docker engine that answers already is used as it is.
. "$(dirname "$0")/lib/apt.sh"
PACKAGES=(docker.io docker-cli docker-buildx containerd)
DOCKER=$STATE/docker
SOCKET=$RUN/docker.sock
ENGINE_ENV=$STATE/engine.env

unpack_engine() {
    local work line
    use_apt trixie
    if ! candidates "${PACKAGES[@]}" | cmp -s - "$DOCKER/packages"; then
        candidates "${PACKAGES[@]}" | fetch
        work=$(work_folder)
        candidates "${PACKAGES[@]}" | while read -r line; do dpkg-deb -x "$(deb "$line")" "$work"; done
        mkdir -p "$work/config/cli-plugins"
        ln -s ../../usr/libexec/docker/cli-plugins/docker-buildx "$work/config/cli-plugins/docker-buildx"
        printf '{ "builder": { "gc": { "enabled": true, "defaultKeepStorage": "4GB" } } }\n' >"$work/daemon.json"
        candidates "${PACKAGES[@]}" >"$work/packages"
        rm -rf "$DOCKER"
        mv "$work" "$DOCKER"
    fi
    unset APT_CONFIG
}

write_env() { # write_env HOST PATH-PREFIX CONFIG
    {
        printf 'export UNSHELL_ENGINE_HOST=%q DOCKER_HOST=%q DOCKER_BUILDKIT=1\n' "$1" "$1"
        [ -z "$2" ] || printf 'export PATH=%q:$PATH\n' "$2"
        [ -z "$3" ] || printf 'export DOCKER_CONFIG=%q\n' "$3"
    } >"$ENGINE_ENV.part"
    mv "$ENGINE_ENV.part" "$ENGINE_ENV"
}

answers() { timeout 20 docker version --format '{{.Server.Version}}' >/dev/null 2>&1; }

ours_answers() { DOCKER_HOST=unix://$SOCKET PATH=$DOCKER/usr/bin:$PATH answers; }

use_existing() {
    local host=${DOCKER_HOST:-}
    command -v docker >/dev/null && answers && docker buildx version >/dev/null 2>&1 || return 1
    [ -n "$host" ] || host=$(docker context inspect --format '{{.Endpoints.docker.Host}}')
    write_env "$host" "" ""
    say "using the docker engine at $host"
}

start() {
    unpack_engine
    export PATH=$DOCKER/usr/bin:$DOCKER/usr/sbin:/usr/sbin:/usr/bin:/sbin:/bin
    mkdir -p "$RUN" "$STATE/data"
    env -u DOCKER_HOST setsid dockerd --config-file "$DOCKER/daemon.json" --data-root "$STATE/data" --exec-root "$RUN/exec" --pidfile "$RUN/dockerd.pid" \
        --host "unix://$SOCKET" </dev/null >"$STATE/dockerd.log" 2>&1 9>&- &
    for _ in $(seq 150); do
        if ours_answers; then return; fi
        kill -0 $! 2>/dev/null || break
        sleep 0.2
    done
    grep -E 'level=(error|fatal)|failed' "$STATE/dockerd.log" | tail -5 >&2
    unable "the container engine does not start on this machine; its log is $STATE/dockerd.log"
}

up() {
    if ours_answers; then
        say "the engine is up"
    else
        if use_existing; then return; fi
        need_debian_12_root
        start
        say "started docker $(DOCKER_HOST=unix://$SOCKET docker version --format '{{.Server.Version}}')"
    fi
    write_env "unix://$SOCKET" "$DOCKER/usr/bin" "$DOCKER/config"
}

is_engine() { [ "$(cat "/proc/$1/comm" 2>/dev/null)" = dockerd ]; }

down() {
    local pid
    rm -f "$ENGINE_ENV"
    pid=$(cat "$RUN/dockerd.pid" 2>/dev/null) || { say "no engine of ours is running"; return; }
    # The number may have gone to another process since: then the engine is gone, and nothing is to be stopped.
    if is_engine "$pid"; then
        kill "$pid"
        for _ in $(seq 150); do is_engine "$pid" || break; sleep 0.2; done
        ! is_engine "$pid" || die "stop the engine, process $pid: it still runs"
    fi
    rm -rf "$RUN"
    say "the engine is down; its images are kept in $STATE"
}

case ${1:-} in
    up) mkdir -p "$STATE"; locked engine up ;;
    down) mkdir -p "$STATE"; locked engine down ;;
    env) cat "$ENGINE_ENV" 2>/dev/null || die "tell the engine's environment: it is not up" ;;
    *) echo "usage: engine.sh up|down|env" >&2; exit 2 ;;
esac
