import os

CHOWN_OPTIONS = {
    "-R": "recursive",
    "--recursive": "recursive",
    "-h": "no_dereference",
    "--no-dereference": "no_dereference",
    "-f": "silent",
    "--silent": "silent",
    "--quiet": "silent",
    "--reference": "reference=",
}


def chown_program(argv, env):
    """Change owners; what already belongs to them is left alone."""
    options, operands = read_options("chown", argv, CHOWN_OPTIONS)
    if options is None:
        return 125
    if len(operands) < (1 if "reference" in options else 2):
        return missing_operand("chown", operands)
    try:
        if "reference" in options:
            ids = os.stat(options["reference"])[4:6]
        else:
            ids = owner_ids(operands.pop(0))
    except OSError as error:
        complain_of("chown", options["reference"], error)
        return 1
    except ValueError as error:
        complain("chown", str(error))
        return 1
    return max(change_owner("chown", path, ids, options) for path in operands)
