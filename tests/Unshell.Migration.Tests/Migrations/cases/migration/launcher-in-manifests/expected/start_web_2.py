#!/usr/bin/env python3
# Compiled by unshell from k8s/app.yaml (e87cba14ab815e4c); yours to change.
# It runs: gunicorn
"""Compiled from a shell command: does the same without a shell."""

import os
import re
import signal
import sys

IS_BASH = False


def main():
    prepare()
    # line 1
    become(
        "gunicorn",
        "-b",
        "0.0.0.0:8000",
        "--workers",
        *fields_of(os.environ.get("WORKERS") or "2"),
        "app:app",
    )

