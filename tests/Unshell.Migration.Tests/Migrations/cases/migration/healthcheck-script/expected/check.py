#!/usr/bin/env python3
# Compiled by unshell from check.sh (758e80376bfc0b0b); yours to change.
"""Compiled from check.sh: does the same without a shell."""

import base64
import fcntl
import http.client
import os
import re
import signal
import socket
import ssl
import stat
import string
import sys
import time
import urllib.parse

FATAL = 2
IS_BASH = False


def main():
    begin()
    # line 2
    return pipeline(
        lambda: curl_program(["-f", "http://localhost:8000/"], os.environ),
        lambda: grep_program(["ok"], os.environ),
    )


# What follows stands for the shell; it is the same in every launcher that needs it.


CLASSES = {
    "alnum": "a-zA-Z0-9",
    "alpha": "a-zA-Z",
    "blank": " \\t",
    "cntrl": "\\x00-\\x1f\\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": "!-/:-@\\[-`{-~",
    "space": " \\t\\n\\r\\f\\v",
    "upper": "A-Z",
    "xdigit": "0-9a-fA-F",
}


def matches(text, pattern, ignores_case=False):
    """Whether a text matches a shell pattern as a whole."""
    flags = re.DOTALL | (re.IGNORECASE if ignores_case else 0)
    return bool(re.fullmatch(regex_of(pattern), text, flags))


def regex_of(pattern):
    """A shell pattern as a regular expression."""
    regex, at = pattern_part(pattern, 0, "")
    return regex


def pattern_part(pattern, at, ends):
    """The pattern up to one of some characters, and where that stands."""
    regex = []
    while at < len(pattern) and pattern[at] not in ends:
        character = pattern[at]
        at += 1
        if IS_BASH and character in "?*+@!" and pattern[at : at + 1] == "(":
            group, at = pattern_group(pattern, at + 1, character)
            regex.append(group)
        elif character == "*":
            regex.append(".*")
        elif character == "?":
            regex.append(".")
        elif character == "[" and (end := bracket_end(pattern, at)):
            regex.append(bracket_regex(pattern[at:end]))
            at = end + 1
        elif character == "\\" and at < len(pattern):
            regex.append(re.escape(pattern[at]))
            at += 1
        else:
            regex.append(re.escape(character))
    return "".join(regex), at


def pattern_group(pattern, at, kind):
    """The alternatives of ?( *( +( @( or !( and where they end."""
    alternatives = []
    while True:
        alternative, at = pattern_part(pattern, at, "|)")
        alternatives.append(alternative)
        if pattern[at : at + 1] != "|":
            break
        at += 1
    choice = "(?:" + "|".join(alternatives) + ")"
    if kind == "!":
        rest, _ = pattern_part(pattern, at + 1, "")
        return f"(?!{choice}{rest}\\Z).*", at + 1
    return choice + {"@": ""}.get(kind, kind), at + 1


def bracket_end(pattern, at):
    """Where the bracket that opens before a place is closed; 0 where it is not."""
    start = at
    if pattern[at : at + 1] in ("!", "^"):
        at += 1
    at += pattern[at : at + 1] == "]"
    while at < len(pattern):
        if pattern[at] == "]":
            return at
        if pattern[at : at + 2] in ("[:", "[.", "[="):
            close = pattern.find(pattern[at + 1] + "]", at + 2)
            at = close + 2 if close > 0 else at + 1
        elif pattern[at] == "\\":
            at += 2
        else:
            at += 1
    return 0 if start else 0


