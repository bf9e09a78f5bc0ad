import os
import socket

REDIS_CLI_OPTIONS = {
    "-h": "host=",
    "-p": "port=",
    "-a": "password=",
    "--pass": "password=",
    "-n": "database=",
    "--no-auth-warning": "no_warning",
}


def redis_cli_program(argv, env):
    """Ask a Redis server whether it is there: redis-cli ping."""
    options, operands = read_options(
        "redis-cli", argv, REDIS_CLI_OPTIONS, permute=False
    )
    if options is None:
        return 125
    if [word.lower() for word in operands] != ["ping"]:
        complain("redis-cli", "cannot do this without the real program")
        return 125
    host, port = options.get("host", "127.0.0.1"), options.get("port", "6379")
    password = options.get("password") or env.get("REDISCLI_AUTH")
    try:
        with socket.create_connection((host, int(port))) as server:
            if password:
                redis_answer(server, "AUTH", password)
            answer = redis_answer(server, "PING")
    except (OSError, ValueError, OverflowError) as error:
        complain("redis-cli", f"cannot connect to {host}:{port}: {error}")
        return 1
    if answer[:1] not in (b"+", b"-"):
        complain("redis-cli", "the server closed the connection")
        return 1
    end = b"\n" if answer[:1] == b"+" else b"\n\n"
    write_all(1, answer[1:].rstrip(b"\r\n") + end)
    return 0


def redis_answer(server, *words):
    """Send a command, and give the line that the server answers."""
    parts = [f"${len(os.fsencode(word))}\r\n{word}\r\n" for word in words]
    server.sendall(os.fsencode(f"*{len(words)}\r\n" + "".join(parts)))
    line = b""
    while not line.endswith(b"\n") and (byte := server.recv(1)):
        line += byte
    return line
