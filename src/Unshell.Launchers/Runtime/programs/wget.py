import http.client
import os
import time
import urllib.parse

WGET_OPTIONS = {
    "-q": "quiet",
    "--quiet": "quiet",
    "--no-verbose": "terse",
    "-O": "output=",
    "--output-document": "output=",
    "-P": "folder=",
    "--directory-prefix": "folder=",
    "-S": "headers_shown",
    "--server-response": "headers_shown",
    "--spider": "spider",
    "-T": "timeout=",
    "--timeout": "timeout=",
    "-t": "tries=",
    "--tries": "tries=",
    "--retry-connrefused": "retry_connrefused",
    "--no-check-certificate": "insecure",
    "--header": "headers+=",
    "--post-data": "post=",
    "-U": "agent=",
    "--user-agent": "agent=",
}


def wget_program(argv, env):
    """Fetch URLs into files; there is no progress bar."""
    options, operands = read_options("wget", argv, WGET_OPTIONS)
    if options is None:
        return 125
    if not operands:
        complain("wget", "missing URL")
        return 1
    status = 0
    for text in operands:
        tries, pause = int(options.get("tries", 20)) or 10**9, 1
        while True:
            result, again = wget_fetch(text, options, env)
            tries -= 1
            if not again or tries <= 0:
                break
            time.sleep(pause)
            pause = min(pause + 1, 10)
        status = status or result
    return status


def wget_fetch(text, options, env):
    """Fetch one URL: the status, and whether to try again."""
    text = text if "://" in text else "http://" + text
    url = urllib.parse.urlsplit(text)
    if url.scheme not in ("http", "https") or url.username is not None:
        complain("wget", f"cannot do {text} without the real program")
        return 125, False
    try:
        connection, response, final = wget_follow(text, options, env)
    except ValueError as error:
        complain("wget", str(error))
        return 125 if "cannot do" in str(error) else 1, False
    except (OSError, http.client.HTTPException) as error:
        kind = http_failure(error)
        wget_complain(f"cannot fetch {text}: {error}", options)
        refused = isinstance(error, ConnectionRefusedError)
        again = kind in ("timeout", "receive", "empty")
        again = again or (refused and "retry_connrefused" in options)
        return 5 if kind in ("tls", "certificate") else 4, again
    try:
        if response.status >= 400:
            reason = f"ERROR {response.status}: {response.reason}."
            wget_complain(f"{text}: {reason}", options)
            return 8, False
        if "spider" not in options:
            wget_save(response, final, options)
        return 0, False
    except OSError as error:
        wget_complain(f"{error.filename}: {os.strerror(error.errno)}", options)
        return 3, False
    finally:
        connection.close()


def wget_complain(text, options):
    """Report an error, unless -q is given."""
    if "quiet" not in options:
        complain("wget", text)


def wget_follow(url, options, env):
    """Send the request and follow where it is redirected."""
    limit = float(options.get("timeout", 900)) or None
    body = os.fsencode(options["post"]) if "post" in options else None
    headers = [("User-Agent", options.get("agent", "Wget/1.21.3")), ("Accept", "*/*")]
    headers.append(("Accept-Encoding", "identity"))
    if body is not None:
        headers.append(("Content-Type", "application/x-www-form-urlencoded"))
    for line in options.get("headers", []):
        name, _, value = line.partition(":")
        headers = [item for item in headers if item[0].lower() != name.lower()]
        headers.append((name, value.strip()))
    method = "HEAD" if "spider" in options else ("GET" if body is None else "POST")
    request = {"url": url, "headers": headers, "body": body, "method": method}
    request |= {"timeout": limit, "connect_timeout": limit}
    request["context"] = http_context("insecure" not in options)
    for _ in range(21):
        connection, response = http_send(request, env)
        if "headers_shown" in options:
            text = "".join(f"  {line}\n" for line in http_status_line(response))
            write_all(2, text.encode("latin-1"))
        target = response.getheader("Location")
        if response.status not in (301, 302, 303, 307, 308) or not target:
            return connection, response, request["url"]
        connection.close()
        request["url"] = urllib.parse.urljoin(request["url"], target)
        if response.status in (301, 302, 303) and body is not None:
            request["method"], request["body"] = "GET", None
    raise ValueError("20 redirections exceeded")


def wget_save(response, url, options):
    """Write the body to the file of -O, or to one named after the URL."""
    path = options.get("output")
    if path is None:
        name = urllib.parse.unquote(urllib.parse.urlsplit(url).path.rpartition("/")[2])
        query = urllib.parse.urlsplit(url).query
        name = (name or "index.html") + (f"?{query}" if query else "")
        path = os.path.join(options.get("folder", "."), name)
        if "folder" in options:
            os.makedirs(options["folder"], exist_ok=True)
        stem, count = path, 0
        while os.path.exists(path):
            count += 1
            path = f"{stem}.{count}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    fd = 1 if path == "-" else os.open(path, flags, 0o666)
    while chunk := response.read1(65536):
        write_all(fd, chunk)
    if fd != 1:
        os.close(fd)
