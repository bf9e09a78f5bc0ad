import os

REV_OPTIONS = {}


def rev_program(argv, env):
    """Write lines with their characters in reverse order."""
    options, operands = read_options("rev", argv, REV_OPTIONS)
    if options is None:
        return 125
    status, utf8 = 0, is_utf8(env)
    for path in operands or ["-"]:
        fd = open_operand("rev", path)
        if fd is None:
            status = 1
            continue
        for line in read_lines(fd):
            text = text_of(line.removesuffix(b"\n"), utf8)
            end = line[len(line.removesuffix(b"\n")) :]
            write_all(1, bytes_of(text[::-1], utf8) + end)
        os.close(fd)
    return status
