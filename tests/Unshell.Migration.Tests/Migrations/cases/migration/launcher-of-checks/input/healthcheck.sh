#!/bin/sh
[ -f /tmp/ready ] || exit 1
exec python check.py
