import os


def subshell(body):
    """Run a part in a process of its own and wait for it."""
    return wait_status(fork(body))


def capture(body):
    """What a part writes to stdout, without the newlines at its end."""
    reader, writer = os.pipe()

    def redirected_body():
        os.close(reader)
        os.dup2(writer, 1)
        os.close(writer)
        return body()

    child = fork(redirected_body)
    os.close(writer)
    data = read_all(reader)
    os.close(reader)
    capture.status = wait_status(child)
    return os.fsdecode(data.replace(b"\0", b"").rstrip(b"\n"))


capture.status = 0


def read_file(path):
    """The text of a file, without the newlines at its end."""
    try:
        with open(path, "rb") as file:
            data = file.read()
        capture.status = 0
    except OSError as error:
        complain_line(f"{path}: {error.strerror}")
        data = b""
        capture.status = 1
    return os.fsdecode(data.replace(b"\0", b"").rstrip(b"\n"))


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


def with_errors(body):
    """A part of a pipeline whose stderr goes into the pipe as well."""

    def both():
        os.dup2(1, 2)
        return body()

    return both


def process_substitution(body, is_output, is_inherited=True):
    """The name of a pipe to or from a part that runs beside the script."""
    reader, writer = os.pipe()
    ours, theirs = (writer, reader) if is_output else (reader, writer)

    def connected():
        os.close(ours)
        os.dup2(theirs, 0 if is_output else 1)
        os.close(theirs)
        return body()

    fork(connected)
    os.close(theirs)
    os.set_inheritable(ours, is_inherited)
    return f"/dev/fd/{ours}"
