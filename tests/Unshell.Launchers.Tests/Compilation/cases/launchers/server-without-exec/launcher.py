#!/usr/bin/env python3
"""Compiled from script.sh: does the same without a shell."""

import fcntl
import os
import signal
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


def run(*words, redirections=(), env={}):
    """Run a program, wait for it, and give its exit status as a shell counts it."""
    return wait_status(
        fork(lambda: execute(*words, redirections=redirections, env=env))
    )


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
        if not words[0]:
            raise FileNotFoundError(2, "not found")
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
    for number in (signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_DFL)
    os.environ["PWD"] = os.getcwd()


if __name__ == "__main__":
    sys.exit(main())
