import os

BASENAME_OPTIONS = {
    "-a": "multiple",
    "--multiple": "multiple",
    "-s": "suffix=",
    "--suffix": "suffix=",
    "-z": "zero",
    "--zero": "zero",
}


def last_component(path):
    """The last part of a path, without slashes behind it."""
    bare = path.rstrip("/")
    return bare.rpartition("/")[2] if bare else path[:1]


def basename_program(argv, env):
    """Write the last component of paths, without a suffix."""
    options, operands = read_options("basename", argv, BASENAME_OPTIONS, permute=False)
    if options is None:
        return 125
    if not operands:
        return missing_operand("basename", operands)
    suffix = options.get("suffix", "")
    if not options.keys() & {"multiple", "suffix"}:
        if len(operands) > 2:
            return extra_operand("basename", operands[2])
        suffix = operands.pop() if len(operands) == 2 else ""
    end = "\0" if "zero" in options else "\n"
    for path in operands:
        name = last_component(path)
        if name != suffix:
            name = name.removesuffix(suffix)
        write_all(1, os.fsencode(name + end))
    return 0
