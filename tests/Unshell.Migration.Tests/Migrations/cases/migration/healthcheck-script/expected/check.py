#!/usr/bin/env python3
# Compiled by unshell from check.sh (758e80376bfc0b0b); yours to change.
"""Compiled from check.sh: does the same without a shell."""

import base64
import fcntl
import http.client
import os
import re
import signal
import socket
import ssl
import stat
import string
import sys
import time
import urllib.parse

FATAL = 2
IS_BASH = False


def main():
    begin()
    # line 2
    return pipeline(
        lambda: curl_program(["-f", "http://localhost:8000/"], os.environ),
        lambda: grep_program(["ok"], os.environ),
    )

