#!/usr/bin/env python3
# Compiled by unshell from scripts/run.sh (d450cbcfabf8c9b4); yours to change.
# It runs: gunicorn, python
"""Compiled from run.sh: does the same without a shell."""

import os
import signal
import subprocess
import sys

IS_BASH = True


def main():
    prepare()
    check(change_directory("/app"))  # line 1
    status = subprocess.call(["python", "prepare.py"])  # line 2
    if status != 0:
        sys.exit(status if status > 0 else 128 - status)
    become("gunicorn", "-b", "0.0.0.0:8000", "app:app")  # line 3

