#!/usr/bin/env python3
# Compiled by unshell from docker/wait.sh (e2803a50e14c83b3); yours to change.
# It runs: python
"""Compiled from wait.sh: does the same without a shell."""

import os
import signal
import subprocess
import sys
import time

CODE = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])))"


def main():
    prepare()
    arguments = sys.argv[1:]
    status = 0  # line 2
    while (
        run_program(
            "python", "-c", CODE, argument(arguments, 1), argument(arguments, 2)
        )
        != 0
    ):
        status = sleep_program(["1"], os.environ)
    return status

