#!/usr/bin/env python3
"""Compiled from script.sh: does the same without a shell."""

import os
import re
import signal
import subprocess
import sys
import time

FATAL = 2


def main():
    begin()
    arguments = sys.argv[1:]
    os.environ.get("DATABASE_URL") or not_set("DATABASE_URL", "is not set")  # line 5
    tries = 0  # line 7
    # line 8
    while (
        run(
            "python",
            "-c",
            "import os, psycopg2; psycopg2.connect(os.environ['DATABASE_URL']).close()",
            stderr=subprocess.DEVNULL,
        )
        != 0
    ):
        tries += 1
        if compare(tries, ">=", os.environ.get("DATABASE_TRIES") or "30"):
            print(
                f"database not reachable after {tries} tries",
                file=sys.stderr,
                flush=True,
            )
            sys.exit(1)
        print(f"waiting for the database ({tries})", flush=True)
        time.sleep(1)
    check(run("python", "-m", "claims.migrate"))  # line 18
    if arguments:  # line 20
        execute(*arguments)


# What follows stands for the shell; it is the same in every launcher that needs it.


def check(status):
    """Stop the script where a command fails (set -e)."""
    if status:
        sys.exit(status)


def not_set(name, message):
    """Stop: a variable that the script asks for has no value."""
    complain_line(f"{name}: {message}")
    sys.exit(FATAL)


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


def complain_line(message):
    """Write a message to stderr."""
    print(message, file=sys.stderr, flush=True)


def compare(left, operator, right):
    """Compare two texts as integers; false, with a message, where one is none."""
    for text in (left, right):
        if not re.fullmatch(r"\s*[-+]?[0-9]+\s*", str(text)):
            complain_line(f"[: {text}: integer expected")
            return False
    order = (int(left) > int(right)) - (int(left) < int(right))
    orders = {"==": (0,), "<=": (-1, 0), ">=": (0, 1), "<": (-1,), ">": (1,)}
    return order in orders.get(operator, (-1, 1))


if __name__ == "__main__":
    main()
