#!/bin/sh
exec celery -A app worker -c "${WORKERS:-2}"
