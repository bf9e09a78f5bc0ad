#!/usr/bin/env python3
# Compiled by unshell from scripts/run.sh (d450cbcfabf8c9b4); yours to change.
# It runs: gunicorn, python
"""Compiled from run.sh: does the same without a shell."""

import os
import signal
import subprocess
import sys

IS_BASH = True


def main():
    prepare()
    check(cd("/app"))  # line 1
    status = subprocess.call(["python", "prepare.py"])  # line 2
    if status != 0:
        sys.exit(status if status > 0 else 128 - status)
    become("gunicorn", "-b", "0.0.0.0:8000", "app:app")  # line 3


# What follows stands for the shell; it is the same in every launcher that needs it.


def prepare():
    """Start as a shell does: signals as the system has them, PWD in the environment."""
    for number in (signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_DFL)
    name = os.environ.get("PWD", "")
    if not name.startswith("/") or os.path.realpath(name) != os.getcwd():
        os.environ["PWD"] = os.getcwd()


def become(*words):
    """Become another program; where that fails, end as a shell does."""
    try:
        os.execvp(words[0], words)
    except OSError as error:
        print(f"{words[0]}: {error.strerror}", file=sys.stderr)
        sys.exit(127 if isinstance(error, FileNotFoundError) else 126)


def cd(*words):
    """Change the working directory, with PWD and OLDPWD."""
    words = list(words)
    physical = False
    while words and words[0] in ("-L", "-P", "--"):
        physical = words.pop(0) == "-P"
    here = variables.get("PWD") or os.getcwd()
    target = words[0] if words else variables.get("HOME", "")
    shown = target == "-"
    if shown:
        target = variables.get("OLDPWD", "")
    if len(words) > 1 and IS_BASH:
        complain_line("cd: too many arguments")
        return 1
    if not words and not target:
        complain_line("cd: HOME not set")
        return 1 if IS_BASH else 0
    shown, path = searched_directory(target) or (shown, target)
    if not physical:
        path = os.path.normpath(os.path.join(here, path)) if path else here
    try:
        os.chdir(path or ".")
    except OSError as error:
        complain_line(f"cd: {target}: {error.strerror}")
        return 1 if IS_BASH else 2
    export_directory("OLDPWD", here)
    export_directory("PWD", os.getcwd() if physical else path)
    if shown:
        write(variables["PWD"] + "\n")
    return 0


def searched_directory(target):
    """A directory that is found through CDPATH, and whether it is shown; or None."""
    if target.startswith(("/", "./", "../")) or target in (".", "..", ""):
        return None
    for base in filter(None, variables.get("CDPATH", "").split(":")):
        if os.path.isdir(os.path.join(base, target)):
            return base != ".", os.path.join(base, target)
    return None


def export_directory(name, value):
    """Set PWD or OLDPWD, which programs get to see."""
    os.environ[name] = value
    variables[name] = value


def write(text):
    """Write a text to stdout at once; 0, or 1 where that fails."""
    try:
        write_all(1, os.fsencode(text))
    except OSError as error:
        complain_line(f"write error: {error.strerror}")
        return 1
    return 0


def check(status):
    """Stop the script where a command fails (set -e)."""
    if status:
        sys.exit(status)


def complain_line(message):
    """Write a message to stderr, under the script's name."""
    os.write(2, os.fsencode(f"{os.path.basename(sys.argv[0])}: {message}\n"))


class Variables(dict):
    """The script's variables; those in the environment change there as well."""

    def __setitem__(self, name, value):
        super().__setitem__(name, value)
        if name in os.environ:
            os.environ[name] = value

    def pop(self, name, *default):
        os.environ.pop(name, None)
        return super().pop(name, *default)


variables = Variables(os.environ)


def write_all(fd, data):
    """Write all bytes to a descriptor."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


if __name__ == "__main__":
    main()
