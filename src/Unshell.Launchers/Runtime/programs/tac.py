import os

TAC_OPTIONS = {}


def tac_program(argv, env):
    """Write files with their lines in reverse order."""
    options, operands = read_options("tac", argv, TAC_OPTIONS)
    if options is None:
        return 125
    status = 0
    for path in operands or ["-"]:
        fd = open_operand("tac", path)
        if fd is None:
            status = 1
            continue
        write_all(1, b"".join(reversed(split_lines(read_all(fd)))))
        os.close(fd)
    return status
