#!/bin/sh
set -e
. ./env.sh
mkdir -p "$DATA"
exec gunicorn -b "0.0.0.0:${PORT:-8000}" app:app
