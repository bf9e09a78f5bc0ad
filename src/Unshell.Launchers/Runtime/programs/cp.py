import os
import stat

CP_OPTIONS = {
    "-a": "archive",
    "--archive": "archive",
    "-r": "recursive",
    "-R": "recursive",
    "--recursive": "recursive",
    "-d": "links",
    "-p": "preserve",
    "--preserve": "preserve_list=?",
    "-P": "physical",
    "--no-dereference": "physical",
    "-L": "dereference",
    "--dereference": "dereference",
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


def cp_program(argv, env):
    """Copy files and, with -r or -a, directories."""
    options, operands = read_options("cp", argv, CP_OPTIONS)
    if options is None:
        return 125
    kept = cp_preserved(options)
    if kept is None:
        complain("cp", "cannot do this --preserve without the real program")
        return 125
    pairs = copy_target("cp", options, operands)
    if pairs is None:
        return 1
    recursive = bool(options.keys() & {"archive", "recursive"})
    follow = last_given(options, ("archive", "links", "physical", "dereference"))
    follows = follow == "dereference" or (follow is None and not recursive)
    plan = {"recursive": recursive, "follows": follows, "kept": kept, "copied": {}}
    plan |= {key: key in options for key in ("force", "update", "verbose")}
    plan["no_clobber"] = "no_clobber" in options
    return max(cp_tree(source, target, plan) for source, target in pairs)


def cp_preserved(options):
    """The attributes to keep; None if one of them cannot be kept."""
    words = {"mode", "ownership", "timestamps", "links", "all"}
    kept = {"mode", "ownership", "timestamps"} if "preserve" in options else set()
    kept |= {"all"} if "archive" in options else set()
    kept |= {"links"} if "links" in options else set()
    if "preserve_list" in options:
        given = options["preserve_list"] or "mode,ownership,timestamps"
        kept |= set(given.split(","))
    if kept - words:
        return None
    return words if "all" in kept else kept


def cp_complain(text, path, error=None):
    """Report a file that cannot be copied."""
    reason = "" if error is None else f": {os.strerror(error.errno)}"
    complain("cp", f"{text} {quoted_name(path)}{reason}")
    return 1


def cp_tree(source, target, plan):
    """Copy a file or a tree as planned; return the status."""
    try:
        info = os.stat(source) if plan["follows"] else os.lstat(source)
    except OSError as error:
        return cp_complain("cannot stat", source, error)
    is_directory = stat.S_ISDIR(info.st_mode)
    if is_directory and not plan["recursive"]:
        return cp_complain("-r not specified; omitting directory", source)
    there = cp_info(target)
    if there and not is_directory:
        if os.path.samestat(info, there) and plan["follows"]:
            return cp_complain("the same file:", source)
        newer = there.st_mtime_ns >= info.st_mtime_ns
        if plan["no_clobber"] or (plan["update"] and newer):
            return 0
        if stat.S_ISDIR(there.st_mode):
            return cp_complain("cannot overwrite directory with", source)
        if os.path.samestat(info, there):
            return cp_complain("the same file:", source)
    if there and is_directory and not stat.S_ISDIR(there.st_mode):
        return cp_complain("cannot overwrite non-directory with", source)
    try:
        status = (cp_directory if is_directory else cp_file)(source, target, info, plan)
        if not is_directory or not there or plan["kept"]:
            copy_attributes(info, target, plan["kept"])
    except OSError as error:
        return cp_complain("cannot copy to", target, error)
    return status


def cp_info(path):
    """What is at a path, links followed; None if nothing is."""
    try:
        return os.stat(path)
    except OSError:
        return None


def cp_report(source, target, plan):
    """With -v, say what is copied where."""
    if plan["verbose"]:
        line = f"{quoted_name(source)} -> {quoted_name(target)}\n"
        write_all(1, os.fsencode(line))


def cp_directory(source, target, info, plan):
    """Copy a directory with all that is in it."""
    if (os.path.realpath(target) + "/").startswith(os.path.realpath(source) + "/"):
        return cp_complain("cannot copy a directory into itself:", source)
    made = not os.path.isdir(target)
    if made:
        os.mkdir(target, 0o700)
        cp_report(source, target, plan)
    status = 0
    for name in sorted(os.listdir(source)):
        below = [f"{path.rstrip('/')}/{name}" for path in (source, target)]
        status |= cp_tree(*below, plan)
    if made:
        os.chmod(target, stat.S_IMODE(info.st_mode) & ~current_umask())
    return status


def cp_file(source, target, info, plan):
    """Copy what is not a directory: a file, a link, a named pipe."""
    first = plan["copied"].setdefault((info.st_dev, info.st_ino), target)
    cp_report(source, target, plan)
    if "links" in plan["kept"] and info.st_nlink > 1 and first != target:
        if os.path.lexists(target):
            os.unlink(target)
        os.link(first, target, follow_symlinks=False)
    elif stat.S_ISLNK(info.st_mode):
        if os.path.lexists(target):
            os.unlink(target)
        os.symlink(os.readlink(source), target)
    elif stat.S_ISREG(info.st_mode) or not plan["recursive"]:
        if os.path.islink(target) and not os.path.exists(target):
            return cp_complain("not writing through dangling symlink", target)
        mode = stat.S_IMODE(info.st_mode) & 0o777
        copy_contents(source, target, mode, plan["force"])
    elif stat.S_ISFIFO(info.st_mode):
        os.mkfifo(target, stat.S_IMODE(info.st_mode))
    else:
        return cp_complain("cannot copy a device:", source)
    return 0
