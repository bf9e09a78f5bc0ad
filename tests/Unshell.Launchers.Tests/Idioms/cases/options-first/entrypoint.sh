#!/bin/sh
set -e

if [ "$RUN_MIGRATIONS" = "true" ]; then
    echo "Running migrations"
    alembic upgrade head
fi

# Options alone are for the server.
if [ "${1#-}" != "$1" ]; then
    set -- gunicorn "$@"
fi
exec "$@"
