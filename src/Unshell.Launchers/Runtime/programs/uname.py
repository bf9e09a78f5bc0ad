import os

UNAME_OPTIONS = {
    "-a": "all",
    "--all": "all",
    "-s": "sysname",
    "--kernel-name": "sysname",
    "-n": "nodename",
    "--nodename": "nodename",
    "-r": "release",
    "--kernel-release": "release",
    "-v": "version",
    "--kernel-version": "version",
    "-m": "machine",
    "--machine": "machine",
    "-o": "system",
    "--operating-system": "system",
}


def uname_program(argv, env):
    """Write the system's name, version and machine."""
    options, operands = read_options("uname", argv, UNAME_OPTIONS)
    if options is None:
        return 125
    if operands:
        return extra_operand("uname", operands[0])
    info = os.uname()
    values = {key: getattr(info, key, "GNU/Linux") for key in UNAME_OPTIONS.values()}
    values.pop("all")
    wanted = options.keys() or {"sysname"}
    words = [values[key] for key in values if key in wanted or "all" in wanted]
    write_all(1, os.fsencode(" ".join(words) + "\n"))
    return 0
