import base64
import http.client
import os
import time
import urllib.parse

CURL_OPTIONS = {
    "-s": "silent",
    "--silent": "silent",
    "-S": "show_error",
    "--show-error": "show_error",
    "-f": "fail",
    "--fail": "fail",
    "-o": "output=",
    "--output": "output=",
    "-O": "remote_name",
    "--remote-name": "remote_name",
    "-L": "location",
    "--location": "location",
    "--max-redirs": "max_redirs=",
    "-I": "head",
    "--head": "head",
    "-i": "include",
    "--include": "include",
    "-X": "method=",
    "--request": "method=",
    "-H": "headers+=",
    "--header": "headers+=",
    "-d": "data+=",
    "--data": "data+=",
    "--data-raw": "data_raw+=",
    "--data-binary": "data_binary+=",
    "-k": "insecure",
    "--insecure": "insecure",
    "--cacert": "cacert=",
    "-m": "max_time=",
    "--max-time": "max_time=",
    "--connect-timeout": "connect_timeout=",
    "--retry": "retry=",
    "--retry-delay": "retry_delay=",
    "--retry-connrefused": "retry_connrefused",
    "--retry-all-errors": "retry_all",
    "-u": "user=",
    "--user": "user=",
    "-A": "agent=",
    "--user-agent": "agent=",
    "-w": "write_out=",
    "--write-out": "write_out=",
    "--url": "urls+=",
    "--no-progress-meter": "no_progress",
    "-#": "no_progress",
}
CURL_FAILURES = {
    "resolve": (6, "Could not resolve host"),
    "connect": (7, "Failed to connect"),
    "timeout": (28, "Operation timed out"),
    "tls": (35, "TLS connect error"),
    "empty": (52, "Empty reply from server"),
    "receive": (56, "Failure when receiving data from the peer"),
    "protocol": (1, "Received an answer that is no HTTP"),
    "certificate": (60, "SSL certificate problem"),
}


def curl_program(argv, env):
    """Send HTTP requests and write what comes back; there is no progress meter."""
    options, operands = read_options("curl", argv, CURL_OPTIONS)
    if options is None:
        return 125
    urls = options.get("urls", []) + operands
    if not urls:
        complain("curl", "try 'curl --help' for more information")
        return 2
    status = 0
    for text in urls:
        retries, pause = int(options.get("retry", 0)), 1.0
        while True:
            status, again, written = curl_transfer(text, options, env)
            if not again or retries <= 0:
                break
            retries -= 1
            delay = float(options.get("retry_delay", 0))
            time.sleep(delay or pause)
            pause = min(pause * 2, 600)
        write_all(1, os.fsencode(written))
    return status


def curl_transfer(text, options, env):
    """Do one transfer: the status, whether to try again, and the text of -w."""
    text = text if "://" in text else "http://" + text
    url = urllib.parse.urlsplit(text)
    if url.scheme not in ("http", "https") or any(mark in text for mark in "[]{}"):
        complain("curl", f"cannot do {text} without the real program")
        return 125, False, ""
    try:
        request = curl_request(url, options)
        start, result = time.monotonic(), None
        deadline = None
        if "max_time" in options:
            deadline = start + float(options["max_time"])
        result = curl_follow(request, options, env, deadline)
        result["name"] = url.path.rpartition("/")[2]
        status = curl_write(result, options, deadline)
        again = result["response"].status in (408, 429, 500, 502, 503, 504)
    except ValueError as error:
        complain("curl", str(error))
        return 125 if "cannot do" in str(error) else 3, False, ""
    except (OSError, http.client.HTTPException) as error:
        kind = http_failure(error)
        refused = isinstance(error, ConnectionRefusedError)
        again = kind == "timeout" or "retry_all" in options
        again = again or (refused and "retry_connrefused" in options)
        status, reason = CURL_FAILURES[kind]
        curl_complain(f"({status}) {reason}: {error}", options)
        result = None
    if result is not None:
        result["connection"].close()
        if status == 22:
            code = result["response"].status
            text = f"(22) The requested URL returned error: {code}"
            curl_complain(text, options)
        again = again or ("retry_all" in options and status != 0)
    seconds = time.monotonic() - start
    return status, again, curl_written(result, options, seconds, request["url"])


def curl_complain(text, options):
    """Report an error, unless -s is given without -S."""
    if "silent" not in options or "show_error" in options:
        complain("curl", text)


