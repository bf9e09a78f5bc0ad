#!/usr/bin/env python3
"""Compiled from script.sh: does the same without a shell."""

import os
import signal
import stat
import sys

FATAL = 1


def file_env(*arguments):  # line 3
    with local_variables("var", "file_var"):
        variables["var"] = argument(arguments, 1)
        variables["file_var"] = f"{variables.get('var', '')}_FILE"
        if value_of(variables.get("file_var", "")):
            export_words(
                "{}={}".format(
                    variables.get("var", ""),
                    output_of_part(
                        lambda: cat_program(
                            [value_of(variables.get("file_var", ""))], os.environ
                        )
                    ),
                )
            )
            unset(variables.get("file_var", ""))
            return 0
        return 0


def main():
    prepare()
    arguments = sys.argv[1:]
    variables["IFS"] = " \t\n"
    check(file_env("DB_PASSWORD"))  # line 11
    if os.geteuid() == 0:  # line 12
        if arguments:
            become(*arguments)
    if arguments:  # line 16
        become(*arguments)


# What follows stands for the shell; it is the same in every launcher that needs it.


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


def check(status):
    """Stop the script where a command fails (set -e)."""
    if status:
        sys.exit(status)


def complain_line(message):
    """Write a message to stderr."""
    print(message, file=sys.stderr, flush=True)


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


def export(name, value=None):
    """Give a variable to the programs that run from now on."""
    if value is None:
        value = variables.get(name)
        if value is None:
            export_later.add(name)
            return
    os.environ[name] = value
    variables[name] = value


export_later = set()


def export_words(*words):
    """Export words such as NAME=value that are known only now."""
    for word in words:
        name, equals, value = word.partition("=")
        if not name.isidentifier() or not name.isascii():
            complain_line(f"export: {word}: not a valid identifier")
            return FATAL
        export(name, value if equals else None)
    return 0


def unset(*names):
    """Take variables away."""
    for name in names:
        variables.pop(name, None)
        os.environ.pop(name, None)


def value_of(name):
    """The value of a variable whose name is known only now."""
    return variables.get(name, "")


def restore_variable(name, value, exported):
    """Put a variable back as it was."""
    variables.pop(name, None)
    if exported is not None:
        os.environ[name] = exported
    if value is not None:
        variables[name] = value


class local_variables:
    """Give variables their values back when a function ends."""

    def __init__(self, *names):
        self.names = names

    def __enter__(self):
        self.values = {name: variables.get(name) for name in self.names}
        self.exported = {name: os.environ.get(name) for name in self.names}

    def __exit__(self, *error):
        for name in self.names:
            restore_variable(name, self.values[name], self.exported[name])


CAT_OPTIONS = {
    "-n": "number",
    "--number": "number",
    "-b": "number_filled",
    "--number-nonblank": "number_filled",
    "-s": "squeeze",
    "--squeeze-blank": "squeeze",
    "-E": "ends",
    "--show-ends": "ends",
    "-u": "unbuffered",
}


def cat_program(argv, env):
    """Copy files, or standard input, to standard output."""
    options, operands = read_options("cat", argv, CAT_OPTIONS)
    if options is None:
        return 125
    status, number, blanks, open_line = 0, 0, 0, False
    for path in operands or ["-"]:
        fd = open_operand("cat", path)
        if fd is None:
            status = 1
            continue
        if not options.keys() - {"unbuffered"}:
            while chunk := os.read(fd, 65536):
                write_all(1, chunk)
            os.close(fd)
            continue
        for line in read_lines(fd):
            blanks = blanks + 1 if line == b"\n" else 0
            if "squeeze" in options and blanks > 1:
                continue
            numbered = not blanks or "number_filled" not in options
            numbered = numbered and not open_line
            open_line = not line.endswith(b"\n")
            if numbered and options.keys() & {"number", "number_filled"}:
                number += 1
                line = b"%6d\t%s" % (number, line)
            if "ends" in options and not open_line:
                line = line[:-1] + b"$\n"
            write_all(1, line)
        os.close(fd)
    return status


def write_all(fd, data):
    """Write all bytes to a descriptor."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


def read_lines(fd, end=b"\n"):
    """Yield the lines of a descriptor as they arrive, with their newlines."""
    pending = []
    while chunk := os.read(fd, 65536):
        *lines, rest = chunk.split(end)
        for line in lines:
            pending.append(line + end)
            yield b"".join(pending)
            pending.clear()
        if rest:
            pending.append(rest)
    if pending:
        yield b"".join(pending)


def complain(name, text):
    """Write an error message in the way programs do."""
    write_all(2, os.fsencode(f"{name}: {text}\n"))


def complain_of(name, path, error):
    """Report what the system said about a path."""
    complain(name, f"{path}: {os.strerror(error.errno)}")


def open_operand(name, path):
    """Open a file, or standard input for "-"; None and a message if it fails."""
    if path == "-":
        return os.dup(0)
    try:
        fd = os.open(path, os.O_RDONLY)
        if stat.S_ISDIR(os.fstat(fd).st_mode):
            os.close(fd)
            raise IsADirectoryError(21, "")
    except OSError as error:
        complain_of(name, path, error)
        return None
    return fd


def read_options(name, argv, table, permute=True):
    """Split argv into options, the last given last, and operands.

    The table maps an option to the name of its value: "x" is a flag, "x=" takes an
    argument, "x+=" collects arguments, "x=?" takes one only in the same word. Returns
    None for the options after a message if there is one that the table lacks.
    """
    found, operands, words = {}, [], list(argv)
    while words:
        word = words.pop(0)
        if word == "--":
            return found, operands + words
        if word == "-" or not word.startswith("-"):
            operands.append(word)
            if not permute:
                return found, operands + words
            continue
        if word.startswith("--"):
            option, given, text = word.partition("=")
            attached, more = (text if given else None), ""
        elif word[1:].isdigit() and "-NUM" in table:
            option, attached, more = "-NUM", word[1:], ""
        else:
            option, attached, more = word[:2], word[2:] or None, word[2:]
        while option:
            kind = table.get(option)
            unwanted = attached is not None and not more
            if kind is None or (unwanted and not kind.endswith(("=", "?"))):
                complain(name, f"cannot do option {option} without the real program")
                return None, []
            key = kind.rstrip("+=?")
            if kind.endswith("="):
                if attached is None and not words:
                    complain(name, f"option {option} requires an argument")
                    return None, []
                value = words.pop(0) if attached is None else attached
                value = found.get(key, []) + [value] if kind.endswith("+=") else value
            else:
                value = attached if kind.endswith("?") else True
            found.pop(key, None)
            found[key] = value
            if kind.endswith(("=", "?")) or not more:
                break
            option, attached, more = "-" + more[0], more[1:] or None, more[1:]
    return found, operands


if __name__ == "__main__":
    main()
