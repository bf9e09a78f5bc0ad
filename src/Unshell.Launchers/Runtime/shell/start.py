import os
import signal
import sys


def begin():
    """Take signals as a shell does, and tell programs the directory."""
    for number in (signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_DFL)
    os.environ["PWD"] = os.getcwd()


def begin_in_directory():
    """Begin, and keep the name by which the directory was entered."""
    directory = working_directory()
    begin()
    os.environ["PWD"] = directory
    variables["PWD"] = directory


def working_directory():
    """The directory by the name it was entered with, if that still is its name."""
    name = os.environ.get("PWD", "")
    if name.startswith("/") and os.path.isdir(name) and os.path.samefile(name, "."):
        return name
    return os.getcwd()


def complain_line(message):
    """Write a message to stderr."""
    print(message, file=sys.stderr, flush=True)
