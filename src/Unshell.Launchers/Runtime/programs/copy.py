import os
import shutil
import stat


def copy_target(name, options, operands):
    """Find sources and destinations of cp, mv, ln: pairs, or None and a message."""
    directory = options.get("target_directory")
    sources = list(operands)
    if directory is None:
        if len(sources) < 2:
            missing_operand(name, sources)
            return None
        last = sources.pop()
        into = "no_target_directory" not in options and os.path.isdir(last)
        if into and "no_dereference" in options and os.path.islink(last):
            into = False
        if not into:
            if len(sources) > 1:
                complain(name, f"target {quoted_name(last)}: Not a directory")
                return None
            return [(sources[0], last)]
        directory = last
    elif not os.path.isdir(directory):
        complain(name, f"target directory {quoted_name(directory)}: Not a directory")
        return None
    if not sources:
        missing_operand(name, sources)
        return None
    slash = "" if directory.endswith("/") else "/"
    return [(path, directory + slash + last_component(path)) for path in sources]


def copy_contents(source, target, mode, force):
    """Copy a file's bytes; a file that is there keeps its inode and its mode."""
    with open(source, "rb") as reader:
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        try:
            fd = os.open(target, flags, mode)
        except OSError:
            if not force or not os.path.lexists(target):
                raise
            os.unlink(target)
            fd = os.open(target, flags, mode)
        with open(fd, "wb") as writer:
            shutil.copyfileobj(reader, writer)


def copy_attributes(source_info, target, kept):
    """Give a copy the owner, the times and the mode of what it is a copy of."""
    is_link = stat.S_ISLNK(source_info.st_mode)
    mode = stat.S_IMODE(source_info.st_mode)
    if "timestamps" in kept:
        times = (source_info.st_atime_ns, source_info.st_mtime_ns)
        os.utime(target, ns=times, follow_symlinks=False)
    if "ownership" in kept:
        try:
            ids = (source_info.st_uid, source_info.st_gid)
            os.chown(target, *ids, follow_symlinks=False)
        except PermissionError:
            mode &= ~(stat.S_ISUID | stat.S_ISGID)
    if "mode" in kept and not is_link:
        os.chmod(target, mode)
