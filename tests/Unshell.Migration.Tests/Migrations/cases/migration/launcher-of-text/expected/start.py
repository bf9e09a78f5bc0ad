#!/usr/bin/env python3
# Compiled by unshell from Dockerfile (72a64507f61c1a72); yours to change.
# It runs: gunicorn, python
"""Compiled from a shell command: does the same without a shell."""

import os
import re
import signal
import subprocess
import sys

IS_BASH = False


def main():
    prepare()
    status = run_program("python", "manage.py", "migrate")  # line 1
    if status == 0:
        status = run_program("python", "manage.py", "collectstatic", "--noinput")
    if status == 0:
        become(
            "gunicorn",
            "--workers",
            *fields_of(os.environ.get("WEB_CONCURRENCY") or "2"),
            "-b",
            *fields_of(f"0.0.0.0:{os.environ.get('PORT') or '8000'}"),
            "config.wsgi",
        )
    return status

