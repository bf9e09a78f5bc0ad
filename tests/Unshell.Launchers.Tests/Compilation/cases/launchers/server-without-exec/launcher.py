#!/usr/bin/env python3
"""Compiled from script.sh: does the same without a shell."""

import fcntl
import os
import signal
import subprocess
import sys

FATAL = 2


def main():
    begin()
    os.environ["FLASK_APP"] = "app.py"  # line 2
    if run("flask", "db", "upgrade") != 0:  # line 3
        with redirected((1, ">&", 2)):
            write("upgrade failed\n")
    return run_and_forward("flask", "run", "--host", "0.0.0.0")  # line 4


# What follows stands for the shell; it is the same in every launcher that needs it.


def write(text):
    """Write a text to stdout at once; 0, or 1 where that fails."""
    try:
        write_all(1, os.fsencode(text))
    except OSError as error:
        complain_line(f"write error: {error.strerror}")
        return 1
    return 0


class RedirectionError(SystemExit):
    """A file that cannot be opened; its code is the exit status."""


def saved_copy(fd):
    """A copy of a descriptor above those that scripts use; None where it is closed."""
    try:
        return fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, 10)
    except OSError:
        return None


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


def complain_line(message):
    """Write a message to stderr."""
    print(message, file=sys.stderr, flush=True)


def write_all(fd, data):
    """Write all bytes to a descriptor."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


class redirected:
    """Redirect descriptors for a while."""

    def __init__(self, *redirections):
        self.redirections = redirections

    def __enter__(self):
        self.saved = {}
        for fd, operator, _ in self.redirections:
            for each in (1, 2) if operator.startswith("&") else (fd,):
                if each not in self.saved:
                    self.saved[each] = saved_copy(each)
        try:
            redirect(*self.redirections)
        except RedirectionError:
            self.__exit__()
            raise

    def __exit__(self, *error):
        for fd, copy in self.saved.items():
            if copy is None:
                close_quietly(fd)
            else:
                os.dup2(copy, fd)
                os.close(copy)


def run(*words, **options):
    """Run a program and give its exit status as a shell counts it."""
    try:
        status = subprocess.call(words, close_fds=False, **options)
    except OSError as error:
        return cannot_run(words[0], error, "stderr" in options)
    return status if status >= 0 else 128 - status


def run_and_forward(*words, **options):
    """Run the script's last program; signals that the script gets are sent on to it."""
    try:
        process = subprocess.Popen(words, close_fds=False, **options)
    except OSError as error:
        return cannot_run(words[0], error, "stderr" in options)
    numbers = [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGUSR1]
    for number in numbers if os.isatty(0) else [*numbers, signal.SIGINT]:
        signal.signal(number, lambda number, frame: process.send_signal(number))
    status = process.wait()
    return status if status >= 0 else 128 - status


def cannot_run(name, error, is_silent=False):
    """Say why a program does not start: 127 where it is not there, else 126."""
    if not is_silent:
        print(f"{name}: {error.strerror}", file=sys.stderr, flush=True)
    return 127 if isinstance(error, FileNotFoundError) else 126


def begin():
    """Take signals as a shell does, and tell programs the directory."""
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if sys.stdout:
        sys.stdout.reconfigure(errors="surrogateescape")
    os.environ["PWD"] = os.getcwd()


if __name__ == "__main__":
    sys.exit(main())
