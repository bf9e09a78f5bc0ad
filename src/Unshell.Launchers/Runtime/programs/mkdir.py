import os

MKDIR_OPTIONS = {
    "-p": "parents",
    "--parents": "parents",
    "-m": "mode=",
    "--mode": "mode=",
    "-v": "verbose",
    "--verbose": "verbose",
}


def mkdir_program(argv, env):
    """Make directories: -p, -m, -v."""
    options, operands = read_options("mkdir", argv, MKDIR_OPTIONS)
    if options is None:
        return 125
    if not operands:
        return missing_operand("mkdir", operands)
    changes = mode_changes(options.get("mode", "a+"))
    if changes is None:
        complain("mkdir", f"invalid mode {quoted_name(options['mode'])}")
        return 1
    umask = current_umask()
    mode = None
    if "mode" in options:
        mode = changed_mode(0o777 & ~umask, changes, True, umask)
    status = 0
    for path in operands:
        try:
            if "parents" in options:
                mkdir_parents(path, umask, "verbose" in options)
            if "parents" in options and os.path.isdir(path):
                continue
            os.mkdir(path)
            if mode is not None:
                os.chmod(path, mode)
        except OSError as error:
            reason = os.strerror(error.errno)
            failed = quoted_name(error.filename or path)
            complain("mkdir", f"cannot create directory {failed}: {reason}")
            status = 1
            continue
        if "verbose" in options:
            mkdir_report(path)
    return status


def mkdir_parents(path, umask, verbose):
    """Make the directories above a path that are not there; the user can enter them."""
    parts = path.rstrip("/").split("/")[:-1]
    for count in range(1, len(parts) + 1):
        parent = "/".join(parts[:count])
        if not parent or os.path.isdir(parent):
            continue
        os.mkdir(parent)
        if umask & 0o300:
            os.chmod(parent, 0o777 & ~umask | 0o300)
        if verbose:
            mkdir_report(parent)


def mkdir_report(path):
    """Say that a directory was made."""
    write_all(1, os.fsencode(f"mkdir: created directory {quoted_name(path)}\n"))
