import os
import signal
import subprocess
import sys


def run_program(*words, **options):
    """Run a program and give its exit status as a shell counts it."""
    try:
        status = subprocess.call(words, **options)
    except OSError as error:
        if options.get("stderr") != subprocess.DEVNULL:
            errors = options.get("stderr") or sys.stderr
            print(f"{words[0]}: {error.strerror}", file=errors, flush=True)
        return 127 if isinstance(error, FileNotFoundError) else 126
    return status if status >= 0 else 128 - status


def become(*words):
    """Become another program; where that fails, end as a shell does."""
    try:
        os.execvp(words[0], words)
    except OSError as error:
        print(f"{words[0]}: {error.strerror}", file=sys.stderr)
        sys.exit(127 if isinstance(error, FileNotFoundError) else 126)


def run_last(*words, **options):
    """Run the script's last program; signals that the script gets go to it."""
    try:
        child = subprocess.Popen(words, **options)
    except OSError as error:
        if options.get("stderr") != subprocess.DEVNULL:
            errors = options.get("stderr") or sys.stderr
            print(f"{words[0]}: {error.strerror}", file=errors, flush=True)
        return 127 if isinstance(error, FileNotFoundError) else 126
    signals = [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGUSR1]
    if not os.isatty(0):
        signals.append(signal.SIGINT)
    for number in signals:
        signal.signal(number, lambda number, frame: child.send_signal(number))
    status = child.wait()
    return status if status >= 0 else 128 - status


def here_document(text):
    """A text as a file that a program reads."""
    file = open(os.memfd_create("here-document"), "w+b")
    file.write(os.fsencode(text))
    file.seek(0)
    return file
