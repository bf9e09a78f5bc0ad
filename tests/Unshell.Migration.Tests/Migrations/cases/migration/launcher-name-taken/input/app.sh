#!/bin/sh
export FLASK_APP=app.py
exec flask run
