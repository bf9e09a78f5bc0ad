import os
import signal


def background(body, deaf=True):
    """Start a part of the script and go on; its process id becomes `$!`."""

    def detached():
        # Of bash's jobs only single programs are deaf to the keyboard's signals.
        for number in (signal.SIGINT, signal.SIGQUIT) if deaf else ():
            signal.signal(number, signal.SIG_IGN)
        redirect((0, "<", "/dev/null"))
        return body()

    child = fork(detached)
    background_jobs.append(child)
    variables["!"] = str(child)


background_jobs = []


def job_process(word):
    """The process that a word names: its id, or a job such as %1."""
    if word.startswith("%"):
        number = word[1:]
        index = int(number) - 1 if number.isdigit() else -1
        return background_jobs[index] if index < len(background_jobs) else 0
    return int(word)


def wait_for(*words):
    """Wait for processes, all or those named; a trapped signal ends it at once."""
    status = 0
    try:
        if words[:1] == ("-n",):
            return wait_next()
        for child in [job_process(word) for word in words] or list(background_jobs):
            status = wait_one(child)
    except SignalArrived as signal_arrived:
        return 128 + signal_arrived.args[0]
    except ValueError:
        complain_line(f"wait: {words}: not a process")
        return 2 if not IS_BASH else 1
    return status if words else 0


class SignalArrived(Exception):
    """A trapped signal came while the script waited."""


def wait_one(child):
    """The status of one process, be it ended already or not."""
    while child not in finished:
        try:
            process, state = os.wait()
        except ChildProcessError:
            return 127
        status = os.waitstatus_to_exitcode(state)
        finished[process] = status if status >= 0 else 128 - status
    if child in background_jobs:
        background_jobs.remove(child)
    return finished[child]


def wait_next():
    """The status of the job that ends next."""
    while background_jobs:
        for child in background_jobs:
            if child in finished:
                return wait_one(child)
        process, state = os.wait()
        status = os.waitstatus_to_exitcode(state)
        finished[process] = status if status >= 0 else 128 - status
    return 127


def kill(*words):
    """Send a signal to processes."""
    words = list(words)
    name = "TERM"
    if words and words[0] in ("-s", "-n"):
        name = words[1]
        words = words[2:]
    elif words and words[0].startswith("-") and words[0] != "--":
        name = words.pop(0)[1:]
    if words[:1] == ["--"]:
        words.pop(0)
    number = signal_number(name)
    if number is None or not words:
        complain_line(f"kill: {name}: invalid signal specification")
        return 2 if not IS_BASH else 1
    status = 0
    for word in words:
        try:
            os.kill(job_process(word), number)
        except (OSError, ValueError) as error:
            complain_line(f"kill: ({word}) - {getattr(error, 'strerror', error)}")
            status = 1
    return status


def signal_number(name):
    """A signal by its name or number; None where there is none."""
    if name.isdigit():
        return int(name) & 127
    name = name.upper().removeprefix("SIG")
    return getattr(signal, f"SIG{name}", None)
