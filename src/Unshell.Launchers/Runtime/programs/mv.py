import errno
import os
import shutil
import stat

MV_OPTIONS = {
    "-f": "force",
    "--force": "force",
    "-n": "no_clobber",
    "--no-clobber": "no_clobber",
    "-u": "update",
    "--update": "update",
    "-v": "verbose",
    "--verbose": "verbose",
    "-t": "target_directory=",
    "--target-directory": "target_directory=",
    "-T": "no_target_directory",
    "--no-target-directory": "no_target_directory",
}


def mv_program(argv, env):
    """Move or rename files."""
    options, operands = read_options("mv", argv, MV_OPTIONS)
    if options is None:
        return 125
    pairs = copy_target("mv", options, operands)
    if pairs is None:
        return 1
    return max(mv_file(source, target, options) for source, target in pairs)


def mv_file(source, target, options):
    """Move one file or tree; return the status."""
    keeps = last_given(options, ("force", "no_clobber")) == "no_clobber"
    try:
        info = os.lstat(source)
        there = os.lstat(target) if os.path.lexists(target) else None
        if there and keeps:
            return 0
        if there and "update" in options and there.st_mtime_ns >= info.st_mtime_ns:
            return 0
        if there and os.path.samestat(info, there):
            complain("mv", f"{source} and {target} are the same file")
            return 1
        if there and stat.S_ISDIR(there.st_mode) and not stat.S_ISDIR(info.st_mode):
            raise IsADirectoryError(errno.EISDIR, "")
        try:
            os.rename(source.rstrip("/") or "/", target)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            return mv_across(source, target, there, options)
    except OSError as error:
        names = f"{quoted_name(source)} to {quoted_name(target)}"
        complain("mv", f"cannot move {names}: {os.strerror(error.errno)}")
        return 1
    if "verbose" in options:
        line = f"renamed {quoted_name(source)} -> {quoted_name(target)}\n"
        write_all(1, os.fsencode(line))
    return 0


def mv_across(source, target, there, options):
    """Move to another file system: copy, then remove."""
    if there:
        (os.rmdir if stat.S_ISDIR(there.st_mode) else os.unlink)(target)
    flags = ["-a"] + (["-v"] if "verbose" in options else [])
    status = cp_program(flags + ["-T", "--", source, target], {})
    if status == 0:
        if os.path.isdir(source) and not os.path.islink(source):
            shutil.rmtree(source)
        else:
            os.unlink(source)
    return status
