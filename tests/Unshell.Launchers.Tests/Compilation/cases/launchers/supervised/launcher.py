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
        kill("-TERM", *split(variables.get("pid", "")))
        wait_for(*split(variables.get("pid", "")))
        sys.exit(0)

    trap("TERM", on_trap)
    trap("INT", on_trap)
    background(lambda: execute("python", "worker.py"))  # line 3
    variables["pid"] = variables.get("!", "")  # line 4
    return wait_for(*split(variables["pid"]))  # line 5


# What follows stands for the shell; it is the same in every launcher that needs it.


def split(text, globs=True, **options):
    """The fields of an expansion without quotes."""
    fields = re.findall(r"[^ \t\n]+", text)
    if not globs:
        return fields
    return [path for field in fields for path in glob_paths(field, field, **options)]


def glob_paths(pattern, plain=None, null=False, dots=False, deep=False):
    """The paths that match a pattern, or the pattern itself where there is none."""
    if re.search(r"[*?\[]|[+@!]\(", pattern):
        parts = re.split("(/+)", pattern)
        found = matching_paths("", parts, dots, deep)
        if found or null:
            return sorted(found)
    if plain is None:
        plain = re.sub(r"\\(.)", r"\1", pattern, flags=re.DOTALL)
    return [plain]


def matching_paths(base, parts, dots, deep):
    """The paths below a directory that match the rest of a pattern."""
    if not parts:
        return [base] if os.path.lexists(base) else []
    part, rest = parts[0], parts[1:]
    if not re.search(r"[*?\[]|[+@!]\(", part):
        return matching_paths(base + part.replace("\\", ""), rest, dots, deep)
    if part == "**" and deep:
        return deep_paths(base, rest, dots)
    try:
        names = os.listdir(base or ".")
    except OSError:
        return []
    regex = re.compile(regex_of(part), re.DOTALL)
    hidden = part[0] == "." or part.startswith("\\.")
    if hidden and not IS_BASH:
        names += [".", ".."]
    found = []
    for name in names:
        is_shown = hidden or dots or not name.startswith(".")
        if is_shown and regex.fullmatch(name):
            if not rest or os.path.isdir(base + name):
                found += matching_paths(base + name, rest, dots, deep)
    return found


def deep_paths(base, rest, dots):
    """What `**` stands for: the directory, and all that is below it."""
    found = [base] if not rest and base else []
    if rest:
        found += matching_paths(base, rest[1:], dots, True)
    for name in os.listdir(base or "."):
        if name.startswith(".") and not dots:
            continue
        if os.path.isdir(base + name) and not os.path.islink(base + name):
            found += deep_paths(base + name + "/", rest, dots)
        if not rest:
            found.append(base + name)
    return [path.rstrip("/") if path != base else path for path in found]


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


CLASSES = {
    "alnum": "a-zA-Z0-9",
    "alpha": "a-zA-Z",
    "blank": " \\t",
    "cntrl": "\\x00-\\x1f\\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": "!-/:-@\\[-`{-~",
    "space": " \\t\\n\\r\\f\\v",
    "upper": "A-Z",
    "xdigit": "0-9a-fA-F",
}


def regex_of(pattern):
    """A shell pattern as a regular expression."""
    regex, at = pattern_part(pattern, 0, "")
    return regex


def pattern_part(pattern, at, ends):
    """The pattern up to one of some characters, and where that stands."""
    regex = []
    while at < len(pattern) and pattern[at] not in ends:
        character = pattern[at]
        at += 1
        if IS_BASH and character in "?*+@!" and pattern[at : at + 1] == "(":
            group, at = pattern_group(pattern, at + 1, character)
            regex.append(group)
        elif character == "*":
            regex.append(".*")
        elif character == "?":
            regex.append(".")
        elif character == "[" and (end := bracket_end(pattern, at)):
            regex.append(bracket_regex(pattern[at:end]))
            at = end + 1
        elif character == "\\" and at < len(pattern):
            regex.append(re.escape(pattern[at]))
            at += 1
        else:
            regex.append(re.escape(character))
    return "".join(regex), at


def pattern_group(pattern, at, kind):
    """The alternatives of ?( *( +( @( or !( and where they end."""
    alternatives = []
    while True:
        alternative, at = pattern_part(pattern, at, "|)")
        alternatives.append(alternative)
        if pattern[at : at + 1] != "|":
            break
        at += 1
    choice = "(?:" + "|".join(alternatives) + ")"
    if kind == "!":
        rest, _ = pattern_part(pattern, at + 1, "")
        return f"(?!{choice}{rest}\\Z).*", at + 1
    return choice + {"@": ""}.get(kind, kind), at + 1


def bracket_end(pattern, at):
    """Where the bracket that opens before a place is closed; 0 where it is not."""
    start = at
    if pattern[at : at + 1] in ("!", "^"):
        at += 1
    at += pattern[at : at + 1] == "]"
    while at < len(pattern):
        if pattern[at] == "]":
            return at
        if pattern[at : at + 2] in ("[:", "[.", "[="):
            close = pattern.find(pattern[at + 1] + "]", at + 2)
            at = close + 2 if close > 0 else at + 1
        elif pattern[at] == "\\":
            at += 2
        else:
            at += 1
    return 0 if start else 0


def bracket_regex(inner):
    """The inside of a bracket as a regular expression."""
    negated = inner[:1] == "!" or (inner[:1] == "^" and IS_BASH)
    items = re.findall(r"\[:\w+:\]|\[[.=].*?[.=]\]|\\.|.", inner[negated:], re.DOTALL)
    regex = ""
    for item in items:
        if item.startswith("[:"):
            regex += CLASSES.get(item[2:-2], "")
        elif len(item) > 2:
            regex += re.escape(item[2:-2])
        elif item == "-":
            regex += "-" if regex and item is not items[-1] else "\\-"
        else:
            regex += re.escape(item[-1])
    if not regex:
        return "." if negated else "(?!)"
    try:
        return re.compile(f"[{'^' if negated else ''}{regex}]").pattern
    except re.error:
        return "(?!)"


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
        if frame.f_code.co_name in ("wait_status", "wait_statuses"):
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
