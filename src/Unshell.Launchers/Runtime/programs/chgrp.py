CHGRP_OPTIONS = {
    "-R": "recursive",
    "--recursive": "recursive",
    "-h": "no_dereference",
    "--no-dereference": "no_dereference",
    "-f": "silent",
    "--silent": "silent",
    "--quiet": "silent",
}


def chgrp_program(argv, env):
    """Change groups; what already belongs to them is left alone."""
    options, operands = read_options("chgrp", argv, CHGRP_OPTIONS)
    if options is None:
        return 125
    if len(operands) < 2:
        return missing_operand("chgrp", operands)
    group = operands.pop(0)
    gid = group_id(group) if group else -1
    if gid is None:
        complain("chgrp", f"invalid group: {quoted_name(group)}")
        return 1
    ids = (-1, gid)
    return max(change_owner("chgrp", path, ids, options) for path in operands)
