#!/usr/bin/env python3
"""Compiled from entrypoint.sh: does the same without a shell."""

import os
import signal
import socket
import struct
import subprocess
import sys
import time


def main():
    prepare()
    print("Waiting for the database", flush=True)  # line 3
    # line 4
    while (
        pg_isready_program(
            [
                "-q",
                "-h",
                os.environ.get("DB_HOST", ""),
                "-p",
                os.environ.get("DB_PORT") or "5432",
            ],
            os.environ,
        )
        != 0
    ):
        time.sleep(2)
    status = subprocess.call(["python", "manage.py", "migrate", "--noinput"])  # line 7
    if status != 0:
        sys.exit(status if status > 0 else 128 - status)
    become("gunicorn", "config.wsgi:application")  # line 8


# What follows stands for the shell; it is the same in every launcher that needs it.


def prepare():
    """Start as a shell does: signals as the system has them, PWD in the environment."""
    for number in (signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_DFL)
    name = os.environ.get("PWD", "")
    if not name.startswith("/") or os.path.realpath(name) != os.getcwd():
        os.environ["PWD"] = os.getcwd()


def become(*words):
    """Become another program; where that fails, end as a shell does."""
    try:
        os.execvp(words[0], words)
    except OSError as error:
        print(f"{words[0]}: {error.strerror}", file=sys.stderr)
        sys.exit(127 if isinstance(error, FileNotFoundError) else 126)


def write_all(fd, data):
    """Write all bytes to a descriptor."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


def complain(name, text):
    """Write an error message in the way programs do."""
    write_all(2, os.fsencode(f"{name}: {text}\n"))


def read_options(name, argv, table, permute=True):
    """Split argv into options, the last given last, and operands.

    The table maps an option to the name of its value: "x" is a flag, "x=" takes an
    argument, "x+=" collects arguments, "x=?" takes one only in the same word. Returns
    None for the options after a message if there is one that the table lacks.
    """
    found, operands, words = {}, [], list(argv)
    while words:
        word = words.pop(0)
        if word == "--":
            return found, operands + words
        if word == "-" or not word.startswith("-"):
            operands.append(word)
            if not permute:
                return found, operands + words
            continue
        if word.startswith("--"):
            option, given, text = word.partition("=")
            attached, more = (text if given else None), ""
        elif word[1:].isdigit() and "-NUM" in table:
            option, attached, more = "-NUM", word[1:], ""
        else:
            option, attached, more = word[:2], word[2:] or None, word[2:]
        while option:
            kind = table.get(option)
            unwanted = attached is not None and not more
            if kind is None or (unwanted and not kind.endswith(("=", "?"))):
                complain(name, f"cannot do option {option} without the real program")
                return None, []
            key = kind.rstrip("+=?")
            if kind.endswith("="):
                if attached is None and not words:
                    complain(name, f"option {option} requires an argument")
                    return None, []
                value = words.pop(0) if attached is None else attached
                value = found.get(key, []) + [value] if kind.endswith("+=") else value
            else:
                value = attached if kind.endswith("?") else True
            found.pop(key, None)
            found[key] = value
            if kind.endswith(("=", "?")) or not more:
                break
            option, attached, more = "-" + more[0], more[1:] or None, more[1:]
    return found, operands


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


if __name__ == "__main__":
    main()
