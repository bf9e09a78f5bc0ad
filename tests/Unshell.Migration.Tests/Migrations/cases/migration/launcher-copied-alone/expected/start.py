#!/usr/bin/env python3
# Compiled by unshell from Dockerfile (c29fa4af161d8fe5); yours to change.
# It runs: gunicorn, python
"""Compiled from a shell command: does the same without a shell."""

import os
import signal
import subprocess
import sys


def main():
    prepare()
    status = run_program("python", "manage.py", "migrate")  # line 1
    if status == 0:
        status = run_program(
            "gunicorn",
            "-b",
            "0.0.0.0:8000",
            "app:app",
            "--log-level",
            os.environ.get("LOG_LEVEL") or "info",
            "--access-logfile",
            "-",
            "--workers",
            "4",
        )
    return status


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


if __name__ == "__main__":
    sys.exit(main())
