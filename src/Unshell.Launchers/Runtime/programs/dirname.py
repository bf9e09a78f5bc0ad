import os

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
