#!/usr/bin/env python3
# Compiled by unshell from compose.yaml (25c74afc15e69fdb); yours to change.
# It runs: python
"""Compiled from a shell command: does the same without a shell."""

import os
import re
import signal
import subprocess
import sys

IS_BASH = False


def main():
    prepare()
    if os.path.isfile("/tmp/ready"):  # line 1
        return run_last(
            "python", "check.py", "--timeout", *fields_of(os.environ.get("TIMEOUT", ""))
        )
    return 1

