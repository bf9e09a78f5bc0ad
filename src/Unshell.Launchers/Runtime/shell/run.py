import os
import signal
import sys


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


def check(status):
    """Stop the script where a command fails (set -e)."""
    if status:
        sys.exit(status)
