#!/usr/bin/env python3
"""Waits for the database, brings its schema up to date, then becomes the command.

Compiled from script.sh: does the same without a shell.
"""

import os
import re
import signal
import subprocess
import sys
import time

CODE = "import os, psycopg2; psycopg2.connect(os.environ['DATABASE_URL']).close()"


def main():
    prepare()
    if not os.environ.get("DATABASE_URL"):  # line 5
        print("DATABASE_URL: is not set", file=sys.stderr)
        sys.exit(2)
    tries = 0  # line 7
    # line 8
    while subprocess.call(["python", "-c", CODE], stderr=subprocess.DEVNULL) != 0:
        tries += 1
        if tries >= as_integer(os.environ.get("DATABASE_TRIES") or "30"):
            sys.exit(f"database not reachable after {tries} tries")
        print(f"waiting for the database ({tries})", flush=True)
        time.sleep(1)
    status = subprocess.call(["python", "-m", "claims.migrate"])  # line 18
    if status != 0:
        sys.exit(status if status > 0 else 128 - status)
    if sys.argv[1:]:  # line 20
        try:
            os.execvp(sys.argv[1], sys.argv[1:])
        except OSError as error:
            print(f"{sys.argv[1]}: {error.strerror}", file=sys.stderr)
            sys.exit(127 if isinstance(error, FileNotFoundError) else 126)


def as_integer(text):
    """The number that a text is; one that is none makes comparisons false."""
    if re.fullmatch(r"\s*[-+]?\d+\s*", text, re.ASCII):
        return int(text)
    print(f"{text}: not a number", file=sys.stderr, flush=True)
    return float("nan")


def prepare():
    """Start as a shell does: signals as the system has them, PWD in the environment."""
    for number in (signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_DFL)
    name = os.environ.get("PWD", "")
    if not name.startswith("/") or os.path.realpath(name) != os.getcwd():
        os.environ["PWD"] = os.getcwd()


if __name__ == "__main__":
    main()
