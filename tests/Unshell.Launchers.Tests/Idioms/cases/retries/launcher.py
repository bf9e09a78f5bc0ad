#!/usr/bin/env python3
"""Compiled from entrypoint.sh: does the same without a shell."""

import os
import signal
import subprocess
import sys
import time


def main():
    prepare()
    if not os.environ.get("DB_HOST"):  # line 2
        print("DB_HOST: must be set", file=sys.stderr)
        sys.exit(2)
    attempt = 1  # line 3
    while attempt <= 5:  # line 4
        if (
            run_program(
                "probe",
                os.environ.get("DB_HOST", ""),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            == 0
        ):
            write(f"ready after {attempt}\n")
            break
        attempt += 1
        time.sleep(0.1)
    if attempt > 5:  # line 12
        sys.exit("gave up")
    become("serve", "--attempts", str(attempt))  # line 16


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


def become(*words):
    """Become another program; where that fails, end as a shell does."""
    try:
        os.execvp(words[0], words)
    except OSError as error:
        print(f"{words[0]}: {error.strerror}", file=sys.stderr)
        sys.exit(127 if isinstance(error, FileNotFoundError) else 126)


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
    main()
