#!/usr/bin/env python3
# Compiled by unshell from k8s/app.yaml (313110e674ffeb54); yours to change.
# It runs: python
"""Compiled from a shell command: does the same without a shell."""

import os
import signal
import subprocess
import sys
import time


def main():
    prepare()
    subprocess.call(["python", "drain.py"])  # line 1
    return sleep_program(["5"], os.environ)  # line 1

