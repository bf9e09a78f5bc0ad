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
