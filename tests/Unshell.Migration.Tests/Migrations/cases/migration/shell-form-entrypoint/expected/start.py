#!/usr/bin/env python3
# Compiled by unshell from Dockerfile (972503dd73e23c41); yours to change.
# It runs: gunicorn
"""Compiled from a shell command: does the same without a shell."""

import os
import re
import signal
import sys

FATAL = 2
IS_BASH = False


def main():
    begin()
    # line 1
    return run_and_forward(
        "gunicorn",
        "-b",
        *expand("0.0.0.0:", Unquoted(os.environ.get("PORT", ""))),
        "app:app",
    )

