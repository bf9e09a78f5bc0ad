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


# What follows stands for the shell; it is the same in every launcher that needs it.


def prepare():
    """Start as a shell does: signals as the system has them, PWD in the environment."""
    for number in (signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_DFL)
    name = os.environ.get("PWD", "")
    if not name.startswith("/") or os.path.realpath(name) != os.getcwd():
        os.environ["PWD"] = os.getcwd()


def write(text):
    """Write a text to stdout at once; 0, or 1 where that fails."""
    try:
        write_all(1, os.fsencode(text))
    except OSError as error:
        complain_line(f"write error: {error.strerror}")
        return 1
    return 0


def complain_line(message):
    """Write a message to stderr."""
    print(message, file=sys.stderr, flush=True)


def write_all(fd, data):
    """Write all bytes to a descriptor."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


if __name__ == "__main__":
    sys.exit(main())
