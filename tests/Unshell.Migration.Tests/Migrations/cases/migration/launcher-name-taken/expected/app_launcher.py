#!/usr/bin/env python3
# Compiled by unshell from app.sh (567627cd1a45ede0); yours to change.
# It runs: flask
"""Compiled from app.sh: does the same without a shell."""

import os
import signal
import sys


def main():
    prepare()
    os.environ["FLASK_APP"] = "app.py"  # line 2
    become("flask", "run")  # line 3


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
