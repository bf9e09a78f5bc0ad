#!/bin/bash
set -euo pipefail

# The first argument says what this container is.
role="${1:-web}"
case "$role" in
    web)
        python manage.py collectstatic --noinput
        exec gunicorn --bind "0.0.0.0:${PORT:-8000}" ${GUNICORN_OPTS:-} app.wsgi
        ;;
    worker|beat) exec celery -A app "$role" ;;
    *) exec "$@" ;;
esac
