import os

LN_OPTIONS = {
    "-s": "symbolic",
    "--symbolic": "symbolic",
    "-f": "force",
    "--force": "force",
    "-n": "no_dereference",
    "-h": "no_dereference",
    "--no-dereference": "no_dereference",
    "-r": "relative",
    "--relative": "relative",
    "-v": "verbose",
    "--verbose": "verbose",
    "-t": "target_directory=",
    "--target-directory": "target_directory=",
    "-T": "no_target_directory",
    "--no-target-directory": "no_target_directory",
}


def ln_program(argv, env):
    """Make links, with -s symbolic ones."""
    options, operands = read_options("ln", argv, LN_OPTIONS)
    if options is None:
        return 125
    if len(operands) == 1 and "no_target_directory" not in options:
        options.setdefault("target_directory", ".")
    pairs = copy_target("ln", options, operands)
    if pairs is None:
        return 1
    status = 0
    for source, target in pairs:
        try:
            ln_link(source, target, options)
        except OSError as error:
            kind = "symbolic" if "symbolic" in options else "hard"
            reason = os.strerror(error.errno)
            complain("ln", f"failed to create {kind} link {target}: {reason}")
            status = 1
    return status


def ln_link(source, target, options):
    """Make one link; with -f what has its name is removed first."""
    if "relative" in options and "symbolic" in options:
        start = os.path.realpath(os.path.dirname(target) or ".")
        source = os.path.relpath(os.path.realpath(source), start)
    make = os.symlink if "symbolic" in options else os.link
    how = {} if "symbolic" in options else {"follow_symlinks": False}
    if "force" in options and os.path.lexists(target):
        if "symbolic" not in options and os.path.samestat(
            os.lstat(source), os.lstat(target)
        ):
            raise FileExistsError(17, "")
        os.unlink(target)
    make(source, target, **how)
    if "verbose" in options:
        arrow = "->" if "symbolic" in options else "=>"
        line = f"{quoted_name(target)} {arrow} {quoted_name(source)}\n"
        write_all(1, os.fsencode(line))
