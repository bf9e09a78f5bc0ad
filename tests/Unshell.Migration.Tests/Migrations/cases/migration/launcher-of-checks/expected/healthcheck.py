#!/usr/bin/env python3
# Compiled by unshell from healthcheck.sh (7dae0d75f06608a5); yours to change.
# It runs: python
"""Compiled from healthcheck.sh: does the same without a shell."""

import os
import signal
import sys


def main():
    prepare()
    if not os.path.isfile("/tmp/ready"):  # line 2
        sys.exit(1)
    os.execvp("python", ["python", "check.py"])  # line 3


def prepare():
    """Start as a shell does: signals as the system has them, PWD in the environment."""
    for number in (signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_DFL)
    name = os.environ.get("PWD", "")
    if not name.startswith("/") or os.path.realpath(name) != os.getcwd():
        os.environ["PWD"] = os.getcwd()


if __name__ == "__main__":
    main()
