#!/bin/sh
: "${DB_HOST:?must be set}"
attempt=1
while [ "$attempt" -le 5 ]; do
    if probe "$DB_HOST" >/dev/null 2>&1; then
        echo "ready after $attempt"
        break
    fi
    attempt=$((attempt + 1))
    sleep 0.1
done
if [ "$attempt" -gt 5 ]; then
    echo "gave up" >&2
    exit 1
fi
exec serve --attempts "$attempt"
