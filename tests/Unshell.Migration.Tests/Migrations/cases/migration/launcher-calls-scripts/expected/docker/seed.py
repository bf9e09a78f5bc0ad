#!/usr/bin/env python3
# Compiled by unshell from docker/seed.sh (270d1e4d20a94764); yours to change.
# It runs: python
"""Compiled from seed.sh: does the same without a shell."""

import os
import signal
import subprocess
import sys


def main():
    prepare()
    arguments = sys.argv[1:]
    if argument(arguments, 1) == "demo":  # line 1
        return run_last("python", "seed.py")


def prepare():
    """Start as a shell does: signals as the system has them, PWD in the environment."""
    for number in (signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_DFL)
    name = os.environ.get("PWD", "")
    if not name.startswith("/") or os.path.realpath(name) != os.getcwd():
        os.environ["PWD"] = os.getcwd()


def run_last(*words, **options):
    """Run the script's last program; signals that the script gets go to it."""
    try:
        child = subprocess.Popen(words, **options)
    except OSError as error:
        if options.get("stderr") != subprocess.DEVNULL:
            errors = options.get("stderr") or sys.stderr
            print(f"{words[0]}: {error.strerror}", file=errors, flush=True)
        return 127 if isinstance(error, FileNotFoundError) else 126
    signals = [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGUSR1]
    if not os.isatty(0):
        signals.append(signal.SIGINT)
    for number in signals:
        signal.signal(number, lambda number, frame: child.send_signal(number))
    status = child.wait()
    return status if status >= 0 else 128 - status


def argument(arguments, number):
    """A positional parameter, empty where there are not so many."""
    return arguments[number - 1] if number <= len(arguments) else ""


if __name__ == "__main__":
    sys.exit(main())
