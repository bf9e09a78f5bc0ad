import os
import re

ENVSUBST_OPTIONS = {
    "-v": "variables",
    "--variables": "variables",
}
ENVSUBST_VARIABLE = re.compile(r"\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})", re.ASCII)


def envsubst_program(argv, env):
    """Put the values of variables into the text of standard input."""
    options, operands = read_options("envsubst", argv, ENVSUBST_OPTIONS)
    if options is None:
        return 125
    if len(operands) > 1:
        complain("envsubst", "too many arguments")
        return 1
    if "variables" in options:
        if not operands:
            complain("envsubst", "missing arguments")
            return 1
        for match in ENVSUBST_VARIABLE.finditer(operands[0]):
            write_all(1, os.fsencode((match[1] or match[2]) + "\n"))
        return 0
    only = None
    if operands:
        found = ENVSUBST_VARIABLE.finditer(operands[0])
        only = {match[1] or match[2] for match in found}

    def fill(match):
        name = match[1] or match[2]
        wanted = only is None or name in only
        return env.get(name, "") if wanted else match[0]

    text = os.fsdecode(read_all(0))
    write_all(1, os.fsencode(ENVSUBST_VARIABLE.sub(fill, text)))
    return 0
