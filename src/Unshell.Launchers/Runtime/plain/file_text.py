import os
import sys


def file_text(path):
    """The text of a file, without the newlines at its end."""
    last_capture["status"] = 1
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        print(f"{path}: {error.strerror}", file=sys.stderr, flush=True)
        return ""
    last_capture["status"] = 0
    return os.fsdecode(data.replace(b"\0", b"").rstrip(b"\n"))
