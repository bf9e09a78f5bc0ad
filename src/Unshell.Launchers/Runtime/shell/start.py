import os
import signal
import sys


def begin():
    """Begin as a shell does: signals as the system has them, PWD in the environment."""
    for number in (signal.SIGPIPE, signal.SIGXFSZ, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)
    os.environ["PWD"] = working_directory()


def working_directory():
    """The directory by the name it was entered with, if that still is its name."""
    name = os.environ.get("PWD", "")
    if name.startswith("/") and os.path.isdir(name) and os.path.samefile(name, "."):
        return name
    return os.getcwd()


def complain_line(message):
    """Write a message to stderr, under the script's name."""
    os.write(2, os.fsencode(f"{os.path.basename(sys.argv[0])}: {message}\n"))
