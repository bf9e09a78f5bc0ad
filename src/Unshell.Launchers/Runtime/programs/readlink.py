import errno
import os

READLINK_OPTIONS = {
    "-f": "canonicalize",
    "--canonicalize": "canonicalize",
    "-e": "existing",
    "--canonicalize-existing": "existing",
    "-m": "missing",
    "--canonicalize-missing": "missing",
    "-n": "no_newline",
    "--no-newline": "no_newline",
    "-q": "quiet",
    "-s": "quiet",
    "--quiet": "quiet",
    "--silent": "quiet",
    "-v": "verbose",
    "--verbose": "verbose",
    "-z": "zero",
    "--zero": "zero",
}


def resolved_path(path, need):
    """Make a path absolute and free of links; raises OSError.

    The need is "existing" for all of it, "canonicalize" for all but its last part.
    """
    if not path:
        raise FileNotFoundError(2, "")
    if need == "missing":
        return os.path.realpath(path)
    if need == "existing":
        os.stat(path)
        return os.path.realpath(path, strict=True)
    link = path.rstrip("/")
    for _ in range(40):
        if not link or not os.path.islink(link):
            break
        link = os.path.join(os.path.dirname(link), os.readlink(link))
    else:
        raise OSError(errno.ELOOP, "")
    parent = os.path.dirname(link.rstrip("/"))
    os.stat(parent + "/" if parent or link[:1] == "/" else ".")
    if path.endswith("/") and os.path.exists(path.rstrip("/")):
        os.stat(path)
    return os.path.realpath(path)


def readlink_program(argv, env):
    """Write where a link leads, or a path without links."""
    options, operands = read_options("readlink", argv, READLINK_OPTIONS)
    if options is None:
        return 125
    if not operands:
        return missing_operand("readlink", operands)
    need = last_given(options, ("canonicalize", "existing", "missing"))
    if "no_newline" in options and len(operands) > 1:
        complain("readlink", "ignoring --no-newline with multiple arguments")
    status = 0
    end = "\0" if "zero" in options else "\n"
    end = "" if "no_newline" in options and len(operands) == 1 else end
    for path in operands:
        try:
            text = resolved_path(path, need) if need else os.readlink(path)
        except OSError as error:
            status = 1
            if last_given(options, ("quiet", "verbose")) == "verbose":
                complain_of("readlink", path, error)
            continue
        write_all(1, os.fsencode(text + end))
    return status
