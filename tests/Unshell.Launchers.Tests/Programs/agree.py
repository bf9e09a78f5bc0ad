"""Run command lines through the real programs and through ours, and compare.

Usage: agree.py RUNTIME_DIRECTORY CASE_FILE...

A case file has sections that begin with "=== name": stdin, file PATH, env, setup (run
by /bin/sh), unordered (standard output is compared as a set of lines), and run, with
one command line per line in the shell's quotes. Each is run in a fresh directory.
Prints a line per difference, and at the end the numbers.
"""

import glob
import os
import shlex
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time


def load(directory):
    """Execute all parts in one namespace, with a stand-in for the core's dispatch."""
    names = {"__name__": "parts"}
    paths = glob.glob(os.path.join(directory, "programs", "**", "*.py"), recursive=True)
    waiting = sorted(paths)
    while waiting:
        path = waiting.pop(0)
        with open(path, encoding="utf-8") as file:
            code = compile(file.read(), path, "exec")
        try:
            exec(code, names)
        except NameError:
            waiting.append(path)  # a class whose base comes later
    names |= {"fork": fork, "wait_status": wait_status}
    return names


def fork(body):
    """Run a part in a process of its own."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        status = body() or 0
    except SystemExit as end:
        status = end.code or 0
    finally:
        os._exit(status & 255)


def wait_status(child):
    """Wait for a process."""
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return status if status >= 0 else 128 - status


def sections(path):
    """Read a case file into a list of (heading, text)."""
    found = []
    with open(path, "rb") as file:
        for line in file:
            if line.startswith(b"=== "):
                found.append((line[4:].strip().decode(), []))
            elif found:
                found[-1][1].append(line)
    return [(heading, b"".join(lines)) for heading, lines in found]


def command_lines(text):
    """Split a run section into command lines; a quoted newline does not end one."""
    pending = ""
    for line in text.split("\n"):
        pending += line
        try:
            argv = shlex.split(pending)
        except ValueError:
            pending += "\n"
            continue
        if argv:
            yield pending, argv
        pending = ""
    if pending:
        raise SystemExit(f"a quote is not closed: {pending}")


def start_server(kind):
    """Start one of the servers of servers.py; its process and its port."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "servers.py")
    command = [sys.executable, path, kind]
    server = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    return server, server.stdout.readline().decode().strip()


def run(names, argv, case, work):
    """Run one command line in a fresh directory; names is None for the real one."""
    box = os.path.join(work, "box")
    shutil.rmtree(box, ignore_errors=True)
    os.mkdir(box)
    env = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TZ": "UTC0", "HOME": box}
    stdin = b""
    for heading, text in case:
        kind, _, operand = heading.partition(" ")
        if kind == "stdin":
            stdin = text.removesuffix(b"\n") if operand == "unended" else text
        elif kind == "file":
            target = os.path.join(box, operand)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "wb") as file:
                file.write(text)
        elif kind == "env":
            env |= dict(line.split("=", 1) for line in text.decode().splitlines())
        elif kind == "setup" and os.system(f"cd {box} && {text.decode()}") != 0:
            raise SystemExit("a setup failed")
    reader, writer = os.pipe()
    os.write(writer, stdin)
    os.close(writer)
    outputs = [os.path.join(work, name) for name in ("stdout", "stderr")]
    pid = os.fork()
    if pid == 0:
        try:
            os.dup2(reader, 0)
            for number, path in enumerate(outputs, 1):
                os.dup2(os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC), number)
            os.chdir(box)
            os.umask(0o022)
            signal.alarm(20)
            signal.signal(signal.SIGPIPE, signal.SIG_DFL)
            if names is None:
                os.execvpe(argv[0], argv, env)
            name = {"find": "find_files"}.get(argv[0], argv[0].replace("-", "_"))
            function = names[name + "_program"]
            os._exit(function(argv[1:], env))
        except BaseException:
            import traceback

            os.write(2, traceback.format_exc().encode())
            os._exit(199)
    os.close(reader)
    status = wait_status(pid)
    stdout, stderr = [open(path, "rb").read() for path in outputs]
    if any(heading == "unordered" for heading, _ in case):
        stdout = b"\n".join(sorted(stdout.replace(b"\0", b"\n").split(b"\n")))
    return status, stdout, stderr, tree(box)


def tree(box):
    """List all files below a directory: kind, mode, old times, content."""
    rows = []
    for folder, folders, files in os.walk(box):
        for name in sorted(folders + files):
            path = os.path.join(folder, name)
            info = os.lstat(path)
            row = [os.path.relpath(path, box), stat.filemode(info.st_mode)]
            if info.st_mtime < time.time() - 86400:
                row.append(int(info.st_mtime))
            if stat.S_ISLNK(info.st_mode):
                row.append(os.readlink(path))
            elif stat.S_ISREG(info.st_mode):
                with open(path, "rb") as file:
                    row += [file.read(), info.st_nlink]
            rows.append(row)
    return sorted(rows, key=str)


def main(directory, paths):
    names = load(directory)
    counts = {"equal": 0, "different": 0, "absent": 0}
    with tempfile.TemporaryDirectory() as work:
        for path in paths:
            parts = sections(path)
            case = [part for part in parts if part[0] != "run"]
            for heading, text in parts:
                if heading != "run":
                    continue
                kinds = [each[7:] for each, _ in parts if each.startswith("server ")]
                servers = [start_server(kind) for kind in kinds]
                for number, (_, port) in enumerate(servers):
                    text = text.replace(b"@%d@" % (number + 1), port.encode())
                for line, argv in command_lines(os.fsdecode(text)):
                    if shutil.which(argv[0]) is None:
                        counts["absent"] += 1
                        continue
                    real = run(None, argv, case, work)
                    ours = run(names, argv, case, work)
                    same = real[0] == ours[0] and real[1] == ours[1]
                    same = same and real[3] == ours[3]
                    same = same and bool(real[2]) == bool(ours[2])
                    prefix = argv[0].encode() + b": "
                    named = not ours[2] or ours[2].startswith(prefix)
                    named = named or not real[2].startswith(prefix)
                    named = named and b"Traceback" not in ours[2]
                    if same and named:
                        counts["equal"] += 1
                        continue
                    counts["different"] += 1
                    print(f"{path}: {line}")
                    for side, outcome in (("real", real), ("ours", ours)):
                        print(f"  {side}: {outcome[0]} {outcome[1]!r} {outcome[2]!r}")
                        if real[3] != ours[3]:
                            print(f"  {side} files: {outcome[3]}")
                for server, _ in servers:
                    server.terminate()
                    server.wait()
    print(" ".join(f"{count} {kind}" for kind, count in counts.items()))
    return 1 if counts["different"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
