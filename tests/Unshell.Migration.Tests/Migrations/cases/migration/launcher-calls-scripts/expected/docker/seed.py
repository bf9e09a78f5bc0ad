#!/usr/bin/env python3
# Compiled by unshell from docker/seed.sh (270d1e4d20a94764); yours to change.
# It runs: python
"""Compiled from seed.sh: does the same without a shell."""

import os
import signal
import sys

FATAL = 1


def main():
    begin()
    arguments = sys.argv[1:]
    if argument(arguments, 1) == "demo":  # line 1
        return run_and_forward("python", "seed.py")

