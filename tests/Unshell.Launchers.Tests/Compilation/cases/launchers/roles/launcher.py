#!/usr/bin/env python3
"""Compiled from script.sh: does the same without a shell."""

import os
import re
import signal
import subprocess
import sys

IS_BASH = True


def main():
    prepare()
    arguments = sys.argv[1:]
    # The first argument says what this container is.
    variables["role"] = argument(arguments, 1) or "web"  # line 5
    choice = variables["role"]  # line 6
    if choice == "web":
        status = subprocess.call(["python", "manage.py", "collectstatic", "--noinput"])
        if status != 0:
            sys.exit(status if status > 0 else 128 - status)
        become(
            "gunicorn",
            "--bind",
            f"0.0.0.0:{os.environ.get('PORT') or '8000'}",
            *fields_of(os.environ.get("GUNICORN_OPTS", "")),
            "app.wsgi",
        )
    elif choice in ("worker", "beat"):
        become("celery", "-A", "app", variables["role"])
    else:
        if arguments:
            become(*arguments)


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


def prepare():
    """Start as a shell does: signals as the system has them, PWD in the environment."""
    for number in (signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_DFL)
    name = os.environ.get("PWD", "")
    if not name.startswith("/") or os.path.realpath(name) != os.getcwd():
        os.environ["PWD"] = os.getcwd()


def become(*words):
    """Become another program; where that fails, end as a shell does."""
    try:
        os.execvp(words[0], words)
    except OSError as error:
        print(f"{words[0]}: {error.strerror}", file=sys.stderr)
        sys.exit(127 if isinstance(error, FileNotFoundError) else 126)


def argument(arguments, number):
    """A positional parameter, empty where there are not so many."""
    return arguments[number - 1] if number <= len(arguments) else ""


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


if __name__ == "__main__":
    main()
