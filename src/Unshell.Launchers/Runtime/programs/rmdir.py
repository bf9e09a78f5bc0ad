import os

RMDIR_OPTIONS = {
    "-p": "parents",
    "--parents": "parents",
    "--ignore-fail-on-non-empty": "ignore",
    "-v": "verbose",
    "--verbose": "verbose",
}


def rmdir_program(argv, env):
    """Remove empty directories."""
    options, operands = read_options("rmdir", argv, RMDIR_OPTIONS)
    if options is None:
        return 125
    if not operands:
        return missing_operand("rmdir", operands)
    status = 0
    for operand in operands:
        path = operand
        while path:
            if "verbose" in options:
                line = f"rmdir: removing directory, {quoted_name(path)}\n"
                write_all(1, os.fsencode(line))
            try:
                os.rmdir(path)
            except OSError as error:
                if "ignore" not in options or error.errno not in (16, 17, 39):
                    reason = os.strerror(error.errno)
                    complain("rmdir", f"failed to remove {quoted_name(path)}: {reason}")
                    status = 1
                break
            parent = path.rstrip("/").rpartition("/")[0].rstrip("/")
            path = parent if "parents" in options else ""
    return status
