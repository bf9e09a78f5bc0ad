#!/usr/bin/env python3
"""Compiled from script.sh: does the same without a shell."""

import os
import signal
import subprocess
import sys


def main():
    begin()
    arguments = sys.argv[1:]
    check(run("python", "manage.py", "migrate"))  # line 4
    if arguments:  # line 5
        execute(*arguments)


# What follows stands for the shell; it is the same in every launcher that needs it.


def check(status):
    """Stop the script where a command fails (set -e)."""
    if status:
        sys.exit(status)


def run(*words, **options):
    """Run a program and give its exit status as a shell counts it."""
    try:
        status = subprocess.call(words, close_fds=False, **options)
    except OSError as error:
        return cannot_run(words[0], error, "stderr" in options)
    return status if status >= 0 else 128 - status


def execute(*words):
    """Become another program; where that fails, end as a shell would."""
    try:
        os.execvp(words[0], words)
    except OSError as error:
        sys.exit(cannot_run(words[0], error))


def cannot_run(name, error, is_silent=False):
    """Say why a program does not start: 127 where it is not there, else 126."""
    if not is_silent:
        print(f"{name}: {error.strerror}", file=sys.stderr, flush=True)
    return 127 if isinstance(error, FileNotFoundError) else 126


def begin():
    """Take signals as a shell does, and tell programs the directory."""
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if sys.stdout:
        sys.stdout.reconfigure(errors="surrogateescape")
    os.environ["PWD"] = os.getcwd()


if __name__ == "__main__":
    main()
