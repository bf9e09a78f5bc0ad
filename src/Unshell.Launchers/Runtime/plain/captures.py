import os
import subprocess
import sys


def output_of(*words, **options):
    """What a program writes, without the newlines at its end."""
    try:
        ended = subprocess.run(words, stdout=subprocess.PIPE, **options)
    except OSError as error:
        last_capture["status"] = 127 if isinstance(error, FileNotFoundError) else 126
        message = f"{words[0]}: {error.strerror}"
        if options.get("stderr") == subprocess.STDOUT:
            return message
        if options.get("stderr") != subprocess.DEVNULL:
            print(message, file=sys.stderr, flush=True)
        return ""
    status = ended.returncode
    last_capture["status"] = status if status >= 0 else 128 - status
    return os.fsdecode(ended.stdout.replace(b"\0", b"").rstrip(b"\n"))


def output_of_part(part):
    """What a part of the launcher writes, without the newlines at its end."""
    saved = os.dup(1)
    with open(os.memfd_create("output"), "rb") as file:
        os.dup2(file.fileno(), 1)
        try:
            last_capture["status"] = part()
        finally:
            os.dup2(saved, 1)
            os.close(saved)
        file.seek(0)
        return os.fsdecode(file.read().replace(b"\0", b"").rstrip(b"\n"))


last_capture = {"status": 0}
