import os
import sys


def make_directories(*paths):
    """Make directories and those above them, where they are not there."""
    status = 0
    for path in paths:
        try:
            os.makedirs(path, exist_ok=True)
        except OSError as error:
            message = f"mkdir: cannot create directory '{path}': {error.strerror}"
            print(message, file=sys.stderr, flush=True)
            status = 1
    return status


def remove_files(*paths):
    """Remove files, where they are there."""
    status = 0
    for path in paths:
        try:
            os.remove(path)
        except (FileNotFoundError, NotADirectoryError):
            pass
        except OSError as error:
            message = f"rm: cannot remove '{path}': {error.strerror}"
            print(message, file=sys.stderr, flush=True)
            status = 1
    return status
