#!/usr/bin/env python3
# Compiled by unshell from docker/entrypoint.sh (2e7c8a7d92edee0a); yours to change.
# It runs: python
"""Compiled from entrypoint.sh: does the same without a shell."""

import os
import signal
import sys

FATAL = 1
SCRIPT = os.path.join(os.path.dirname(sys.argv[0]), "entrypoint.sh")


def main():
    begin()
    arguments = sys.argv[1:]
    variables["MODE"] = variables.get("MODE") or "production"  # line 1
    # line 4
    check(
        run(
            "python",
            "{}/wait.py".format(capture(lambda: dirname_program([SCRIPT], os.environ))),
            "db",
            "5432",
        )
    )
    check(run("python", "docker/seed.py", variables["MODE"]))  # line 5
    execute(*arguments)  # line 6


# What follows stands for the shell; it is the same in every launcher that needs it.


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


def complain_line(message):
    """Write a message to stderr."""
    print(message, file=sys.stderr, flush=True)


def read_all(fd):
    """Read a descriptor to its end."""
    chunks = []
    while chunk := os.read(fd, 65536):
        chunks.append(chunk)
    return b"".join(chunks)


def capture(body):
    """What a part writes to stdout, without the newlines at its end."""
    reader, writer = os.pipe()

    def redirected_body():
        os.close(reader)
        os.dup2(writer, 1)
        os.close(writer)
        return body()

    child = fork(redirected_body)
    os.close(writer)
    data = read_all(reader)
    os.close(reader)
    capture.status = wait_status(child)
    return os.fsdecode(data.replace(b"\0", b"").rstrip(b"\n"))


capture.status = 0


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


def run(*words, redirections=(), env={}):
    """Run a program, wait for it, and give its exit status as a shell counts it."""
    return wait_status(
        fork(lambda: execute(*words, redirections=redirections, env=env))
    )


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


def check(status):
    """Stop the script where a command fails (set -e)."""
    if status:
        sys.exit(status)


def begin():
    """Take signals as a shell does, and tell programs the directory."""
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.environ["PWD"] = os.getcwd()


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
DIRNAME_OPTIONS = {
    "-z": "zero",
    "--zero": "zero",
}


def dirname_program(argv, env):
    """Write paths without their last component."""
    options, operands = read_options("dirname", argv, DIRNAME_OPTIONS)
    if options is None:
        return 125
    if not operands:
        return missing_operand("dirname", operands)
    end = "\0" if "zero" in options else "\n"
    for path in operands:
        bare = path.rstrip("/")
        parent = bare.rpartition("/")[0].rstrip("/")
        name = parent or ("/" if path.startswith("/") else ".")
        write_all(1, os.fsencode(name + end))
    return 0


def write_all(fd, data):
    """Write all bytes to a descriptor."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


def complain(name, text):
    """Write an error message in the way programs do."""
    write_all(2, os.fsencode(f"{name}: {text}\n"))


def quoted_name(path):
    """Quote a file name as the file utilities do in their messages."""
    if "'" not in path:
        return f"'{path}'"
    if not any(mark in path for mark in '"$`\\'):
        return f'"{path}"'
    return "'" + path.replace("'", "'\\''") + "'"


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


def missing_operand(name, operands):
    """Report too few operands as the file utilities do."""
    if operands:
        complain(name, f"missing operand after {quoted_name(operands[-1])}")
    else:
        complain(name, "missing operand")
    return 1


if __name__ == "__main__":
    main()
