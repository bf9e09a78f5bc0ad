import os

ENV_OPTIONS = {
    "-i": "ignore",
    "--ignore-environment": "ignore",
    "-": "ignore",
    "-u": "unset+=",
    "--unset": "unset+=",
    "-C": "directory=",
    "--chdir": "directory=",
    "-0": "zero",
    "--null": "zero",
}


def env_program(argv, env):
    """Write the environment, or run a program in a changed one."""
    words = ["-i" if word == "-" else word for word in argv[:1]] + argv[1:]
    options, operands = read_options("env", words, ENV_OPTIONS, permute=False)
    if options is None:
        return 125
    changed = {} if "ignore" in options else dict(env)
    for name in options.get("unset", []):
        changed.pop(name, None)
    while operands and "=" in operands[0]:
        name, _, value = operands.pop(0).partition("=")
        changed[name] = value
    if not operands:
        end = "\0" if "zero" in options else "\n"
        text = "".join(f"{name}={value}{end}" for name, value in changed.items())
        write_all(1, os.fsencode(text))
        return 0
    if "directory" not in options:
        return call_program(operands, changed)
    before = os.getcwd()
    try:
        os.chdir(options["directory"])
    except OSError as error:
        complain_of("env", options["directory"], error)
        return 125
    status = call_program(operands, changed)
    os.chdir(before)
    return status
