#!/usr/bin/env python3
# Compiled by unshell from Dockerfile (972503dd73e23c41); yours to change.
# It runs: gunicorn
"""Compiled from a shell command: does the same without a shell."""

import os
import re
import signal
import subprocess
import sys

IS_BASH = False


def main():
    prepare()
    # line 1
    return run_last(
        "gunicorn", "-b", *fields_of(f"0.0.0.0:{os.environ.get('PORT', '')}"), "app:app"
    )

