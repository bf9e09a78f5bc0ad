import grp
import os
import pwd
import socket

GETENT_OPTIONS = {}


def getent_program(argv, env):
    """Look up users, groups and hosts."""
    options, operands = read_options("getent", argv, GETENT_OPTIONS, permute=False)
    if options is None:
        return 125
    if not operands or operands[0] not in ("passwd", "group", "hosts", "ahosts"):
        complain("getent", "cannot do this database without the real program")
        return 125
    database, keys = operands[0], operands[1:]
    if database in ("hosts", "ahosts"):
        if not keys:
            complain("getent", "cannot list hosts without the real program")
            return 125
        look_up = getent_host if database == "hosts" else getent_addresses
        rows = [look_up(key) for key in keys]
    else:
        look_up = getent_user if database == "passwd" else getent_group
        if keys:
            rows = [look_up(key) for key in keys]
        else:
            everyone = pwd.getpwall() if database == "passwd" else grp.getgrall()
            rows = [getent_row(entry) for entry in everyone]
    write_all(1, os.fsencode("".join(row for row in rows if row)))
    return 0 if all(rows) else 2


def getent_row(entry):
    """The line of a user or a group."""
    fields = [",".join(each) if isinstance(each, list) else each for each in entry]
    return ":".join(map(str, fields)) + "\n"


def getent_user(key):
    """The line of a user's name or number, or None."""
    try:
        by_number = key.isascii() and key.isdigit()
        entry = pwd.getpwuid(int(key)) if by_number else pwd.getpwnam(key)
    except (KeyError, OverflowError):
        return None
    return getent_row(entry)


def getent_group(key):
    """The line of a group's name or number, or None."""
    try:
        by_number = key.isascii() and key.isdigit()
        entry = grp.getgrgid(int(key)) if by_number else grp.getgrnam(key)
    except (KeyError, OverflowError):
        return None
    return getent_row(entry)


def getent_host(name):
    """The addresses of a name, IPv6 or else IPv4, and its names; or None."""
    if name[:1].isdigit() or ":" in name:
        return getent_address(name)
    for family in (socket.AF_INET6, socket.AF_INET):
        try:
            found = socket.getaddrinfo(
                name, None, family, socket.SOCK_STREAM, 0, socket.AI_CANONNAME
            )
        except (OSError, UnicodeError):
            continue
        full = found[0][3] or name
        names = full if full == name else f"{full} {name}"
        return "".join(f"{each[4][0]:<15} {names}\n" for each in found)
    return None


def getent_address(address):
    """An address and the names that belong to it; or None."""
    try:
        full, aliases, found = socket.gethostbyaddr(address)
    except (OSError, UnicodeError):
        return None
    return f"{found[0]:<15} {' '.join([full, *aliases])}\n"


def getent_addresses(name):
    """Each address of a name with each kind of socket; or None."""
    try:
        found = socket.getaddrinfo(name, None, flags=socket.AI_CANONNAME)
    except (OSError, UnicodeError):
        return None
    kinds = {socket.SOCK_STREAM: "STREAM", socket.SOCK_DGRAM: "DGRAM"}
    rows = []
    for at, (_, kind, _, _, address) in enumerate(found):
        full = found[0][3] if at == 0 else ""
        rows.append(f"{address[0]:<15} {kinds.get(kind, 'RAW'):<6} {full}")
    return "".join(row + "\n" for row in rows)
