#!/usr/bin/env python3
# Compiled by unshell from compose.yaml (814dbcc76039d3a4); yours to change.
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
        become(
            "gunicorn",
            "-b",
            "0.0.0.0:8000",
            "--workers",
            *fields_of(os.environ.get("WORKERS") or "2"),
            "app:app",
        )
    return status

