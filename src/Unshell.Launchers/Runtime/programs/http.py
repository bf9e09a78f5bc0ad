import http.client
import socket
import ssl
import urllib.parse


def http_send(request, env):
    """Send a request and return the connection and the response; raises OSError.

    A request is a dictionary: method, url, headers, body, connect_timeout, timeout,
    context.
    """
    url = urllib.parse.urlsplit(request["url"])
    secure = url.scheme == "https"
    port = url.port or (443 if secure else 80)
    proxy = http_proxy(url.scheme, url.hostname, port, env)
    target = urllib.parse.urlunsplit(("", "", url.path or "/", url.query, ""))
    where = (url.hostname, port)
    if proxy is not None:
        where = (proxy.hostname, proxy.port or 1080)
    if secure:
        connection = http.client.HTTPSConnection(*where, context=request["context"])
    else:
        connection = http.client.HTTPConnection(*where)
    if proxy is not None and secure:
        connection.set_tunnel(url.hostname, port)
    elif proxy is not None:
        target = f"http://{url.netloc.rpartition('@')[2]}{target}"
    connection.timeout = request["connect_timeout"] or request["timeout"]
    connection.connect()
    connection.sock.settimeout(request["timeout"])
    names = {name.lower() for name, _ in request["headers"]}
    connection.putrequest(request["method"], target, True, True)
    if "host" not in names:
        shown = f"[{url.hostname}]" if ":" in url.hostname else url.hostname
        connection.putheader("Host", shown if url.port is None else f"{shown}:{port}")
    for name, value in request["headers"]:
        connection.putheader(name, value.encode("utf-8", "surrogateescape"))
    if request["body"] is not None and "content-length" not in names:
        connection.putheader("Content-Length", str(len(request["body"])))
    connection.endheaders(request["body"])
    return connection, connection.getresponse()


def http_proxy(scheme, host, port, env):
    """The proxy that the environment names for a host; None if there is none."""
    names = [scheme + "_proxy", "all_proxy", "ALL_PROXY"]
    if scheme == "https":
        names.insert(1, "HTTPS_PROXY")
    text = next((env[name] for name in names if env.get(name)), None)
    if text is None:
        return None
    for entry in (env.get("no_proxy") or env.get("NO_PROXY") or "").split(","):
        entry = entry.strip().lower().lstrip(".")
        if entry == "*" or (entry and f".{host}".endswith("." + entry)):
            return None
        if entry == f"{host}:{port}":
            return None
    if "://" not in text:
        text = "http://" + text
    proxy = urllib.parse.urlsplit(text)
    if proxy.scheme != "http" or proxy.username:
        raise ValueError("cannot do this proxy without the real program")
    return proxy


def http_context(verify, cacert=None):
    """The rules for secure connections; raises OSError."""
    context = ssl.create_default_context(cafile=cacert)
    if not verify:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def http_status_line(response):
    """The status line and the headers of a response as they came."""
    version = {10: "1.0", 11: "1.1"}.get(response.version, "1.1")
    lines = [f"HTTP/{version} {response.status} {response.reason}"]
    lines += [f"{name}: {value}" for name, value in response.getheaders()]
    return lines


def http_failure(error):
    """Name the kind of a failure: resolve, timeout, tls, connect, empty or receive."""
    if isinstance(error, socket.gaierror):
        return "resolve"
    if isinstance(error, TimeoutError):
        return "timeout"
    if isinstance(error, ssl.SSLCertVerificationError):
        return "certificate"
    if isinstance(error, ssl.SSLError):
        return "tls"
    if isinstance(error, http.client.RemoteDisconnected):
        return "empty"
    if isinstance(error, (ConnectionResetError, http.client.IncompleteRead)):
        return "receive"
    return "protocol" if isinstance(error, http.client.HTTPException) else "connect"
