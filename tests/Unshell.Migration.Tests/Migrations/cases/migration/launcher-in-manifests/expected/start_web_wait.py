#!/usr/bin/env python3
# Compiled by unshell from k8s/app.yaml (af568de9d3d75530); yours to change.
# It runs: python
"""Compiled from a shell command: does the same without a shell."""

import os
import signal
import subprocess
import sys
import time


def main():
    prepare()
    while subprocess.call(["python", "check.py"]) != 0:  # line 1
        time.sleep(1)
    return write("ready to serve the web application\n")  # line 1


def prepare():
    """Start as a shell does: signals as the system has them, PWD in the environment."""
    for number in (signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_DFL)
    name = os.environ.get("PWD", "")
    if not name.startswith("/") or os.path.realpath(name) != os.getcwd():
        os.environ["PWD"] = os.getcwd()


def write(text, fd=1):
    """Write a text at once; 0, or 1 where that fails."""
    data = os.fsencode(text)
    try:
        while data:
            data = data[os.write(fd, data) :]
    except OSError as error:
        print(f"write error: {error.strerror}", file=sys.stderr, flush=True)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