def bracket_regex(inner):
    """The inside of a bracket as a regular expression."""
    negated = inner[:1] == "!" or (inner[:1] == "^" and IS_BASH)
    items = re.findall(r"\[:\w+:\]|\[[.=].*?[.=]\]|\\.|.", inner[negated:], re.DOTALL)
    regex = ""
    for item in items:
        if item.startswith("[:"):
            regex += CLASSES.get(item[2:-2], "")
        elif len(item) > 2:
            regex += re.escape(item[2:-2])
        elif item == "-":
            regex += "-" if regex and item is not items[-1] else "\\-"
        else:
            regex += re.escape(item[-1])
    if not regex:
        return "." if negated else "(?!)"
    try:
        return re.compile(f"[{'^' if negated else ''}{regex}]").pattern
    except re.error:
        return "(?!)"


def pipeline(*bodies, pipefail=False):
    """Run parts at once, each one's stdout being the next one's stdin."""
    children = []
    source = None
    for body in bodies:
        is_last = len(children) == len(bodies) - 1
        reader, writer = (None, None) if is_last else os.pipe()
        children.append(fork(lambda: pipeline_part(body, source, writer, reader)))
        for fd in (source, writer):
            if fd is not None:
                os.close(fd)
        source = reader
    statuses = wait_statuses(children)
    failures = [status for status in statuses if status]
    return failures[-1] if pipefail and failures else statuses[-1]


def pipeline_part(body, source, target, unused):
    """Run a part of a pipeline between its pipes."""
    if unused is not None:
        os.close(unused)
    for fd, wanted in ((source, 0), (target, 1)):
        if fd is not None and fd != wanted:
            os.dup2(fd, wanted)
            os.close(fd)
        elif fd is not None:
            os.set_inheritable(fd, True)
    return body()


def wait_statuses(children):
    """Wait for all of some processes."""
    statuses = {}
    while len(statuses) < len(children):
        process, state = os.wait()
        status = os.waitstatus_to_exitcode(state)
        status = status if status >= 0 else 128 - status
        if process in children:
            statuses[process] = status
        else:
            finished[process] = status
    for function in after_child:
        function()
    return [statuses[child] for child in children]


class RedirectionError(SystemExit):
    """A file that cannot be opened; its code is the exit status."""


def saved_copy(fd):
    """A copy of a descriptor above those that scripts use; None where it is closed."""
    try:
        return fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, 10)
    except OSError:
        return None


def close_quietly(fd):
    """Close a descriptor, be it open or not."""
    try:
        os.close(fd)
    except OSError:
        pass


def redirect(*redirections):
    """Redirect for good: (descriptor, operator, file or text or other descriptor)."""
    for fd, operator, target in redirections:
        try:
            redirect_one(fd, operator, target)
        except OSError as error:
            complain_line(f"{target}: {error.strerror}")
            raise RedirectionError(FATAL) from None


def redirect_one(fd, operator, target):
    """Redirect a descriptor."""
    if target == "-" and operator in ("<&", ">&"):
        close_quietly(fd)
        return
    if operator in ("<&", ">&"):
        os.dup2(target, fd)
        return
    source = open_text(target) if operator == "<<" else open_file(operator, target)
    if source == fd:
        os.set_inheritable(fd, True)
    else:
        os.dup2(source, fd)
        os.close(source)
    if operator.startswith("&"):
        os.dup2(1, 2)


def open_file(operator, path):
    """Open the file of a redirection."""
    flags = {"<": os.O_RDONLY, "<>": os.O_RDWR | os.O_CREAT}.get(
        operator, os.O_WRONLY | os.O_CREAT
    )
    if operator.endswith(">>"):
        flags |= os.O_APPEND
    elif operator in (">", "&>"):
        flags |= os.O_TRUNC
    return os.open(path, flags, 0o666)


def open_text(text):
    """Open a text for reading: a here-document."""
    fd = os.memfd_create("here-document")
    write_all(fd, os.fsencode(text))
    os.lseek(fd, 0, os.SEEK_SET)
    return fd


def complain_line(message):
    """Write a message to stderr."""
    print(message, file=sys.stderr, flush=True)


