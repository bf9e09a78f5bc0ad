#!/bin/sh
# Waits for the database, brings its schema up to date, then becomes the command.
set -e

: "${DATABASE_URL:?is not set}"

tries=0
until python -c "import os, psycopg2; psycopg2.connect(os.environ['DATABASE_URL']).close()" 2>/dev/null; do
    tries=$((tries + 1))
    if [ "$tries" -ge "${DATABASE_TRIES:-30}" ]; then
        echo "database not reachable after $tries tries" >&2
        exit 1
    fi
    echo "waiting for the database ($tries)"
    sleep 1
done

python -m claims.migrate

exec "$@"
