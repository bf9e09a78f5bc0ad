#!/usr/bin/env python3
# Compiled by unshell from Dockerfile (72a64507f61c1a72); yours to change.
# It runs: gunicorn, python
"""Compiled from a shell command: does the same without a shell."""

import os
import re
import signal
import subprocess
import sys

IS_BASH = False


def main():
    prepare()
    status = run_program("python", "manage.py", "migrate")  # line 1
    if status == 0:
        status = run_program("python", "manage.py", "collectstatic", "--noinput")
    if status == 0:
        become(
            "gunicorn",
            "--workers",
            *split(os.environ.get("WEB_CONCURRENCY") or "2"),
            "-b",
            *expand("0.0.0.0:", Unquoted(os.environ.get("PORT") or "8000")),
            "config.wsgi",
        )
    return status


# What follows stands for the shell; it is the same in every launcher that needs it.


def prepare():
    """Start as a shell does: signals as the system has them, PWD in the environment."""
    for number in (signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_DFL)
    name = os.environ.get("PWD", "")
    if not name.startswith("/") or os.path.realpath(name) != os.getcwd():
        os.environ["PWD"] = os.getcwd()


def run_program(*words, **options):
    """Run a program and give its exit status as a shell counts it."""
    try:
        status = subprocess.call(words, **options)
    except OSError as error:
        print(f"{words[0]}: {error.strerror}", file=sys.stderr, flush=True)
        return 127 if isinstance(error, FileNotFoundError) else 126
    return status if status >= 0 else 128 - status


def become(*words):
    """Become another program; where that fails, end as a shell does."""
    try:
        os.execvp(words[0], words)
    except OSError as error:
        print(f"{words[0]}: {error.strerror}", file=sys.stderr)
        sys.exit(127 if isinstance(error, FileNotFoundError) else 126)


class Unquoted(tuple):
    """The value of an expansion without quotes: it is split and matched with paths."""

    def __new__(cls, value):
        return super().__new__(cls, [value] if isinstance(value, str) else value)


class Pattern(str):
    """Part of a word that is a pattern."""


def split(text, globs=True, **options):
    """The fields of an expansion without quotes."""
    fields = re.findall(r"[^ \t\n]+", text)
    if not globs:
        return fields
    return [path for field in fields for path in glob_paths(field, **options)]


def split_at(text, separators):
    """Split a text at IFS: blanks in it run together, others each end a field."""
    blanks = "".join(c for c in separators if c in " \t\n")
    marks = "".join(c for c in separators if c not in " \t\n")
    if not separators:
        return [text] if text else []
    text = text.strip(blanks) if blanks else text
    if not marks:
        return re.findall(f"[^{re.escape(blanks)}]+", text)
    around = f"[{re.escape(blanks)}]*" if blanks else ""
    space = f"|[{re.escape(blanks)}]+" if blanks else ""
    fields = re.split(f"{around}[{re.escape(marks)}]{around}{space}", text)
    return fields[:-1] if fields[-1] == "" else fields


def expand(*parts, globs=True, **options):
    """The fields of a word of quoted texts, lists, `Unquoted` values and `Pattern`s."""
    return expand_parts(parts, " \t\n", globs, options)


def expand_parts(parts, separators, globs, options):
    """The fields of a word; in them a backslash takes a character's meaning away."""
    fields, is_open = [], False
    for part in parts:
        if isinstance(part, Unquoted):
            for index, value in enumerate(part):
                is_open = is_open and index == 0
                is_open = add_unquoted(fields, value, separators, is_open)
        elif isinstance(part, list):
            for index, value in enumerate(part):
                is_open = add_piece(fields, literal(value), is_open and index == 0)
        else:
            text = part if isinstance(part, Pattern) else literal(part)
            is_open = add_piece(fields, text, is_open)
    if not globs:
        return [re.sub(r"\\(.)", r"\1", field, flags=re.DOTALL) for field in fields]
    return [path for field in fields for path in glob_paths(field, **options)]


def add_piece(fields, text, is_open):
    """Add text to the field that is open, or begin one."""
    if is_open:
        fields[-1] += text
    else:
        fields.append(text)
    return True


def add_unquoted(fields, value, separators, is_open):
    """Add the fields of a value; whether the last one is still open."""
    if not value:
        return is_open
    blanks = "".join(c for c in separators if c in " \t\n")
    marked = value.replace("\\", "\\\\") if not IS_BASH else value
    pieces = split_at(marked, separators)
    if value[0] in separators and (value[0] in blanks or is_open):
        is_open = False
        if value.lstrip(blanks)[:1] in set(separators) - set(blanks):
            pieces = pieces[1:] if fields else pieces
    for index, piece in enumerate(pieces):
        is_open = add_piece(fields, piece, is_open and index == 0)
    return is_open and value[-1] not in separators


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


def literal(text):
    """A text that a pattern takes as it stands."""
    return re.sub(r"([*?\[\]\\!^()|+@-])", r"\\\1", text)


if __name__ == "__main__":
    sys.exit(main())