def write_all(fd, data):
    """Write all bytes to a descriptor."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


class redirected:
    """Redirect descriptors for a while."""

    def __init__(self, *redirections):
        self.redirections = redirections

    def __enter__(self):
        self.saved = {}
        for fd, operator, _ in self.redirections:
            for each in (1, 2) if operator.startswith("&") else (fd,):
                if each not in self.saved:
                    self.saved[each] = saved_copy(each)
        try:
            redirect(*self.redirections)
        except RedirectionError:
            self.__exit__()
            raise

    def __exit__(self, *error):
        for fd, copy in self.saved.items():
            if copy is None:
                close_quietly(fd)
            else:
                os.dup2(copy, fd)
                os.close(copy)


def fork(body):
    """Run a part of the script in a process of its own."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        status = body() or 0
    except SystemExit as end:
        status = end.code or 0
    except Exception as error:
        complain_line(error)
    finally:
        os._exit(status & 255)


finished = {}
after_child = []


def begin():
    """Take signals as a shell does, and tell programs the directory."""
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.environ["PWD"] = os.getcwd()


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


GREP_OPTIONS = {
    "-E": "extended",
    "--extended-regexp": "extended",
    "-F": "fixed",
    "--fixed-strings": "fixed",
    "-G": "basic",
    "--basic-regexp": "basic",
    "-e": "patterns+=",
    "--regexp": "patterns+=",
    "-f": "pattern_files+=",
    "--file": "pattern_files+=",
    "-i": "ignore_case",
    "--ignore-case": "ignore_case",
    "-v": "invert",
    "--invert-match": "invert",
    "-w": "words",
    "--word-regexp": "words",
    "-x": "lines",
    "--line-regexp": "lines",
    "-c": "count",
    "--count": "count",
    "-o": "only_matching",
    "--only-matching": "only_matching",
    "-q": "quiet",
    "--quiet": "quiet",
    "--silent": "quiet",
    "-s": "no_messages",
    "--no-messages": "no_messages",
    "-m": "max_count=",
    "--max-count": "max_count=",
    "-n": "numbers",
    "--line-number": "numbers",
    "-H": "with_name",
    "--with-filename": "with_name",
    "-h": "no_name",
    "--no-filename": "no_name",
    "-l": "files_with",
    "--files-with-matches": "files_with",
    "-L": "files_without",
    "--files-without-match": "files_without",
    "-r": "recursive",
    "--recursive": "recursive",
    "-A": "after=",
    "--after-context": "after=",
    "-B": "before=",
    "--before-context": "before=",
    "-C": "context=",
    "--context": "context=",
    "-a": "text",
    "--text": "text",
    "--line-buffered": "line_buffered",
    "--color": "color=?",
    "--colour": "color=?",
}


def grep_program(argv, env):
    """Write the lines that match."""
    return grep_matching(argv, env, "basic")


def grep_matching(argv, env, kind):
    """Write the lines that match patterns of a kind, if options do not say another."""
    options, operands = read_options("grep", argv, GREP_OPTIONS)
    if options is None:
        return 125
    if options.get("color", "auto") not in ("auto", "never", None):
        complain("grep", "cannot do colors without the real program")
        return 125
    try:
        patterns = grep_patterns(options, operands)
    except OSError as error:
        complain_of("grep", error.filename, error)
        return 2
    if patterns is None:
        complain("grep", "no pattern given")
        return 2
    kind = last_given(options, ("extended", "fixed", "basic"), kind)
    try:
        find = grep_finder(patterns, kind, options, is_utf8(env))
    except ValueError as error:
        complain("grep", str(error))
        return 125 if "cannot do" in str(error) else 2
    files = operands or (["."] if "recursive" in options else ["-"])
    named = "with_name" if len(files) > 1 or "recursive" in options else "no_name"
    if named == "with_name" and files == operands and len(files) == 1:
        named = "with_name" if os.path.isdir(files[0]) else "no_name"
    options["named"] = last_given(options, ("with_name", "no_name"), named)
    status, selected = 0, False
    for path in files:
        for each in grep_walk(path, not operands, "recursive" in options):
            result = grep_file(each, find, options, is_utf8(env))
            status = status if result is not None else 2
            selected = selected or bool(result)
            if selected and "quiet" in options:
                return 0
    return status or (0 if selected else 1)


