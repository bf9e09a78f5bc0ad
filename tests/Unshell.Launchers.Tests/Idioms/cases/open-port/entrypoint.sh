#!/bin/bash
# Waits until the database and the cache take connections.
set -e
while ! nc -z "$DB_HOST" "${DB_PORT:-5432}"; do
    sleep 0.1
done
until nc -z -w 2 redis 6379 >/dev/null 2>&1; do
    echo "waiting for redis" >&2
    sleep 1
done
if [ "$(id -u)" = "0" ]; then
    echo "do not run as root"
fi
exec "$@"
