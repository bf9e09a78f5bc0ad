import os
import select
import socket

NC_OPTIONS = {
    "-z": "scan",
    "-v": "verbose",
    "-n": "numeric",
    "-w": "wait=",
    "-4": "ipv4",
    "-6": "ipv6",
    "-N": "shut_down",
    "-q": "quit=",
}


def nc_program(argv, env):
    """Connect to a TCP port: with -z only that, else copy data both ways."""
    options, operands = read_options("nc", argv, NC_OPTIONS)
    if options is None:
        return 125
    if len(operands) != 2:
        complain("nc", "a host and a port are needed")
        return 1
    host, ports = operands[0], operands[1]
    wait = options.get("wait")
    if not all(text.isdigit() for text in (wait or "0", options.get("quit", "0"))):
        complain("nc", "timeout invalid")
        return 1
    family = last_given(options, ("ipv4", "ipv6"))
    family = {"ipv4": socket.AF_INET, "ipv6": socket.AF_INET6}.get(family, 0)
    numbers = nc_ports(ports)
    if numbers is None:
        complain("nc", f"port number invalid: {ports}")
        return 1
    status = 1
    for port in numbers:
        connection = nc_connect(host, port, family, wait and float(wait), options)
        if connection is None:
            continue
        status = 0
        if "scan" not in options:
            nc_copy(connection, wait and float(wait), options)
        connection.close()
    return status


def nc_ports(text):
    """Read a port, a range of ports or a service's name; None if it is none."""
    first, _, last = text.partition("-")
    if first.isdigit() and (last or first).isdigit():
        low, high = sorted((int(first), int(last or first)))
        return range(low, high + 1) if 0 < low and high < 65536 else None
    try:
        return [socket.getservbyname(text, "tcp")]
    except OSError:
        return None


def nc_connect(host, port, family, wait, options):
    """Connect to one of a host's addresses; None if none of them answers."""
    flags = socket.AI_NUMERICHOST if "numeric" in options else 0
    try:
        found = socket.getaddrinfo(host, port, family, socket.SOCK_STREAM, 0, flags)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or "invalid name"
        complain("nc", f"getaddrinfo for host {host} port {port}: {reason}")
        return None
    for kind, _, _, _, address in found:
        connection = socket.socket(kind, socket.SOCK_STREAM)
        connection.settimeout(wait)
        try:
            connection.connect(address)
        except OSError as error:
            connection.close()
            if "verbose" in options:
                reason = "timed out"
                if error.errno:
                    reason = os.strerror(error.errno)
                place = f"{host} ({address[0]}) port {port}"
                complain("nc", f"connect to {place} (tcp) failed: {reason}")
            continue
        if "verbose" in options:
            service = nc_service(port)
            place = f"{host} ({address[0]}) {port} port [tcp/{service}]"
            write_all(2, os.fsencode(f"Connection to {place} succeeded!\n"))
        return connection
    return None


def nc_service(port):
    """The name of a port's service, or an asterisk."""
    try:
        return socket.getservbyport(port, "tcp")
    except OSError:
        return "*"


def nc_copy(connection, wait, options):
    """Copy standard input to the connection and what it answers to standard output."""
    connection.settimeout(None)
    inputs, outgoing = [0, connection], True
    quit_after = None
    while True:
        limit = quit_after if quit_after is not None else wait
        ready, _, _ = select.select(inputs, [], [], limit)
        if not ready:
            return
        if connection in ready:
            data = connection.recv(65536)
            if not data:
                return
            write_all(1, data)
        if outgoing and 0 in ready:
            data = os.read(0, 65536)
            if data:
                connection.sendall(data)
                continue
            outgoing = False
            inputs.remove(0)
            if "quit" in options:
                quit_after = float(options["quit"])
            if options.keys() & {"shut_down", "quit"}:
                connection.shutdown(socket.SHUT_WR)