def grep_patterns(options, operands):
    """Collect the patterns of -e, -f or the first operand; None if there is none."""
    texts = list(options.get("patterns", []))
    given = options.keys() & {"patterns", "pattern_files"}
    if not given:
        if not operands:
            return None
        texts.append(operands.pop(0))
    patterns = [line for text in texts for line in text.split("\n")]
    for path in options.get("pattern_files", []):
        fd = os.dup(0) if path == "-" else os.open(path, os.O_RDONLY)
        lines = split_lines(read_all(fd))
        patterns += [os.fsdecode(line.removesuffix(b"\n")) for line in lines]
        os.close(fd)
    return patterns


def grep_finder(patterns, kind, options, utf8):
    """Make a function from a line and a position to a match, or None."""
    texts = [operand_text(pattern, utf8) for pattern in patterns]
    ignore_case = "ignore_case" in options
    regexes = []
    for text in texts:
        if kind == "fixed":
            text = "".join(f"[{c}]" if c in "*.[{(+?|)" else c for c in text)
            text = text.replace("\\", "\\\\").replace("^", "\\^").replace("$", "\\$")
        regex = PosixRegex(text, "grep", kind != "basic", ignore_case, utf8)
        regexes.append(regex)
    whole = {"lines": "(?:{})\\Z", "words": "(?<!\\w)(?:{})(?!\\w)"}
    around = next((whole[key] for key in whole if key in options), None)

    def find(line, start=0):
        best = None
        for regex in regexes:
            if around is None:
                found = regex.search(line, start)
            else:
                pattern = re.compile(around.format(regex.pattern), regex.flags)
                within = "lines" in options
                found = (pattern.match if within else pattern.search)(line, start)
            if found and (best is None or grep_rank(found) > grep_rank(best)):
                best = found
        return best

    return find


def grep_rank(match):
    """Order matches: the leftmost first, then the longest."""
    return (-match.start(), match.end())


def grep_walk(path, implied, recursive):
    """Yield a file, or with -r the files below a directory."""
    if not recursive or path == "-" or not os.path.isdir(path):
        yield path
        return
    for name in sorted(os.listdir(path)):
        below = name if implied and path == "." else f"{path.rstrip('/')}/{name}"
        if not os.path.islink(below):
            is_special = os.path.exists(below) and not os.path.isfile(below)
            if os.path.isdir(below) or not is_special:
                yield from grep_walk(below, False, True)


def grep_file(path, find, options, utf8):
    """Search one file: how many lines were selected, or None after an error."""
    if "no_messages" in options and path != "-":
        try:
            fd = os.open(path, os.O_RDONLY)
        except OSError:
            return None
        if stat.S_ISDIR(os.fstat(fd).st_mode):
            os.close(fd)
            return None
    elif (fd := open_operand("grep", path)) is None:
        return None
    try:
        return grep_lines(fd, path, find, options, utf8)
    finally:
        os.close(fd)


