import os
import stat

INSTALL_OPTIONS = {
    "-d": "directory",
    "--directory": "directory",
    "-m": "mode=",
    "--mode": "mode=",
    "-o": "owner=",
    "--owner": "owner=",
    "-g": "group=",
    "--group": "group=",
    "-D": "parents",
    "-p": "timestamps",
    "--preserve-timestamps": "timestamps",
    "-t": "target_directory=",
    "--target-directory": "target_directory=",
    "-T": "no_target_directory",
    "--no-target-directory": "no_target_directory",
}


def install_program(argv, env):
    """Copy files, or make directories, with modes and owners."""
    options, operands = read_options("install", argv, INSTALL_OPTIONS)
    if options is None:
        return 125
    changes = mode_changes(options.get("mode", "755"))
    if changes is None:
        complain("install", f"invalid mode {quoted_name(options['mode'])}")
        return 1
    ids = [user_id(options["owner"]) if "owner" in options else -1]
    ids.append(group_id(options["group"]) if "group" in options else -1)
    if None in ids:
        complain("install", "invalid user or group")
        return 1
    if "directory" in options:
        if not operands:
            return missing_operand("install", operands)
        pairs = [(None, path) for path in operands]
    else:
        if "parents" in options and len(operands) == 2:
            os.makedirs(os.path.dirname(operands[1]) or ".", exist_ok=True)
        pairs = copy_target("install", options, operands)
    status = 0 if pairs is not None else 1
    for source, target in pairs or []:
        try:
            install_one(source, target, changes, ids, options)
        except OSError as error:
            reason = os.strerror(error.errno)
            complain("install", f"cannot install {quoted_name(target)}: {reason}")
            status = 1
    return status


def install_one(source, target, changes, ids, options):
    """Copy one file or make one directory; raises OSError."""
    mode = changed_mode(0, changes, source is None, 0)
    if source is None:
        os.makedirs(target, exist_ok=True)
    else:
        info = os.stat(source)
        if stat.S_ISDIR(info.st_mode):
            raise IsADirectoryError(21, "")
        if os.path.lexists(target):
            os.unlink(target)
        copy_contents(source, target, 0o600, False)
        if "timestamps" in options:
            os.utime(target, ns=(info.st_atime_ns, info.st_mtime_ns))
    if ids != [-1, -1]:
        os.chown(target, *ids)
    os.chmod(target, mode)
