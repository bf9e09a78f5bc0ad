#!/bin/bash
# Starts the web server, a worker, or whatever is asked for.
set -euo pipefail

case "${1:-web}" in
    web)
        exec gunicorn --bind "0.0.0.0:${PORT:-8080}" app:app
        ;;
    worker)
        exec celery --app app worker
        ;;
    *)
        exec "$@"
        ;;
esac
