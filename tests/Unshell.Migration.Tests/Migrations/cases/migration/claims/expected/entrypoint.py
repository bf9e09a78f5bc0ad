#!/usr/bin/env python3
# Compiled by unshell from entrypoint.sh (c284f38dc15b2904); yours to change.
"""Compiled from entrypoint.sh: does the same without a shell."""

import os
import signal
import socket
import sys
import time


def main():
    prepare()
    while not can_connect("db", "5432"):  # line 3
        time.sleep(1)
    if sys.argv[1:]:  # line 4
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
