#!/usr/bin/env python3
# Compiled by unshell from docker/entrypoint.sh (2e7c8a7d92edee0a); yours to change.
# It runs: python
"""Compiled from entrypoint.sh: does the same without a shell."""

import os
import signal
import subprocess
import sys

SCRIPT = os.path.join(os.path.dirname(sys.argv[0]), "entrypoint.sh")


def main():
    prepare()
    variables["MODE"] = variables.get("MODE") or "production"  # line 1
    # line 4
    status = subprocess.call(
        [
            "python",
            "{}/wait.py".format(
                output_of_part(lambda: dirname_program([SCRIPT], os.environ))
            ),
            "db",
            "5432",
        ]
    )
    if status != 0:
        sys.exit(status if status > 0 else 128 - status)
    status = subprocess.call(["python", "docker/seed.py", variables["MODE"]])  # line 5
    if status != 0:
        sys.exit(status if status > 0 else 128 - status)
    if sys.argv[1:]:  # line 6
        try:
            os.execvp(sys.argv[1], sys.argv[1:])
        except OSError as error:
            print(f"{sys.argv[1]}: {error.strerror}", file=sys.stderr)
            sys.exit(127 if isinstance(error, FileNotFoundError) else 126)