def grep_lines(fd, path, find, options, utf8):
    """Search the lines of an open file and write what is asked for."""
    silent = options.keys() & {"quiet", "count", "files_with", "files_without"}
    most = int(options.get("max_count", -1))
    title = os.fsencode("(standard input)" if path == "-" else path)
    prefix = title if options["named"] == "with_name" else None
    before = int(options.get("before", options.get("context", 0)))
    after = int(options.get("after", options.get("context", 0)))
    earlier, left, last, count = [], 0, 0, 0
    for number, raw in enumerate(read_lines(fd) if most else [], 1):
        raw = raw.removesuffix(b"\n")
        line = text_of(raw, utf8)
        done = count == most
        if done or (find(line) is not None) == ("invert" in options):
            if left > 0 and not silent and "only_matching" not in options:
                grep_write(prefix, number, b"-", raw, options)
                left, last = left - 1, number
            elif before:
                earlier = [*earlier, (number, raw)][-before:]
            if done and left == 0:
                break
            continue
        if b"\0" in raw and not silent and "text" not in options:
            write_all(1, b"grep: %s: binary file matches\n" % title)
            return 1
        count += 1
        if options.keys() & {"quiet", "files_with", "files_without"}:
            break
        if silent:
            if count == most:
                break
            continue
        if "only_matching" in options:
            if "invert" not in options:
                grep_matches(prefix, number, line, find, options, utf8)
        else:
            first = earlier[0][0] if earlier else number
            if options.get("printed") and not (last and first == last + 1):
                write_all(1, b"--\n")
            options["printed"] = before > 0 or after > 0
            for each in earlier:
                grep_write(prefix, each[0], b"-", each[1], options)
            grep_write(prefix, number, b":", raw, options)
            earlier, left, last = [], after, number
        if count == most and not left:
            break
    if "quiet" in options:
        return count
    if "files_with" in options or "files_without" in options:
        wanted = bool(count) == ("files_with" in options)
        write_all(1, title + b"\n" if wanted else b"")
        return count
    if "count" in options:
        start = b"" if prefix is None else prefix + b":"
        write_all(1, b"%s%d\n" % (start, count))
    return count


def grep_matches(prefix, number, line, find, options, utf8):
    """Write each match of a line on a line of its own."""
    at = 0
    while at <= len(line) and (found := find(line, at)):
        if found.end() > found.start():
            text = bytes_of(found[0], utf8)
            grep_write(prefix, number, b":", text, options)
        at = found.end() if found.end() > found.start() else found.end() + 1


def grep_write(prefix, number, mark, line, options):
    """Write a line with the file's name and its number where they are asked for."""
    start = b"" if prefix is None else prefix + mark
    if "numbers" in options:
        start += b"%d%s" % (number, mark)
    write_all(1, start + line + b"\n")


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


def read_all(fd):
    """Read a descriptor to its end."""
    chunks = []
    while chunk := os.read(fd, 65536):
        chunks.append(chunk)
    return b"".join(chunks)


def read_lines(fd, end=b"\n"):
    """Yield the lines of a descriptor as they arrive, with their newlines."""
    pending = []
    while chunk := os.read(fd, 65536):
        *lines, rest = chunk.split(end)
        for line in lines:
            pending.append(line + end)
            yield b"".join(pending)
            pending.clear()
        if rest:
            pending.append(rest)
    if pending:
        yield b"".join(pending)


def split_lines(data):
    """Split bytes into lines that keep their newlines."""
    *lines, rest = data.split(b"\n")
    return [line + b"\n" for line in lines] + ([rest] if rest else [])


def complain(name, text):
    """Write an error message in the way programs do."""
    write_all(2, os.fsencode(f"{name}: {text}\n"))


def complain_of(name, path, error):
    """Report what the system said about a path."""
    complain(name, f"{path}: {os.strerror(error.errno)}")


def open_operand(name, path):
    """Open a file, or standard input for "-"; None and a message if it fails."""
    if path == "-":
        return os.dup(0)
    try:
        fd = os.open(path, os.O_RDONLY)
        if stat.S_ISDIR(os.fstat(fd).st_mode):
            os.close(fd)
            raise IsADirectoryError(21, "")
    except OSError as error:
        complain_of(name, path, error)
        return None
    return fd


def is_utf8(env):
    """Whether the environment asks for a locale with UTF-8."""
    name = env.get("LC_ALL") or env.get("LC_CTYPE") or env.get("LANG") or "C"
    return "utf8" in name.lower().replace("-", "")


