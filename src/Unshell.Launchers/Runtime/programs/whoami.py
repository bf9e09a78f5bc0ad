import os

WHOAMI_OPTIONS = {}


def whoami_program(argv, env):
    """Write the name of the user."""
    options, operands = read_options("whoami", argv, WHOAMI_OPTIONS)
    if options is None:
        return 125
    if operands:
        return extra_operand("whoami", operands[0])
    name = user_name(os.geteuid())
    if name is None:
        complain("whoami", f"cannot find name for user ID {os.geteuid()}")
        return 1
    write_all(1, os.fsencode(name + "\n"))
    return 0