def curl_request(url, options):
    """Put the request together that the options describe."""
    body = curl_body(options)
    method = "HEAD" if "head" in options else ("GET" if body is None else "POST")
    headers = {"User-Agent": options.get("agent", "curl/7.88.1"), "Accept": "*/*"}
    credentials = options.get("user")
    if url.username is not None:
        user = urllib.parse.unquote(url.username)
        word = urllib.parse.unquote(url.password or "")
        credentials = credentials or f"{user}:{word}"
    if credentials is not None:
        if ":" not in credentials:
            raise ValueError("cannot do -u without a password")
        token = base64.b64encode(os.fsencode(credentials)).decode()
        headers["Authorization"] = f"Basic {token}"
    if body is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    given = []
    for line in options.get("headers", []):
        name, colon, value = line.partition(":")
        if line.startswith("@") or not colon:
            raise ValueError(f"cannot do the header {line}")
        for known in list(headers):
            if known.lower() == name.lower():
                headers.pop(known)
        if value.strip():
            given.append((name, value.strip()))
    context = None
    if url.scheme == "https" or "location" in options:
        context = http_context("insecure" not in options, options.get("cacert"))
    connect = options.get("connect_timeout")
    return {
        "method": options.get("method", method),
        "url": url.geturl(),
        "headers": [*headers.items(), *given],
        "body": body,
        "context": context,
        "connect_timeout": float(connect) if connect else None,
    }


def curl_body(options):
    """What the -d options send; None if there is none."""
    parts = []
    for key in options:
        for text in options[key] if key.startswith("data") else []:
            if text.startswith("@") and key != "data_raw":
                fd = os.dup(0) if text == "@-" else os.open(text[1:], os.O_RDONLY)
                data = read_all(fd)
                os.close(fd)
                if key == "data":
                    data = data.replace(b"\r", b"").replace(b"\n", b"")
                parts.append(data)
            else:
                parts.append(os.fsencode(text))
    return b"&".join(parts) if parts else None


def curl_follow(request, options, env, deadline):
    """Send the request and, with -L, follow where it is redirected."""
    left = int(options.get("max_redirs", 50))
    while True:
        rest = None if deadline is None else max(0.001, deadline - time.monotonic())
        request["timeout"] = rest
        connection, response = http_send(request, env)
        result = {"connection": connection, "response": response}
        target = response.getheader("Location")
        redirected = response.status in (301, 302, 303, 307, 308) and target
        if not redirected or "location" not in options:
            return result
        if left <= 0:
            return result | {"too_many": True}
        left -= 1
        if options.keys() & {"include", "head"}:
            lines = "\r\n".join(http_status_line(response)) + "\r\n\r\n"
            write_all(1, lines.encode("latin-1"))
        response.read()
        connection.close()
        before = urllib.parse.urlsplit(request["url"])
        request["url"] = urllib.parse.urljoin(request["url"], target)
        after = urllib.parse.urlsplit(request["url"])
        if (before.hostname, before.port) != (after.hostname, after.port):
            request["headers"] = [
                item
                for item in request["headers"]
                if item[0].lower() not in ("authorization", "cookie")
            ]
        becomes_get = response.status in (301, 302, 303) and request["method"] == "POST"
        if becomes_get and "method" not in options:
            request["method"], request["body"] = "GET", None
            request["headers"] = [
                item for item in request["headers"] if item[0] != "Content-Type"
            ]


def curl_write(result, options, deadline):
    """Write the headers and the body where the options say; the status."""
    response = result["response"]
    if result.get("too_many"):
        curl_complain("(47) Maximum redirects followed", options)
        return 47
    if "fail" in options and response.status >= 400:
        return 22
    path = options.get("output")
    if "remote_name" in options:
        path = result["name"]
    fd = 1
    if path not in (None, "-"):
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        try:
            fd = os.open(path, flags, 0o666)
        except OSError:
            curl_complain("(23) Failed writing received data to disk", options)
            return 23
    if options.keys() & {"include", "head"}:
        lines = "\r\n".join(http_status_line(response)) + "\r\n\r\n"
        write_all(fd, lines.encode("latin-1"))
    result["size"] = 0
    try:
        while chunk := response.read1(65536):
            write_all(fd, chunk)
            result["size"] += len(chunk)
            if deadline is not None and time.monotonic() > deadline:
                raise TimeoutError
    finally:
        if fd != 1:
            os.close(fd)
    return 0


def curl_written(result, options, seconds, url):
    """The text that -w asks for."""
    layout = options.get("write_out", "")
    response = None if result is None else result["response"]
    code = "000" if response is None else f"{response.status:03}"
    kind = "" if response is None else response.getheader("Content-Type") or ""
    size = 0 if result is None else result.get("size", 0)
    values = {"http_code": code, "response_code": code, "content_type": kind}
    values |= {"size_download": str(size), "url_effective": url}
    values |= {"time_total": f"{seconds:.6f}"}
    for escape, text in (("\\n", "\n"), ("\\t", "\t"), ("\\r", "\r")):
        layout = layout.replace(escape, text)
    for name, value in values.items():
        layout = layout.replace(f"%{{{name}}}", value)
    return layout.replace("%%", "%")
