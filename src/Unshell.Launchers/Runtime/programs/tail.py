import os
import time

TAIL_OPTIONS = {
    "-n": "lines=",
    "--lines": "lines=",
    "-NUM": "lines=",
    "-c": "bytes=",
    "--bytes": "bytes=",
    "-q": "quiet",
    "--quiet": "quiet",
    "--silent": "quiet",
    "-v": "verbose",
    "--verbose": "verbose",
    "-f": "follow",
    "--follow": "follow",
    "-F": "follow_name",
    "-s": "interval=",
    "--sleep-interval": "interval=",
}


def tail_program(argv, env):
    """Copy the last part of files, and with -f what is added to them."""
    options, operands = read_options("tail", argv, TAIL_OPTIONS)
    if options is None:
        return 125
    unit = last_given(options, ("lines", "bytes"), "lines")
    text = options.get(unit, "10")
    count = size_number(text.lstrip("+-"))
    if count is None:
        complain("tail", f"invalid number of {unit}: {quoted_name(text)}")
        return 1
    several = "verbose" if len(operands) > 1 else "quiet"
    titled = last_given(options, ("quiet", "verbose"), several) == "verbose"
    status, opened, shown = 0, [], None
    for path in operands or ["-"]:
        fd = open_operand("tail", path)
        if fd is None:
            status = 1
        else:
            if titled:
                shown = tail_title(path, shown)
            tail_part(fd, unit, text.startswith("+"), count)
        opened.append([path, fd])
    follow = last_given(options, ("follow", "follow_name"))
    if follow == "follow":
        opened = [entry for entry in opened if entry[1] is not None]
        if not opened:
            complain("tail", "no files remaining")
            return 1
    if follow and (operands or os.isatty(0)):
        tail_follow(opened, follow, titled, shown, float(options.get("interval", 0.2)))
    for _, fd in opened:
        if fd is not None:
            os.close(fd)
    return status


def tail_title(path, shown):
    """Write the line that names the file of what follows."""
    title = "standard input" if path == "-" else path
    write_all(1, os.fsencode(f"{'' if shown is None else chr(10)}==> {title} <==\n"))
    return path


def tail_part(fd, unit, from_start, count):
    """Copy from line or byte N on, or the last N."""
    data = read_all(fd)
    pieces = split_lines(data) if unit == "lines" else [data]
    if unit == "bytes":
        start = max(0, count - 1 if from_start else len(data) - count)
        write_all(1, data[start:])
    else:
        start = max(0, count - 1 if from_start else len(pieces) - count)
        write_all(1, b"".join(pieces[start:]))


def tail_follow(opened, follow, titled, shown, interval):
    """Copy what is added to the files, for ever; by name where -F asks for it."""
    while True:
        for entry in opened:
            path, fd = entry
            if follow == "follow_name" and path != "-":
                fd = entry[1] = tail_reopen(path, fd)
            if fd is None:
                continue
            if path != "-" and os.fstat(fd).st_size < os.lseek(fd, 0, os.SEEK_CUR):
                complain("tail", f"{path}: file truncated")
                os.lseek(fd, 0, os.SEEK_SET)
            while chunk := os.read(fd, 65536):
                if titled and shown != path:
                    shown = tail_title(path, shown)
                write_all(1, chunk)
        time.sleep(interval)


def tail_reopen(path, fd):
    """Open the file that has the name now, if it is another one."""
    try:
        there = os.stat(path)
    except OSError:
        return fd
    if fd is not None and os.path.samestat(there, os.fstat(fd)):
        return fd
    if fd is not None:
        os.close(fd)
    return os.open(path, os.O_RDONLY)
