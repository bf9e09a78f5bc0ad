import fcntl
import os


class RedirectionError(SystemExit):
    """A file that cannot be opened; its code is the exit status."""


class redirected:
    """Redirect descriptors for a while."""

    def __init__(self, *redirections):
        self.redirections = redirections

    def __enter__(self):
        self.saved = {}
        for fd, operator, _ in self.redirections:
            for each in (1, 2) if operator.startswith("&") else (fd,):
                if each not in self.saved:
                    self.saved[each] = saved_copy(each)
        try:
            redirect(*self.redirections)
        except RedirectionError:
            self.__exit__()
            raise

    def __exit__(self, *error):
        for fd, copy in self.saved.items():
            if copy is None:
                close_quietly(fd)
            else:
                os.dup2(copy, fd)
                os.close(copy)


def saved_copy(fd):
    """A copy of a descriptor above those that scripts use; None where it is closed."""
    try:
        return fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, 10)
    except OSError:
        return None


def close_quietly(fd):
    """Close a descriptor, be it open or not."""
    try:
        os.close(fd)
    except OSError:
        pass


def redirect(*redirections):
    """Redirect for good: (descriptor, operator, file or text or other descriptor)."""
    for fd, operator, target in redirections:
        try:
            redirect_one(fd, operator, target)
        except OSError as error:
            complain_line(f"{target}: {error.strerror}")
            raise RedirectionError(FATAL) from None


def redirect_one(fd, operator, target):
    """Redirect a descriptor."""
    if target == "-" and operator in ("<&", ">&"):
        close_quietly(fd)
        return
    if operator in ("<&", ">&"):
        os.dup2(target, fd)
        return
    source = open_text(target) if operator == "<<" else open_file(operator, target)
    if source == fd:
        os.set_inheritable(fd, True)
    else:
        os.dup2(source, fd)
        os.close(source)
    if operator.startswith("&"):
        os.dup2(1, 2)


def open_file(operator, path):
    """Open the file of a redirection."""
    flags = {"<": os.O_RDONLY, "<>": os.O_RDWR | os.O_CREAT}.get(
        operator, os.O_WRONLY | os.O_CREAT
    )
    if operator.endswith(">>"):
        flags |= os.O_APPEND
    elif operator in (">", "&>"):
        flags |= os.O_TRUNC
    return os.open(path, flags, 0o666)


def open_text(text):
    """Open a text for reading: a here-document."""
    fd = os.memfd_create("here-document")
    write_all(fd, os.fsencode(text))
    os.lseek(fd, 0, os.SEEK_SET)
    return fd


def with_redirections(body, *redirections):
    """Run a part with redirections; its status, or that of a file that fails."""
    try:
        with redirected(*redirections):
            return body()
    except RedirectionError as error:
        return error.code
