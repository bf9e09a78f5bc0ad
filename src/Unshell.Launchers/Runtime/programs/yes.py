import os

YES_OPTIONS = {}


def yes_program(argv, env):
    """Write a line again and again."""
    options, operands = read_options("yes", argv, YES_OPTIONS)
    if options is None:
        return 125
    line = os.fsencode(" ".join(operands or ["y"]) + "\n")
    block = line * max(1, 8192 // len(line))
    while True:
        write_all(1, block)
