import os

REALPATH_OPTIONS = {
    "-e": "existing",
    "--canonicalize-existing": "existing",
    "-m": "missing",
    "--canonicalize-missing": "missing",
    "-s": "no_symlinks",
    "--strip": "no_symlinks",
    "--no-symlinks": "no_symlinks",
    "--relative-to": "relative_to=",
    "-q": "quiet",
    "--quiet": "quiet",
    "-z": "zero",
    "--zero": "zero",
}


def realpath_program(argv, env):
    """Write absolute paths without links."""
    options, operands = read_options("realpath", argv, REALPATH_OPTIONS)
    if options is None:
        return 125
    if not operands:
        return missing_operand("realpath", operands)
    need = last_given(options, ("existing", "missing"), "canonicalize")
    status = 0
    for path in operands:
        try:
            text = realpath_of(path, need, options)
            if "relative_to" in options:
                start = realpath_of(options["relative_to"], need, options)
                text = os.path.relpath(text, start)
        except OSError as error:
            status = 1
            if "quiet" not in options:
                complain_of("realpath", path, error)
            continue
        write_all(1, os.fsencode(text + ("\0" if "zero" in options else "\n")))
    return status


def realpath_of(path, need, options):
    """Make a path absolute; raises OSError."""
    if "no_symlinks" not in options:
        return resolved_path(path, need)
    if need == "existing" or not path:
        os.stat(path)
    absolute = os.path.abspath(path)
    return absolute[1:] if absolute.startswith("//") else absolute
