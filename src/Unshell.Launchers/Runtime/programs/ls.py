import functools
import os
import stat

LS_OPTIONS = {
    "-1": "one",
    "-a": "all",
    "--all": "all",
    "-A": "almost_all",
    "--almost-all": "almost_all",
    "-d": "directory",
    "--directory": "directory",
    "-R": "recursive",
    "--recursive": "recursive",
    "-r": "reverse",
    "--reverse": "reverse",
    "-t": "time",
    "-S": "size",
    "-v": "version",
    "-U": "unsorted",
    "-F": "classify",
    "--classify": "classify",
    "-p": "slash",
    "--color": "color=?",
}


def ls_program(argv, env):
    """List names, one on a line."""
    options, operands = read_options("ls", argv, LS_OPTIONS)
    if options is None:
        return 125
    if options.get("color", "auto") not in ("auto", "never"):
        complain("ls", "cannot do colors without the real program")
        return 125
    status, files, folders = 0, [], []
    for path in operands or ["."]:
        try:
            info = os.lstat(path)
            if stat.S_ISLNK(info.st_mode) and "directory" not in options:
                info = ls_target(path, info, options)
        except OSError as error:
            complain_of("ls", f"cannot access {quoted_name(path)}", error)
            status = 2
            continue
        is_folder = stat.S_ISDIR(info.st_mode) and "directory" not in options
        (folders if is_folder else files).append((path, info))
    for name, info in ls_sorted(files, options):
        write_all(1, os.fsencode(name + ls_mark(info, options) + "\n"))
    state = {"titled": len(operands) > 1 or "recursive" in options}
    state["separator"] = "\n" if files else ""
    for path, _ in ls_sorted(folders, options):
        status = max(status, ls_folder(path, options, state, operands))
    return status


def ls_target(path, info, options):
    """What a link on the command line leads to, unless links are shown as such."""
    if "classify" in options:
        return info
    try:
        return os.stat(path)
    except OSError:
        return info


def ls_folder(path, options, state, operands):
    """List one directory, and with -R those below it."""
    try:
        names = os.listdir(path)
    except OSError as error:
        complain_of("ls", f"cannot open directory {quoted_name(path)}", error)
        return 2 if path in operands else 1
    if state["titled"]:
        write_all(1, os.fsencode(f"{state['separator']}{path}:\n"))
        state["separator"] = "\n"
    hidden = last_given(options, ("all", "almost_all"))
    names = [name for name in names if hidden or not name.startswith(".")]
    names += [".", ".."] if hidden == "all" else []
    entries = [(name, os.lstat(os.path.join(path, name))) for name in names]
    entries = ls_sorted(entries, options)
    for name, info in entries:
        write_all(1, os.fsencode(name + ls_mark(info, options) + "\n"))
    status = 0
    for name, info in entries if "recursive" in options else []:
        if stat.S_ISDIR(info.st_mode) and name not in (".", ".."):
            below = f"{path.rstrip('/')}/{name}"
            status = max(status, ls_folder(below, options, state, operands))
    return status


def ls_sorted(entries, options):
    """Sort pairs of a name and what is known of it."""
    key = last_given(options, ("time", "size", "version", "unsorted"))
    if key == "unsorted":
        return entries
    entries = sorted(entries, key=lambda entry: os.fsencode(entry[0]))
    if key == "time":
        entries.sort(key=lambda entry: -entry[1].st_mtime_ns)
    elif key == "size":
        entries.sort(key=lambda entry: -entry[1].st_size)
    elif key == "version":
        compare = functools.cmp_to_key(version_compare)
        entries.sort(key=lambda entry: compare(os.fsencode(entry[0])))
    return entries[::-1] if "reverse" in options else entries


def ls_mark(info, options):
    """The mark that -F or -p puts behind a name."""
    if not options.keys() & {"classify", "slash"}:
        return ""
    if stat.S_ISDIR(info.st_mode):
        return "/"
    if last_given(options, ("classify", "slash")) == "slash":
        return ""
    marks = {stat.S_IFLNK: "@", stat.S_IFIFO: "|", stat.S_IFSOCK: "="}
    runs = stat.S_ISREG(info.st_mode) and info.st_mode & 0o111
    return "*" if runs else marks.get(stat.S_IFMT(info.st_mode), "")
