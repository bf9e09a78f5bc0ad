import os
import re
import stat

STAT_OPTIONS = {
    "-c": "format=",
    "--format": "format=",
    "--printf": "printf=",
    "-L": "dereference",
    "--dereference": "dereference",
}


def stat_program(argv, env):
    """Write what is known about files, in a format."""
    options, operands = read_options("stat", argv, STAT_OPTIONS)
    if options is None:
        return 125
    if not operands:
        return missing_operand("stat", operands)
    kind = last_given(options, ("format", "printf"))
    if kind is None:
        complain("stat", "cannot do this without -c or --printf")
        return 125
    layout = options[kind]
    if kind == "printf":
        layout = re.sub(r"\\(.)", stat_escape, layout)
    status = 0
    for path in operands:
        try:
            if path == "-":
                info = os.fstat(0)
            else:
                info = os.stat(path) if "dereference" in options else os.lstat(path)
        except OSError as error:
            reason = os.strerror(error.errno)
            complain("stat", f"cannot statx {quoted_name(path)}: {reason}")
            status = 1
            continue
        try:
            text = date_in_zone(env, lambda: stat_text(layout, path, info))
        except ValueError as error:
            complain("stat", str(error))
            return 125
        write_all(1, os.fsencode(text + ("\n" if kind == "format" else "")))
    return status


def stat_escape(match):
    """A backslash escape of --printf."""
    known = {"n": "\n", "t": "\t", "\\": "\\", '"': '"', "r": "\r", "0": "\0"}
    return known.get(match[1], match[0])


def stat_text(layout, path, info):
    """Fill a format for one file; raises ValueError for a directive we lack."""

    def fill(match):
        flags, width, letter = match.groups()
        if letter == "%":
            return "%"
        text = stat_field(letter, path, info)
        if text is None:
            raise ValueError(f"cannot do %{letter} without the real program")
        zero = "0" in flags and "-" not in flags and letter not in "nNFUGAxyzw"
        if "-" in flags:
            return text.ljust(int(width or 0))
        return text.rjust(int(width or 0), "0" if zero else " ")

    return re.sub(r"%([-0]*)(\d*)(.)", fill, layout)


def stat_field(letter, path, info):
    """The text of one directive, or None."""
    times = {"x": info.st_atime_ns, "y": info.st_mtime_ns, "z": info.st_ctime_ns}
    if letter in times:
        return date_text("%Y-%m-%d %H:%M:%S.%N %z", times[letter])
    if letter == "N":
        arrow = stat.S_ISLNK(info.st_mode) and f" -> {quoted_name(os.readlink(path))}"
        return quoted_name(path) + (arrow or "")
    fields = {
        "a": f"{stat.S_IMODE(info.st_mode):o}",
        "A": stat.filemode(info.st_mode),
        "b": str(info.st_blocks),
        "B": "512",
        "d": str(info.st_dev),
        "f": f"{info.st_mode:x}",
        "F": stat_kind(info),
        "g": str(info.st_gid),
        "G": group_name(info.st_gid) or "UNKNOWN",
        "h": str(info.st_nlink),
        "i": str(info.st_ino),
        "n": path,
        "o": str(info.st_blksize),
        "s": str(info.st_size),
        "u": str(info.st_uid),
        "U": user_name(info.st_uid) or "UNKNOWN",
        "X": str(info.st_atime_ns // 10**9),
        "Y": str(info.st_mtime_ns // 10**9),
        "Z": str(info.st_ctime_ns // 10**9),
    }
    return fields.get(letter)


def stat_kind(info):
    """What kind of file it is, in words."""
    kinds = {
        stat.S_IFDIR: "directory",
        stat.S_IFLNK: "symbolic link",
        stat.S_IFIFO: "fifo",
        stat.S_IFSOCK: "socket",
        stat.S_IFBLK: "block special file",
        stat.S_IFCHR: "character special file",
    }
    regular = "regular file" if info.st_size else "regular empty file"
    return kinds.get(stat.S_IFMT(info.st_mode), regular)
