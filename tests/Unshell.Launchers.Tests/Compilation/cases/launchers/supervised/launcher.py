#!/usr/bin/env python3
"""Compiled from script.sh: does the same without a shell."""

import os
import re
import signal
import sys

FATAL = 1
IS_BASH = True


def main():
    begin()

    def on_trap():  # line 2
        kill("-TERM", *fields_of(variables.get("pid", "")))
        wait_for(*fields_of(variables.get("pid", "")))
        sys.exit(0)

    trap("TERM", on_trap)
    trap("INT", on_trap)
    background(lambda: execute("python", "worker.py"))  # line 3
    variables["pid"] = variables.get("!", "")  # line 4
    return wait_for(*fields_of(variables["pid"]))  # line 5


# What follows stands for the shell; it is the same in every launcher that needs it.


def fields_of(text):
    """The words of a value without quotes; those with * ? or [ ] become paths."""
    words = re.findall(r"[^ \t\n]+", text)
    return [path for word in words for path in paths_of(word) or [word]]


def paths_of(word):
    """The paths that match a word, in order."""
    if not re.search(r"[*?[]", re.sub(r"\\.", "", word)):
        return []
    paths = [""]
    for part in re.split("(/+)", word):
        paths = [path + name for path in paths for name in names_of(part, path or ".")]
    return sorted(filter(os.path.lexists, paths))


def names_of(part, directory):
    """What a part of a path stands for in a directory."""
    if not re.search(r"[*?[]", part):
        return [re.sub(r"\\(.)", r"\1", part)]
    items = r"\\.|\[[!^]?\]?(?:\[:\w+:\]|\\.|(?!\[:\w+:\])[^]\\])*\]|."
    try:
        regex = re.compile(re.sub(items, item_regex, part), re.DOTALL)
        names = os.listdir(directory) + ([] if IS_BASH else [".", ".."])
    except (OSError, re.error):
        return []
    dotted = part.lstrip("\\").startswith(".")
    return [n for n in names if (dotted or n[0] != ".") and regex.fullmatch(n)]


def item_regex(match):
    """A character or a bracket of a pattern as a regular expression."""
    item = match[0]
    if item in ("*", "?"):
        return "." + item.strip("?")
    if len(item) < 3:
        return re.escape(item.removeprefix("\\") or item)
    negated = item[1] == "!" or (item[1] == "^" and IS_BASH)
    members = r"\[:(\w+):\]|\\(.)|([&\[|~^])"
    inside = re.sub(members, member_regex, item[1 + negated : -1])
    return f"[{'^' * negated}{inside}]"


def member_regex(match):
    """A class or another special member of a bracket."""
    names = {"alpha": "a-zA-Z", "digit": "0-9", "lower": "a-z", "upper": "A-Z"}
    names |= {"alnum": "a-zA-Z0-9", "xdigit": "0-9a-fA-F", "blank": r" \t"}
    names |= {"space": r"\s", "cntrl": r"\0-\x1f\x7f", "print": " -~", "graph": "!-~"}
    names |= {"punct": r"!-/:-@\[-`{-~"}
    return names.get(match[1], "") if match[1] else re.escape(match[2] or match[3])


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


class RedirectionError(SystemExit):
    """A file that cannot be opened; its code is the exit status."""


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


finished = {}
after_child = []


def begin():
    """Take signals as a shell does, and tell programs the directory."""
    for number in (signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_DFL)
    os.environ["PWD"] = os.getcwd()


def complain_line(message):
    """Write a message to stderr."""
    print(message, file=sys.stderr, flush=True)


trap_actions = {}
deferred_signals = []


def trap(name, action):
    """Set what happens on a signal or at the end; "" ignores it, None undoes it."""
    if not trap_hooks:
        trap_hooks.append(run_deferred_traps)
        after_child.append(run_deferred_traps)
        os.register_at_fork(after_in_child=reset_traps)
    trap_actions.pop(name, None)
    if action:
        trap_actions[name] = action
    if name != "EXIT":
        disposition = signal.SIG_DFL if action is None else signal.SIG_IGN
        number = signal_number(name)
        signal.signal(number, on_signal if action else disposition)


trap_hooks = []


def reset_traps():
    """A process of its own begins without traps; ignored signals stay ignored."""
    for name in trap_actions:
        if name != "EXIT":
            signal.signal(signal_number(name), signal.SIG_DFL)
    trap_actions.clear()
    deferred_signals.clear()


def on_signal(number, frame):
    """Run a trap: now, or behind the program that the script waits for."""
    while frame:
        if frame.f_code.co_name in ("wait_status", "wait_statuses", "deferring"):
            deferred_signals.append(number)
            return
        if frame.f_code.co_name in ("wait_one", "wait_next"):
            run_trap(number)
            raise SignalArrived(number)
        frame = frame.f_back
    run_trap(number)


def run_trap(number):
    """Run the action of a signal."""
    name = signal.Signals(number).name.removeprefix("SIG")
    if name in trap_actions:
        status = variables.get("?", "0")
        trap_actions[name]()
        variables["?"] = status


def run_deferred_traps():
    """Run the traps of signals that came while a program ran."""
    while deferred_signals:
        run_trap(deferred_signals.pop(0))


def run_with_traps(main):
    """Run the script; its EXIT trap comes last, however it ends."""
    try:
        status = main() or 0
    except SystemExit as end:
        status = end.code or 0
    action = trap_actions.pop("EXIT", None)
    if action:
        variables["?"] = str(status)
        try:
            action()
        except SystemExit as end:
            status = end.code or 0
    return status


class Variables(dict):
    """The script's variables; those in the environment change there as well."""

    def __setitem__(self, name, value):
        super().__setitem__(name, value)
        if name in os.environ:
            os.environ[name] = value

    def pop(self, name, *default):
        os.environ.pop(name, None)
        return super().pop(name, *default)


variables = Variables(os.environ)


def write_all(fd, data):
    """Write all bytes to a descriptor."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


if __name__ == "__main__":
    sys.exit(run_with_traps(main))
