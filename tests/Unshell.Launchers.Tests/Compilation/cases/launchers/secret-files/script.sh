#!/bin/bash
set -e
file_env() {
    local var="$1"
    local file_var="${var}_FILE"
    if [ -n "${!file_var:-}" ]; then
        export "$var"="$(cat "${!file_var}")"
        unset "$file_var"
    fi
}
file_env DB_PASSWORD
if [ "$(id -u)" = 0 ]; then
    chown -R app /data
    exec gosu app "$@"
fi
exec "$@"
