import os
import signal
import subprocess
import sys


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


def execute(*words):
    """Become another program; where that fails, end as a shell would."""
    try:
        os.execvp(words[0], words)
    except OSError as error:
        sys.exit(cannot_run(words[0], error))


def cannot_run(name, error, is_silent=False):
    """Say why a program does not start: 127 where it is not there, else 126."""
    if not is_silent:
        print(f"{name}: {error.strerror}", file=sys.stderr, flush=True)
    return 127 if isinstance(error, FileNotFoundError) else 126