def text_of(data, utf8):
    """Decode bytes to characters of the locale; bytes that are none are kept."""
    return data.decode("utf-8", "surrogateescape") if utf8 else data.decode("latin-1")


def bytes_of(text, utf8):
    """Encode characters of the locale."""
    return text.encode("utf-8", "surrogateescape") if utf8 else text.encode("latin-1")


def operand_text(operand, utf8):
    """Decode an operand to characters of the locale."""
    return text_of(bytes_of(operand, True), utf8)


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


def last_given(options, keys, default=None):
    """The one of these options that was given last."""
    return ([key for key in options if key in keys] or [default])[-1]


def regex_python(node):
    """Write a tree as a pattern for Python's re."""
    kind, value = node[0], node[1]
    if kind == "cat":
        return "".join(map(regex_python, value))
    if kind == "alt":
        return f"(?:{'|'.join(map(regex_python, value))})"
    if kind == "group":
        return f"({regex_python(value)})"
    if kind == "repeat":
        low, high = node[2], "" if node[3] is None else node[3]
        return f"(?:{regex_python(value)}){{{low},{high}}}"
    return f"(?:{value})" if kind == "back" else value


def regex_ends(node, text, starts, flags):
    """Find all positions where a match can end that begins at one of these."""
    kind, value = node[0], node[1]
    if kind == "cat":
        for item in value:
            starts = regex_ends(item, text, starts, flags)
        return starts
    if kind == "alt":
        return set().union(*(regex_ends(each, text, starts, flags) for each in value))
    if kind == "group":
        return regex_ends(value, text, starts, flags)
    if kind == "repeat":
        _, _, low, high = node
        for _ in range(low):
            starts = regex_ends(value, text, starts, flags)
        found, count = set(starts), low
        while starts and (high is None or count < high):
            starts = regex_ends(value, text, starts, flags) - found
            found |= starts
            count += 1
        return found
    matches = [re.compile(value, flags).match(text, start) for start in starts]
    return {match.end() for match in matches if match}


REGEX_CLASSES = {
    "alnum": str.isalnum,
    "alpha": str.isalpha,
    "blank": " \t".__contains__,
    "cntrl": lambda char: char < " " or "\x7f" <= char < "\xa0",
    "digit": string.digits.__contains__,
    "graph": lambda char: char.isprintable() and not char.isspace(),
    "lower": str.islower,
    "print": str.isprintable,
    "punct": lambda char: char.isprintable() and not char.isalnum() and char != " ",
    "space": lambda char: char in " \t\n\v\f\r" or (char.isspace() and char > "\xa0"),
    "upper": str.isupper,
    "xdigit": string.hexdigits.__contains__,
}


def regex_class(name, utf8):
    """Write the characters of a class such as space as ranges for Python's re."""
    if name not in REGEX_CLASSES:
        raise ValueError(f"invalid character class [:{name}:]")
    member = REGEX_CLASSES[name]
    codes = [code for code in range(0x3000 if utf8 else 128) if member(chr(code))]
    ranges = []
    for code in codes:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{re.escape(chr(a))}-{re.escape(chr(z))}" for a, z in ranges)


def regex_bracket(text, at, dialect, utf8):
    """Translate the bracket expression whose "[" is before this position.

    Returns a pattern for one character, and the position behind the "]".
    """
    negated = text.startswith("^", at)
    start = at = at + negated
    items = []
    while at == start or not text.startswith("]", at):
        if at >= len(text):
            raise ValueError("unmatched [, [^, [:, [., or [=")
        if text.startswith("[:", at):
            end = text.find(":]", at)
            items.append(regex_class(text[at + 2 : end], utf8))
            at = end + 2
            continue
        low, at = regex_member(text, at, dialect)
        high = low
        if text.startswith("-", at) and text[at + 1 : at + 2] not in ("]", ""):
            high, at = regex_member(text, at + 1, dialect)
            if high < low:
                raise ValueError("invalid range end")
        items.append(re.escape(low))
        if high != low:
            items.append("-" + re.escape(high))
    if negated and utf8:
        items.append(r"\udc80-\udcff")
    return f"[{'^' * negated}{''.join(items)}]", at + 1


