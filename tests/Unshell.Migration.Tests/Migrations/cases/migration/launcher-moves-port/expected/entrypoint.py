#!/usr/bin/env python3
# Compiled by unshell from entrypoint.sh (32cc8a1911e69ce0); yours to change.
# It runs: gunicorn, python
"""Compiled from entrypoint.sh: does the same without a shell."""

import os
import signal
import subprocess
import sys


def main():
    prepare()
    status = subprocess.call(["python", "migrate.py"])  # line 3
    if status != 0:
        sys.exit(status if status > 0 else 128 - status)
    become("gunicorn", "-b", "0.0.0.0:8080", "app:app")  # line 4


def prepare():
    """Start as a shell does: signals as the system has them, PWD in the environment."""
    for number in (signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_DFL)
    name = os.environ.get("PWD", "")
    if not name.startswith("/") or os.path.realpath(name) != os.getcwd():
        os.environ["PWD"] = os.getcwd()


def become(*words):
    """Become another program; where that fails, end as a shell does."""
    try:
        os.execvp(words[0], words)
    except OSError as error:
        print(f"{words[0]}: {error.strerror}", file=sys.stderr)
        sys.exit(127 if isinstance(error, FileNotFoundError) else 126)


if __name__ == "__main__":
    main()
