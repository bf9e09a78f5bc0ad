import os
import stat


def write_all(fd, data):
    """Write all bytes to a descriptor."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


def read_all(fd):
    """Read a descriptor to its end."""
    chunks = []
    while chunk := os.read(fd, 65536):
        chunks.append(chunk)
    return b"".join(chunks)


def read_lines(fd, end=b"\n"):
    """Yield the lines of a descriptor as they arrive, with their newlines."""
    pending = []
    while chunk := os.read(fd, 65536):
        *lines, rest = chunk.split(end)
        for line in lines:
            pending.append(line + end)
            yield b"".join(pending)
            pending.clear()
        if rest:
            pending.append(rest)
    if pending:
        yield b"".join(pending)


def split_lines(data):
    """Split bytes into lines that keep their newlines."""
    *lines, rest = data.split(b"\n")
    return [line + b"\n" for line in lines] + ([rest] if rest else [])


def complain(name, text):
    """Write an error message in the way programs do."""
    write_all(2, os.fsencode(f"{name}: {text}\n"))


def complain_of(name, path, error):
    """Report what the system said about a path."""
    complain(name, f"{path}: {os.strerror(error.errno)}")


def open_operand(name, path):
    """Open a file, or standard input for "-"; None and a message if it fails."""
    if path == "-":
        return os.dup(0)
    try:
        fd = os.open(path, os.O_RDONLY)
        if stat.S_ISDIR(os.fstat(fd).st_mode):
            os.close(fd)
            raise IsADirectoryError(21, "")
    except OSError as error:
        complain_of(name, path, error)
        return None
    return fd


def quoted_name(path):
    """Quote a file name as the file utilities do in their messages."""
    if "'" not in path:
        return f"'{path}'"
    if not any(mark in path for mark in '"$`\\'):
        return f'"{path}"'
    return "'" + path.replace("'", "'\\''") + "'"
