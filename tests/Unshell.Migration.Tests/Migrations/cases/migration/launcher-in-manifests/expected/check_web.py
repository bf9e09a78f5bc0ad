#!/usr/bin/env python3
# Compiled by unshell from compose.yaml (25c74afc15e69fdb); yours to change.
# It runs: python
"""Compiled from a shell command: does the same without a shell."""

import os
import re
import signal
import sys

FATAL = 2
IS_BASH = False


def main():
    begin()
    if os.path.isfile("/tmp/ready"):  # line 1
        return run_and_forward(
            "python", "check.py", "--timeout", *split(os.environ.get("TIMEOUT", ""))
        )
    return 1


# What follows stands for the shell; it is the same in every launcher that needs it.


def split(text, globs=True, **options):
    """The fields of an expansion without quotes."""
    fields = re.findall(r"[^ \t\n]+", text)
    if not globs:
        return fields
    return [path for field in fields for path in glob_paths(field, **options)]


def glob_paths(pattern, null=False, dots=False, deep=False):
    """The paths that match a pattern, or the pattern itself where there is none."""
    if re.search(r"[*?\[]|[+@!]\(", pattern):
        parts = re.split("(/+)", pattern)
        found = matching_paths("", parts, dots, deep)
        if found or null:
            return sorted(found)
    return [re.sub(r"\\(.)", r"\1", pattern, flags=re.DOTALL)]


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


def begin():
    """Take signals as a shell does, and tell programs the directory."""
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.environ["PWD"] = os.getcwd()


def complain_line(message):
    """Write a message to stderr."""
    print(message, file=sys.stderr, flush=True)


def write_all(fd, data):
    """Write all bytes to a descriptor."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


if __name__ == "__main__":
    sys.exit(main())
