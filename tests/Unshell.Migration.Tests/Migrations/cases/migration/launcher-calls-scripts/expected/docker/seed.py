#!/usr/bin/env python3
# Compiled by unshell from docker/seed.sh (270d1e4d20a94764); yours to change.
# It runs: python
"""Compiled from seed.sh: does the same without a shell."""

import os
import signal
import sys

FATAL = 1


def main():
    begin()
    arguments = sys.argv[1:]
    if argument(arguments, 1) == "demo":  # line 1
        return run_and_forward("python", "seed.py")


# What follows stands for the shell; it is the same in every launcher that needs it.


def argument(arguments, number):
    """A positional parameter, empty where there are not so many."""
    return arguments[number - 1] if number <= len(arguments) else ""


class RedirectionError(SystemExit):
    """A file that cannot be opened; its code is the exit status."""


def close_quietly(fd):
    """Close a descriptor, be it open or not."""
    try:
        os.close(fd)
    except OSError:
        pass


def redirect(*redirections):
    """Redirect for good: (descriptor, operator, file or text or other descriptor)."""
    for fd, operator, target in redirections:
        try:
            redirect_one(fd, operator, target)
        except OSError as error:
            complain_line(f"{target}: {error.strerror}")
            raise RedirectionError(FATAL) from None


def redirect_one(fd, operator, target):
    """Redirect a descriptor."""
    if target == "-" and operator in ("<&", ">&"):
        close_quietly(fd)
        return
    if operator in ("<&", ">&"):
        os.dup2(target, fd)
        return
    source = open_text(target) if operator == "<<" else open_file(operator, target)
    if source == fd:
        os.set_inheritable(fd, True)
    else:
        os.dup2(source, fd)
        os.close(source)
    if operator.startswith("&"):
        os.dup2(1, 2)


def open_file(operator, path):
    """Open the file of a redirection."""
    flags = {"<": os.O_RDONLY, "<>": os.O_RDWR | os.O_CREAT}.get(
        operator, os.O_WRONLY | os.O_CREAT
    )
    if operator.endswith(">>"):
        flags |= os.O_APPEND
    elif operator in (">", "&>"):
        flags |= os.O_TRUNC
    return os.open(path, flags, 0o666)


def open_text(text):
    """Open a text for reading: a here-document."""
    fd = os.memfd_create("here-document")
    write_all(fd, os.fsencode(text))
    os.lseek(fd, 0, os.SEEK_SET)
    return fd


def run_and_forward(*words, redirections=(), env={}):
    """Run the script's last program; signals that are sent to the script go to it."""
    child = fork(lambda: execute(*words, redirections=redirections, env=env))
    signals = [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGUSR1]
    if not os.isatty(0):
        signals.append(signal.SIGINT)
    for number in signals:
        signal.signal(number, lambda number, frame: os.kill(child, number))
    return wait_status(child)


def execute(*words, redirections=(), env={}):
    """Become another program; where that fails, end with the status of a shell."""
    redirect(*redirections)
    if not words:
        return 0
    try:
        os.execvpe(words[0], words, {**os.environ, **env})
    except OSError as error:
        complain_line(f"{words[0]}: {error.strerror}")
        sys.exit(127 if isinstance(error, FileNotFoundError) else 126)


def fork(body):
    """Run a part of the script in a process of its own."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        status = body() or 0
    except SystemExit as end:
        status = end.code or 0
    except Exception as error:
        complain_line(error)
    finally:
        os._exit(status & 255)


def wait_status(child):
    """Wait for a process, and clear away all others that end meanwhile."""
    while True:
        process, state = os.wait()
        status = os.waitstatus_to_exitcode(state)
        finished[process] = status if status >= 0 else 128 - status
        if process == child:
            status = finished.pop(child)
            for function in after_child:
                function()
            return status


finished = {}
after_child = []


def begin():
    """Take signals as a shell does, and tell programs the directory."""
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.environ["PWD"] = os.getcwd()


def complain_line(message):
    """Write a message to stderr."""
    print(message, file=sys.stderr, flush=True)


def write_all(fd, data):
    """Write all bytes to a descriptor."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


if __name__ == "__main__":
    sys.exit(main())
