#!/usr/bin/env python3
# Compiled by unshell from k8s/app.yaml (af568de9d3d75530); yours to change.
# It runs: python
"""Compiled from a shell command: does the same without a shell."""

import os
import signal
import subprocess
import sys
import time


def main():
    prepare()
    while subprocess.call(["python", "check.py"]) != 0:  # line 1
        time.sleep(1)
    return write("ready to serve the web application\n")  # line 1

