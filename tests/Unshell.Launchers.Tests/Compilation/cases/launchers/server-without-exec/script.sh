#!/bin/sh
export FLASK_APP=app.py
flask db upgrade || echo "upgrade failed" >&2
flask run --host 0.0.0.0
