import os
import socket
import struct

PG_ISREADY_OPTIONS = {
    "-h": "host=",
    "--host": "host=",
    "-p": "port=",
    "--port": "port=",
    "-U": "user=",
    "--username": "user=",
    "-d": "database=",
    "--dbname": "database=",
    "-t": "timeout=",
    "--timeout": "timeout=",
    "-q": "quiet",
    "--quiet": "quiet",
}


def pg_isready_program(argv, env):
    """Say whether a PostgreSQL server accepts connections."""
    options, operands = read_options("pg_isready", argv, PG_ISREADY_OPTIONS)
    if options is None:
        return 125
    if operands:
        complain("pg_isready", "too many arguments")
        return 3
    host = options.get("host") or env.get("PGHOST") or "/var/run/postgresql"
    port = options.get("port") or env.get("PGPORT") or "5432"
    user = options.get("user") or env.get("PGUSER") or "postgres"
    database = options.get("database") or env.get("PGDATABASE") or user
    try:
        timeout = float(options.get("timeout", "3")) or None
        status = postgres_answer(host, int(port), user, database, timeout)
    except ValueError:
        status = 3
    answers = [
        "accepting connections",
        "rejecting connections",
        "no response",
        "no attempt",
    ]
    if "quiet" not in options:
        write_all(1, os.fsencode(f"{host}:{port} - {answers[status]}\n"))
    return status


def postgres_answer(host, port, user, database, timeout):
    """Begin to log in: 0 where the server goes on, 1 while it starts up, 2 for none."""
    fields = ["user", user, "database", database, ""]
    body = struct.pack("!I", 196608) + os.fsencode("\0".join(fields) + "\0")
    try:
        with connect_server(host, f"{host}/.s.PGSQL.{port}", port, timeout) as server:
            server.sendall(struct.pack("!I", len(body) + 4) + body)
            kind = server.recv(1)
            if kind == b"E":
                (length,) = struct.unpack("!I", receive(server, 4))
                return 1 if b"\0C57P03\0" in b"\0" + receive(server, length - 4) else 0
            return 0 if kind else 2
    except (OSError, UnicodeError, OverflowError):
        return 2


def connect_server(host, path, port, timeout):
    """A connection to a server, by TCP or, where the host is a directory, locally."""
    if not host.startswith("/"):
        return socket.create_connection((host, port), timeout)
    server = socket.socket(socket.AF_UNIX)
    server.settimeout(timeout)
    server.connect(path)
    return server


def receive(server, count):
    """That many bytes, or all that come before the end."""
    data = b""
    while len(data) < count and (chunk := server.recv(count - len(data))):
        data += chunk
    return data
