import fcntl
import os
import socket
import struct

HOSTNAME_OPTIONS = {
    "-s": "short",
    "--short": "short",
    "-f": "full",
    "--fqdn": "full",
    "--long": "full",
    "-d": "domain",
    "--domain": "domain",
    "-i": "address",
    "--ip-address": "address",
    "-I": "addresses",
    "--all-ip-addresses": "addresses",
}


def hostname_program(argv, env):
    """Write the host's name or its addresses."""
    options, operands = read_options("hostname", argv, HOSTNAME_OPTIONS)
    if options is None:
        return 125
    if operands:
        complain("hostname", "cannot set the name without the real program")
        return 125
    name = socket.gethostname()
    kind = last_given(options, tuple(options), "name")
    try:
        if kind == "short":
            name = name.partition(".")[0]
        elif kind == "addresses":
            name = "".join(f"{each} " for each in interface_addresses())
        elif kind != "name":
            found = socket.getaddrinfo(
                name, None, type=socket.SOCK_DGRAM, flags=socket.AI_CANONNAME
            )
            full = found[0][3] or name
            name = full if kind == "full" else full.partition(".")[2]
            if kind == "address":
                name = " ".join(each[4][0] for each in found)
    except socket.gaierror as error:
        complain("hostname", error.strerror)
        return 1
    write_all(1, os.fsencode(name + "\n") if name or kind != "domain" else b"")
    return 0


def interface_addresses():
    """List the addresses of the interfaces, without loopback and link-local ones."""
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for _, name in socket.if_nameindex():
            request = struct.pack("256s", name.encode()[:15])
            try:
                answer = fcntl.ioctl(probe.fileno(), 0x8915, request)  # SIOCGIFADDR
            except OSError:
                continue
            address = socket.inet_ntoa(answer[20:24])
            if not address.startswith("127."):
                found.append(address)
    try:
        with open("/proc/net/if_inet6", encoding="ascii") as file:
            rows = [line.split() for line in file]
    except OSError:
        rows = []
    for digits, _, _, scope, *_ in rows:
        if scope == "00":
            found.append(socket.inet_ntop(socket.AF_INET6, bytes.fromhex(digits)))
    return found
