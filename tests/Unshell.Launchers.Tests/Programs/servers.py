"""Small servers on loopback for the cases of network programs.

Usage: servers.py KIND; writes the port, then serves until it is terminated.
"""

import http.server
import socketserver
import struct
import sys
import time


class Pages(http.server.BaseHTTPRequestHandler):
    """A few pages; the answers do not vary."""

    protocol_version = "HTTP/1.1"

    def answer(self):
        size = int(self.headers.get("Content-Length", 0))
        body = self.rfile.read(size)
        headers = {"Content-Type": "text/plain"}
        status, text = 200, b"hello\n"
        if self.path == "/missing":
            status, text = 404, b"no such page\n"
        elif self.path.startswith("/status/"):
            status = int(self.path.rpartition("/")[2])
        elif self.path.startswith("/redirect"):
            status, headers["Location"] = 302, "/echo" if size else "/ok"
        elif self.path == "/loop":
            status, headers["Location"] = 301, "/loop"
        elif self.path == "/slow":
            time.sleep(3)
        elif self.path == "/secret":
            if self.headers.get("Authorization") != "Basic dTpw":
                status, text = 401, b"who are you\n"
        elif self.path.startswith("/echo"):
            names = ("Accept", "X-Test", "Content-Type", "Content-Length", "Host")
            shown = [f"{name}: {self.headers.get(name)}" for name in names]
            shown[-1] = "Host: " + self.headers.get("Host", "").partition(":")[0]
            lines = [f"{self.command} {self.path}", *shown, ""]
            text = "\n".join(lines).encode() + body + b"\n"
        self.send_response_only(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(text)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = answer

    def log_message(self, *_):
        pass


class Echo(socketserver.StreamRequestHandler):
    """Greets, and says again what it hears."""

    def handle(self):
        self.wfile.write(b"hello\n")
        for line in self.rfile:
            self.wfile.write(line)


class Redis(socketserver.StreamRequestHandler):
    """Answers PING, and AUTH with the password "good"."""

    def handle(self):
        while header := self.rfile.readline():
            words = []
            for _ in range(int(header[1:])):
                size = int(self.rfile.readline()[1:])
                words.append(self.rfile.read(size + 2)[:-2].decode())
            name = words[0].upper()
            if name == "PING":
                answer = "+PONG" if len(words) == 1 else f"${len(words[1])}\r\n{words[1]}"
            elif name == "AUTH" and words[-1] != "good":
                answer = "-WRONGPASS invalid username-password pair"
            else:
                answer = "+OK"
            self.wfile.write(answer.encode() + b"\r\n")


class Postgres(socketserver.StreamRequestHandler):
    """Asks for a password, or is starting."""

    starting = False

    def handle(self):
        size = struct.unpack("!i", self.rfile.read(4))[0]
        code = struct.unpack("!i", self.rfile.read(size - 4)[:4])[0]
        if code == 80877103:
            self.wfile.write(b"N")
            return self.handle()
        if self.starting:
            fields = b"SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0"
            self.wfile.write(b"E" + struct.pack("!i", len(fields) + 4) + fields)
        else:
            self.wfile.write(b"R" + struct.pack("!ii", 8, 3))
        return None


class StartingPostgres(Postgres):
    """Is starting."""

    starting = True


class Silent(socketserver.StreamRequestHandler):
    """Says nothing for a while."""

    def handle(self):
        time.sleep(5)


KINDS = {"http": Pages, "echo": Echo, "redis": Redis, "postgres": Postgres}
KINDS |= {"starting-postgres": StartingPostgres, "silent": Silent}

if __name__ == "__main__":
    socketserver.ThreadingTCPServer.allow_reuse_address = True
    socketserver.ThreadingTCPServer.daemon_threads = True
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), KINDS[sys.argv[1]]) as server:
        print(server.server_address[1], flush=True)
        server.serve_forever()