def regex_member(text, at, dialect):
    """Read one character of a bracket expression; return the position behind it."""
    if text[at : at + 2] in ("[.", "[="):
        end = text.find(text[at + 1] + "]", at + 2)
        if end != at + 3:
            raise ValueError("invalid collation character")
        return text[at + 2], end + 2
    if text[at] == "\\" and dialect != "grep" and at + 1 < len(text):
        letter = text[at + 1]
        if letter in "afnrtv":
            return "\a\f\n\r\t\v"["afnrtv".index(letter)], at + 2
        if dialect == "awk":
            if letter.isalnum():
                raise ValueError(f"cannot do \\{letter} in brackets")
            return letter, at + 2
        if letter in "cdox":
            raise ValueError(f"cannot do \\{letter} in brackets")
    return text[at], at + 1


class PosixRegex:
    """A basic or extended regular expression, matched leftmost and longest.

    The dialect (grep, sed or awk) says which escapes there are besides the standard's.
    Raises ValueError for what is wrong, or cannot be done.
    """

    def __init__(self, text, dialect, extended, ignore_case=False, utf8=True):
        self.text, self.at, self.dialect = text, 0, dialect
        self.extended, self.utf8 = extended, utf8
        self.flags = re.DOTALL | (re.IGNORECASE if ignore_case else 0)
        self.flags |= 0 if utf8 else re.ASCII
        self.groups, self.closed, self.uncertain, self.refers = 0, [], 0, False
        self.tree = self.alternatives(0)
        if self.at < len(text):
            raise ValueError("Unmatched ) or \\)")
        if self.refers and self.uncertain > 1 and "alt" in str(self.tree):
            raise ValueError("cannot do \\1 together with alternatives")
        self.pattern = regex_python(self.tree)
        self.compiled = re.compile(self.pattern, self.flags)

    def search(self, text, start=0):
        """Find the longest of the leftmost matches; it is one of Python's re."""
        found = self.compiled.search(text, start)
        if found is None or self.uncertain < 2 or self.refers:
            return found
        ends = regex_ends(self.tree, text, {found.start()}, self.flags)
        if max(ends) == found.end():
            return found
        tail = re.escape(text[max(ends) :])
        longest = re.compile(f"(?:{self.pattern})(?={tail}\\Z)", self.flags)
        return longest.match(text, found.start())

    def token(self, *tokens):
        """Step over one of these texts and return it, or return None."""
        for token in tokens:
            if self.text.startswith(token, self.at):
                self.at += len(token)
                return token
        return None

    def alternatives(self, depth):
        """Read alternatives up to the end or a closing parenthesis."""
        bar = "|" if self.extended else "\\|"
        found = [self.sequence(depth)]
        while self.token(bar):
            found.append(self.sequence(depth))
        if len(found) == 1:
            return found[0]
        self.uncertain += 2
        if all(item[0] == "one" for branch in found for item in branch[1]):
            found.sort(key=lambda branch: -len(branch[1]))
        return ("alt", found)

    def sequence(self, depth):
        """Read what follows one another, up to a bar or a closing parenthesis."""
        bar, close = ("|", ")") if self.extended else ("\\|", "\\)")
        items = []
        while self.at < len(self.text):
            rest = self.text[self.at :]
            if rest.startswith(bar) or (rest.startswith(close) and depth):
                break
            if rest.startswith(close) and (not self.extended or self.dialect != "grep"):
                raise ValueError(f"Unmatched ( or {close}")
            star = self.extended or (items and items[-1] != ("here", "^"))
            item = self.anchor(items, bar, close) or self.atom(depth, items, star)
            items.append(self.repeats(item))
        return ("cat", items)

    def anchor(self, items, bar, close):
        """Read ^ or $ where they are anchors."""
        rest = self.text[self.at + 1 :]
        if self.text[self.at] == "^" and (self.extended or not items):
            self.at += 1
            return ("here", "^")
        ends = self.extended or not rest or rest.startswith((bar, close))
        if self.text[self.at] == "$" and ends:
            self.at += 1
            return ("here", "\\Z")
        return None

    def repeats(self, item):
        """Read the repetitions behind an item."""
        marks = "* + ? {" if self.extended else "* \\+ \\? \\{"
        if item == ("here", "^") and not self.extended:
            return item
        while mark := self.token(*marks.split()):
            if item[0] == "repeat" and self.dialect == "sed":
                raise ValueError("Invalid preceding regular expression")
            low, high = {"*": (0, None), "+": (1, None)}.get(mark[-1], (0, 1))
            if mark[-1] == "{":
                close = "}" if self.extended else "\\}"
                bounds = re.compile(r"(\d*)(,?)(\d*)" + re.escape(close))
                found = bounds.match(self.text, self.at)
                if found is None or not (found[1] or found[2]):
                    raise ValueError("Invalid content of \\{\\}")
                if self.dialect == "awk":
                    raise ValueError("cannot do {} in awk")
                self.at = found.end()
                low = int(found[1] or 0)
                high = int(found[3]) if found[3] else (None if found[2] else low)
                if high is not None and high < low:
                    raise ValueError("Invalid content of \\{\\}")
            self.uncertain += 1 if item[0] == "one" else 2
            item = ("repeat", item, low, high)
        return item

    def atom(self, depth, items, star):
        """Read a character, a bracket expression, a group or an escape."""
        char = self.text[self.at]
        self.at += 1
        if char == "[":
            found, self.at = regex_bracket(self.text, self.at, self.dialect, self.utf8)
            return ("one", found)
        if char == ".":
            return ("one", r"[^\udc80-\udcff]" if self.utf8 else ".")
        if char == "(" and self.extended:
            return self.group(depth, ")")
        if char == "\\":
            return self.escape(depth)
        if self.extended and char in "*+?{" and (char != "{" or self.dialect != "grep"):
            raise ValueError("Invalid preceding regular expression")
        return ("one", re.escape(char))

    def group(self, depth, close):
        """Read a group behind its opening parenthesis."""
        self.groups += 1
        number = self.groups
        inner = self.alternatives(depth + 1)
        if not self.token(close):
            raise ValueError("Unmatched ( or \\(")
        self.closed.append(number)
        return ("group", inner)

    def escape(self, depth):
        """Read what a backslash stands before."""
        if self.at >= len(self.text):
            raise ValueError("Trailing backslash")
        letter = self.text[self.at]
        self.at += 1
        if letter == "(" and not self.extended:
            return self.group(depth, "\\)")
        if letter == "{" and not self.extended:
            raise ValueError("Invalid preceding regular expression")
        if letter.isdigit() and self.dialect != "awk":
            if int(letter) not in self.closed:
                raise ValueError("Invalid back reference")
            self.refers = True
            return ("back", f"\\{letter}")
        controls = {"a": "\a", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
        if letter in controls and self.dialect != "grep":
            return ("one", re.escape(controls[letter]))
        places = {"b": r"\b", "B": r"\B", "<": r"\b(?=\w)", ">": r"\b(?<=\w)"}
        places |= {"`": r"\A", "'": r"\Z"}
        if self.dialect != "awk":
            if letter in "wWsS":
                return ("one", "\\" + letter)
            if letter in places:
                return ("here", places[letter])
        if letter.isalnum() or (letter in "<>`'" and self.dialect == "awk"):
            raise ValueError(f"cannot do \\{letter}")
        return ("one", re.escape(letter))


if __name__ == "__main__":
    sys.exit(main())
