#!/bin/sh
set -e
python migrate.py
exec gunicorn -b 0.0.0.0:80 app:app
