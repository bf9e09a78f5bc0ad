import os

PRINTENV_OPTIONS = {
    "-0": "zero",
    "--null": "zero",
}


def printenv_program(argv, env):
    """Write the environment, or the values of variables."""
    options, operands = read_options("printenv", argv, PRINTENV_OPTIONS)
    if options is None:
        return 125
    end = "\0" if "zero" in options else "\n"
    lines = [env[name] for name in operands if name in env]
    if not operands:
        lines = [f"{name}={value}" for name, value in env.items()]
    write_all(1, os.fsencode("".join(line + end for line in lines)))
    return 0 if all(name in env for name in operands) else 1
