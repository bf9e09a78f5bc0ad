#!/usr/bin/env python3
"""Compiled from entrypoint.sh: does the same without a shell."""

import os
import signal
import subprocess
import sys


def main():
    prepare()
    arguments = sys.argv[1:]
    if os.environ.get("RUN_MIGRATIONS", "") == "true":  # line 4
        print("Running migrations", flush=True)
        check(run_program("alembic", "upgrade", "head"))
    # Options alone are for the server.
    if argument(arguments, 1).removeprefix("-") != argument(arguments, 1):  # line 10
        arguments[:] = ["gunicorn", *arguments]
    if arguments:  # line 13
        try:
            os.execvp(arguments[0], arguments)
        except OSError as error:
            print(f"{arguments[0]}: {error.strerror}", file=sys.stderr)
            sys.exit(127 if isinstance(error, FileNotFoundError) else 126)


# What follows stands for the shell; it is the same in every launcher that needs it.


def prepare():
    """Start as a shell does: signals as the system has them, PWD in the environment."""
    for number in (signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_DFL)
    name = os.environ.get("PWD", "")
    if not name.startswith("/") or os.path.realpath(name) != os.getcwd():
        os.environ["PWD"] = os.getcwd()


def run_program(*words, **options):
    """Run a program and give its exit status as a shell counts it."""
    try:
        status = subprocess.call(words, **options)
    except OSError as error:
        if options.get("stderr") != subprocess.DEVNULL:
            errors = options.get("stderr") or sys.stderr
            print(f"{words[0]}: {error.strerror}", file=errors, flush=True)
        return 127 if isinstance(error, FileNotFoundError) else 126
    return status if status >= 0 else 128 - status


def argument(arguments, number):
    """A positional parameter, empty where there are not so many."""
    return arguments[number - 1] if number <= len(arguments) else ""


def check(status):
    """Stop the script where a command fails (set -e)."""
    if status:
        sys.exit(status)


if __name__ == "__main__":
    main()
