#!/bin/sh
set -e
echo "Waiting for the database"
until pg_isready -q -h "$DB_HOST" -p "${DB_PORT:-5432}"; do
    sleep 2
done
python manage.py migrate --noinput
exec gunicorn config.wsgi:application
