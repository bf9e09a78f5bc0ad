import itertools
import os

PASTE_OPTIONS = {
    "-d": "delimiters=",
    "--delimiters": "delimiters=",
    "-s": "serial",
    "--serial": "serial",
}


def paste_program(argv, env):
    """Join the lines of files, or with -s all lines of a file."""
    options, operands = read_options("paste", argv, PASTE_OPTIONS)
    if options is None:
        return 125
    marks = paste_delimiters(options.get("delimiters", "\t"))
    if marks is None:
        complain("paste", "delimiter list ends with an unescaped backslash")
        return 1
    fds = [open_operand("paste", path) for path in operands or ["-"]]
    status = 1 if None in fds else 0
    if status and "serial" not in options:
        return status
    if "serial" in options:
        for fd in fds:
            if fd is not None:
                write_all(1, paste_joined(split_lines(read_all(fd)), marks))
    else:
        named = operands or ["-"]
        stdin = read_lines(0)
        files = [
            stdin if path == "-" else read_lines(fd) for path, fd in zip(named, fds)
        ]
        while True:
            rows = [next(file, None) for file in files]
            if all(row is None for row in rows):
                break
            write_all(1, paste_joined([row or b"" for row in rows], marks))
    for fd in fds:
        if fd is not None:
            os.close(fd)
    return status


def paste_joined(rows, marks):
    """Join lines into one with the delimiters in turn."""
    texts = [row.removesuffix(b"\n") for row in rows]
    line = texts[0] if texts else b""
    for mark, text in zip(itertools.cycle(marks), texts[1:]):
        line += mark + text
    return line + b"\n"


def paste_delimiters(text):
    """Read a list of delimiters; None if a backslash ends it."""
    known = {"n": b"\n", "t": b"\t", "0": b"", "\\": b"\\"}
    marks, letters = [], iter(os.fsencode(text).decode("latin-1"))
    for letter in letters:
        if letter == "\\":
            letter = next(letters, None)
            if letter is None:
                return None
            marks.append(known.get(letter, letter.encode("latin-1")))
        else:
            marks.append(letter.encode("latin-1"))
    return marks or [b""]
