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


# What follows stands for the shell; it is the same in every launcher that needs it.


def prepare():
    """Start as a shell does: signals as the system has them, PWD in the environment."""
    for number in (signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_DFL)
    name = os.environ.get("PWD", "")
    if not name.startswith("/") or os.path.realpath(name) != os.getcwd():
        os.environ["PWD"] = os.getcwd()


def write_all(fd, data):
    """Write all bytes to a descriptor."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


def complain(name, text):
    """Write an error message in the way programs do."""
    write_all(2, os.fsencode(f"{name}: {text}\n"))


def quoted_name(path):
    """Quote a file name as the file utilities do in their messages."""
    if "'" not in path:
        return f"'{path}'"
    if not any(mark in path for mark in '"$`\\'):
        return f'"{path}"'
    return "'" + path.replace("'", "'\\''") + "'"


def read_options(name, argv, table, permute=True):
    """Split argv into options, the last given last, and operands.

    The table maps an option to the name of its value: "x" is a flag, "x=" takes an
    argument, "x+=" collects arguments, "x=?" takes one only in the same word. Returns
    None for the options after a message if there is one that the table lacks.
    """
    found, operands, words = {}, [], list(argv)
    while words:
        word = words.pop(0)
        if word == "--":
            return found, operands + words
        if word == "-" or not word.startswith("-"):
            operands.append(word)
            if not permute:
                return found, operands + words
            continue
        if word.startswith("--"):
            option, given, text = word.partition("=")
            attached, more = (text if given else None), ""
        elif word[1:].isdigit() and "-NUM" in table:
            option, attached, more = "-NUM", word[1:], ""
        else:
            option, attached, more = word[:2], word[2:] or None, word[2:]
        while option:
            kind = table.get(option)
            unwanted = attached is not None and not more
            if kind is None or (unwanted and not kind.endswith(("=", "?"))):
                complain(name, f"cannot do option {option} without the real program")
                return None, []
            key = kind.rstrip("+=?")
            if kind.endswith("="):
                if attached is None and not words:
                    complain(name, f"option {option} requires an argument")
                    return None, []
                value = words.pop(0) if attached is None else attached
                value = found.get(key, []) + [value] if kind.endswith("+=") else value
            else:
                value = attached if kind.endswith("?") else True
            found.pop(key, None)
            found[key] = value
            if kind.endswith(("=", "?")) or not more:
                break
            option, attached, more = "-" + more[0], more[1:] or None, more[1:]
    return found, operands


def missing_operand(name, operands):
    """Report too few operands as the file utilities do."""
    if operands:
        complain(name, f"missing operand after {quoted_name(operands[-1])}")
    else:
        complain(name, "missing operand")
    return 1


SLEEP_OPTIONS = {}


def duration_seconds(text):
    """Read a duration such as 5, 0.5, 2m or infinity; None if it is none."""
    units = {"s": 1, "m": 60, "h": 3600, "d": 86400}
    unit = units.get(text[-1:]) if text[-1:] in units else None
    number = text[:-1] if unit else text
    try:
        seconds = float(number) * (unit or 1)
    except ValueError:
        return None
    plain = number.strip() == number and "_" not in number
    return seconds if plain and seconds >= 0 else None


def sleep_program(argv, env):
    """Wait for the sum of the durations."""
    options, operands = read_options("sleep", argv, SLEEP_OPTIONS)
    if options is None:
        return 125
    if not operands:
        return missing_operand("sleep", operands)
    durations = [duration_seconds(operand) for operand in operands]
    if None in durations:
        wrong = operands[durations.index(None)]
        complain("sleep", f"invalid time interval {quoted_name(wrong)}")
        return 1
    end = time.monotonic() + sum(durations)
    while (left := end - time.monotonic()) > 0:
        time.sleep(min(left, 86400))
    return 0


if __name__ == "__main__":
    sys.exit(main())
