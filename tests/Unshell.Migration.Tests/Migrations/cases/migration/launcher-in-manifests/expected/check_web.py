#!/usr/bin/env python3
# Compiled by unshell from compose.yaml (25c74afc15e69fdb); yours to change.
# It runs: python
"""Compiled from a shell command: does the same without a shell."""

import os
import re
import signal
import sys

FATAL = 2
IS_BASH = False


def main():
    begin()
    if os.path.isfile("/tmp/ready"):  # line 1
        return run_and_forward(
            "python", "check.py", "--timeout", *split(os.environ.get("TIMEOUT", ""))
        )
    return 1

