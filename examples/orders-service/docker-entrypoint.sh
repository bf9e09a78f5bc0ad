#!/bin/sh
# Starts one of the roles of the service: web (the default), report, or any other command.
set -eu

# The password may come as a file, as docker and Kubernetes hand out secrets.
if [ -n "${DATABASE_PASSWORD_FILE:-}" ]; then
    DATABASE_PASSWORD="$(cat "$DATABASE_PASSWORD_FILE")"
    export DATABASE_PASSWORD
fi

host="${DATABASE_HOST:-db}"
port="${DATABASE_PORT:-5432}"
tries=0
until nc -z "$host" "$port"; do
    tries=$((tries + 1))
    if [ "$tries" -ge 60 ]; then
        echo "no database at $host:$port" >&2
        exit 1
    fi
    sleep 1
done

case "$1" in
    web)
        python -m orders.migrate
        exec gunicorn --bind "0.0.0.0:${PORT:-8000}" --workers "${WEB_WORKERS:-2}" "orders:create_app()"
        ;;
    report)
        shift
        exec python -m orders.report "$@"
        ;;
    *)
        exec "$@"
        ;;
esac
