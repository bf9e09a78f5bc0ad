#!/usr/bin/env python3
"""Waits until the database and the cache take connections.

Compiled from entrypoint.sh: does the same without a shell.
"""

import os
import signal
import socket
import sys
import time


def main():
    prepare()
    # line 4
    while not can_connect(
        os.environ.get("DB_HOST", ""), os.environ.get("DB_PORT") or "5432"
    ):
        time.sleep(0.1)
    while not can_connect("redis", "6379", timeout=2, quiet=True):  # line 7
        print("waiting for redis", file=sys.stderr, flush=True)
        time.sleep(1)
    if os.geteuid() == 0:  # line 11
        print("do not run as root", flush=True)
    if sys.argv[1:]:  # line 14
        try:
            os.execvp(sys.argv[1], sys.argv[1:])
        except OSError as error:
            print(f"{sys.argv[1]}: {error.strerror}", file=sys.stderr)
            sys.exit(127 if isinstance(error, FileNotFoundError) else 126)


def can_connect(host, port, timeout=None, quiet=False):
    """Whether a TCP port takes connections."""
    try:
        socket.create_connection((host, port), timeout).close()
        return True
    except (OSError, UnicodeError, OverflowError) as error:
        if isinstance(error, socket.gaierror) and not quiet:
            print(f"{host}: {error.strerror}", file=sys.stderr, flush=True)
        return False


def prepare():
    """Start as a shell does: signals as the system has them, PWD in the environment."""
    for number in (signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_DFL)
    name = os.environ.get("PWD", "")
    if not name.startswith("/") or os.path.realpath(name) != os.getcwd():
        os.environ["PWD"] = os.getcwd()


if __name__ == "__main__":
    main()
