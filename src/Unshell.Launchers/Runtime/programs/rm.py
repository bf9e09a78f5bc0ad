import os
import stat

RM_OPTIONS = {
    "-r": "recursive",
    "-R": "recursive",
    "--recursive": "recursive",
    "-f": "force",
    "--force": "force",
    "-d": "dir",
    "--dir": "dir",
    "-v": "verbose",
    "--verbose": "verbose",
}


def rm_program(argv, env):
    """Remove files and, with -r, directories."""
    options, operands = read_options("rm", argv, RM_OPTIONS)
    if options is None:
        return 125
    if not operands:
        return 0 if "force" in options else missing_operand("rm", operands)
    status = 0
    for path in operands:
        last = path.rstrip("/").rpartition("/")[2]
        if last in (".", "..") and "recursive" in options:
            complain("rm", f"refusing to remove '.' or '..': skipping {path}")
            status = 1
        elif "recursive" in options and path and not path.strip("/"):
            complain("rm", "it is dangerous to operate recursively on '/'")
            status = 1
        else:
            status |= rm_tree(path, options)
    return status


def rm_tree(path, options):
    """Remove a path and what is below it; return the status."""
    try:
        is_directory = stat.S_ISDIR(os.lstat(path).st_mode)
        if is_directory and not options.keys() & {"recursive", "dir"}:
            raise IsADirectoryError(21, "")
        if not is_directory:
            os.unlink(path)
        else:
            children = sorted(os.listdir(path)) if "recursive" in options else []
            bare = path.rstrip("/")
            failed = [rm_tree(f"{bare}/{name}", options) for name in children]
            if any(failed):
                return 1
            os.rmdir(path)
    except OSError as error:
        missing = isinstance(error, (FileNotFoundError, NotADirectoryError))
        if missing and "force" in options:
            return 0
        reason = os.strerror(error.errno)
        complain("rm", f"cannot remove {quoted_name(path)}: {reason}")
        return 1
    if "verbose" in options:
        kind = "directory " if is_directory else ""
        write_all(1, os.fsencode(f"removed {kind}{quoted_name(path)}\n"))
    return 0
