#!/bin/bash
if [ "$1" = web ]; then
    exec gunicorn -b 0.0.0.0:8000 app:app
fi
exec "$@"
