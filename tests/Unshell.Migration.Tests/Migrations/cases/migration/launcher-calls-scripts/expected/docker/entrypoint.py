#!/usr/bin/env python3
# Compiled by unshell from docker/entrypoint.sh (2e7c8a7d92edee0a); yours to change.
# It runs: python
"""Compiled from entrypoint.sh: does the same without a shell."""

import os
import signal
import sys

FATAL = 1
SCRIPT = os.path.join(os.path.dirname(sys.argv[0]), "entrypoint.sh")


def main():
    begin()
    arguments = sys.argv[1:]
    variables["MODE"] = variables.get("MODE") or "production"  # line 1
    # line 4
    check(
        run(
            "python",
            "{}/wait.py".format(capture(lambda: dirname_program([SCRIPT], os.environ))),
            "db",
            "5432",
        )
    )
    check(run("python", "docker/seed.py", variables["MODE"]))  # line 5
    execute(*arguments)  # line 6

