import os

NC_OPTIONS = {
    "-z": "scan",
    "-v": "verbose",
    "-n": "numeric",
    "-4": "four",
    "-w": "timeout=",
    "-q": "quit=",
}


def nc_program(argv, env):
    """Say whether a TCP port takes connections: nc -z host port."""
    options, operands = read_options("nc", argv, NC_OPTIONS)
    if options is None or "scan" not in options or len(operands) != 2:
        complain("nc", "cannot do this without the real program")
        return 1
    host, port = operands
    timeout = float(options["timeout"]) if "timeout" in options else None
    if can_connect(host, port, timeout):
        if "verbose" in options:
            line = f"Connection to {host} {port} port [tcp/*] succeeded!\n"
            write_all(2, os.fsencode(line))
        return 0
    if "verbose" in options:
        complain("nc", f"connect to {host} port {port} (tcp) failed")
    return 1
