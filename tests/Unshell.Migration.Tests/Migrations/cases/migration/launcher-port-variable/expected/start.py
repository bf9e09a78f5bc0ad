#!/usr/bin/env python3
# Compiled by unshell from Dockerfile (a5ad30c5c0f49790); yours to change.
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
        "--bind",
        *fields_of(f"0.0.0.0:{os.environ.get('PORT', '')}"),
        "app:app",
    )

