#!/bin/sh
# Brings the schema up to date, then becomes the command.
set -e
python manage.py migrate
exec "$@"
