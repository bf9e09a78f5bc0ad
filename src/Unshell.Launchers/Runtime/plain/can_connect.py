import socket
import sys


def can_connect(host, port, timeout=None, quiet=False):
    """Whether a TCP port takes connections."""
    try:
        socket.create_connection((host, port), timeout).close()
        return True
    except (OSError, UnicodeError, OverflowError) as error:
        if isinstance(error, socket.gaierror) and not quiet:
            print(f"{host}: {error.strerror}", file=sys.stderr, flush=True)
        return False


def can_connect_to(words, **options):
    """Whether words are a host and a port that takes connections."""
    if len(words) == 2:
        return can_connect(*words, **options)
    print("nc: it takes a host and a port", file=sys.stderr, flush=True)
    return False
