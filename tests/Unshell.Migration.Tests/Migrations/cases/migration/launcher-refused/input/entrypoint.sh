#!/bin/sh
eval "$(python print_env.py)"
exec "$@"
