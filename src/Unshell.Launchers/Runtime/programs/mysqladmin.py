MYSQLADMIN_OPTIONS = {
    "-h": "host=",
    "--host": "host=",
    "-P": "port=",
    "--port": "port=",
    "-u": "user=",
    "--user": "user=",
    "-p": "password=?",
    "--password": "password=?",
    "-s": "silent",
    "--silent": "silent",
    "--connect-timeout": "timeout=",
    "--protocol": "protocol=",
}


def mysqladmin_program(argv, env):
    """Say whether a MySQL or MariaDB server is there: mysqladmin ping."""
    options, operands = read_options("mysqladmin", argv, MYSQLADMIN_OPTIONS)
    if options is None:
        return 125
    if operands != ["ping"]:
        complain("mysqladmin", "cannot do this without the real program")
        return 125
    host = options.get("host") or env.get("MYSQL_HOST") or "localhost"
    local = host == "localhost" and options.get("protocol", "").lower() != "tcp"
    port = int(options.get("port") or env.get("MYSQL_TCP_PORT") or "3306")
    place = "/run/mysqld" if local else host
    try:
        timeout = float(options.get("timeout") or 43200)
        path = "/run/mysqld/mysqld.sock"
        with connect_server(place, path, port, timeout) as server:
            greeting = server.recv(5)
    except (OSError, ValueError, OverflowError) as error:
        greeting = b""
        complain("mysqladmin", f"cannot connect to {host}: {error}")
    # A server that is there greets first, be it with an error.
    if greeting and "silent" not in options:
        write_all(1, b"mysqld is alive\n")
    return 0 if greeting else 1
