#!/usr/bin/env python3
# Compiled by unshell from docker/entrypoint.sh (2ff7991de4d5ecc2); yours to change.
# It runs: python
"""Compiled from entrypoint.sh: does the same without a shell."""

import os
import signal
import subprocess
import sys


def main():
    prepare()
    status = subprocess.call(["python", "manage.py", "migrate"])  # line 3
    if status != 0:
        sys.exit(status if status > 0 else 128 - status)
    if sys.argv[1:]:  # line 4
        try:
            os.execvp(sys.argv[1], sys.argv[1:])
        except OSError as error:
            print(f"{sys.argv[1]}: {error.strerror}", file=sys.stderr)
            sys.exit(127 if isinstance(error, FileNotFoundError) else 126)


def prepare():
    """Start as a shell does: signals as the system has them, PWD in the environment."""
    for number in (signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_DFL)
    name = os.environ.get("PWD", "")
    if not name.startswith("/") or os.path.realpath(name) != os.getcwd():
        os.environ["PWD"] = os.getcwd()


if __name__ == "__main__":
    main()
