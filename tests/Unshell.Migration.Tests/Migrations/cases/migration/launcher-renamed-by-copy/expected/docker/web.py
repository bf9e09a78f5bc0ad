#!/usr/bin/env python3
# Compiled by unshell from docker/web.sh (9f9c2e3d886331a7); yours to change.
# It runs: gunicorn
"""Compiled from web.sh: does the same without a shell."""

import os
import signal
import sys


def main():
    prepare()
    arguments = sys.argv[1:]
    if argument(arguments, 1) == "web":  # line 2
        become("gunicorn", "-b", "0.0.0.0:8000", "app:app")
    if arguments:  # line 5
        become(*arguments)


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


def argument(arguments, number):
    """A positional parameter, empty where there are not so many."""
    return arguments[number - 1] if number <= len(arguments) else ""


if __name__ == "__main__":
    main()
