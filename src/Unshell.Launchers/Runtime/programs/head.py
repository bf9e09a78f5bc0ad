import os

HEAD_OPTIONS = {
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
}


def head_program(argv, env):
    """Copy the first part of files: -n N, -n -N, -c N, -c -N, -q, -v."""
    options, operands = read_options("head", argv, HEAD_OPTIONS)
    if options is None:
        return 125
    unit = last_given(options, ("lines", "bytes"), "lines")
    text = options.get(unit, "10")
    count = size_number(text.lstrip("+").removeprefix("-"))
    if count is None:
        complain("head", f"invalid number of {unit}: {quoted_name(text)}")
        return 1
    status, separator = 0, b""
    several = "verbose" if len(operands) > 1 else "quiet"
    titled = last_given(options, ("quiet", "verbose"), several) == "verbose"
    for path in operands or ["-"]:
        fd = open_operand("head", path)
        if fd is None:
            status = 1
            continue
        if titled:
            title = "standard input" if path == "-" else path
            write_all(1, separator + os.fsencode(f"==> {title} <==\n"))
            separator = b"\n"
        if text.startswith("-"):
            head_but_last(fd, unit, count)
        else:
            head_first(fd, unit, count)
        os.close(fd)
    return status


def head_first(fd, unit, count):
    """Copy the first lines or bytes; a file is left behind the last byte copied."""
    while count > 0:
        chunk = os.read(fd, 65536 if unit == "lines" else min(count, 65536))
        if not chunk:
            return
        if unit == "bytes":
            taken, count = chunk, count - len(chunk)
        else:
            lines = chunk.split(b"\n", count)
            count -= len(lines) - 1
            taken = chunk if count else chunk[: len(chunk) - len(lines[-1])]
        write_all(1, taken)
        if len(taken) < len(chunk):
            try:
                os.lseek(fd, len(taken) - len(chunk), os.SEEK_CUR)
            except OSError:
                pass  # a pipe cannot go back, and does not in the real program either


def head_but_last(fd, unit, count):
    """Copy all but the last lines or bytes."""
    data = read_all(fd)
    if unit == "bytes":
        write_all(1, data[: max(0, len(data) - count)])
    else:
        lines = split_lines(data)
        write_all(1, b"".join(lines[: max(0, len(lines) - count)]))
