import os
import stat
import tempfile

SED_OPTIONS = {
    "-n": "silent",
    "--quiet": "silent",
    "--silent": "silent",
    "-e": "scripts+=",
    "--expression": "scripts+=",
    "-f": "script_files+=",
    "--file": "script_files+=",
    "-E": "extended",
    "-r": "extended",
    "--regexp-extended": "extended",
    "-i": "in_place=?",
    "--in-place": "in_place=?",
    "-s": "separate",
    "--separate": "separate",
    "-u": "unbuffered",
    "--unbuffered": "unbuffered",
    "-z": "zero",
    "--null-data": "zero",
    "--zero-terminated": "zero",
}


def sed_program(argv, env):
    """Edit lines as a script says."""
    options, operands = read_options("sed", argv, SED_OPTIONS)
    if options is None:
        return 125
    utf8 = is_utf8(env)
    texts = list(options.get("scripts", []))
    if texts and "script_files" in options:
        complain("sed", "cannot do -e together with -f without the real program")
        return 125
    for path in options.get("script_files", []):
        if (fd := open_operand("sed", path)) is None:
            return 1
        texts.append(os.fsdecode(read_all(fd).removesuffix(b"\n")))
        os.close(fd)
    if not texts:
        if not operands:
            complain("sed", "no script given")
            return 1
        texts.append(operands.pop(0))
    text = operand_text("\n".join(texts), utf8)
    if text.startswith("#n\n") or text == "#n":
        options["silent"] = True
    try:
        script = SedScript(text, "extended" in options, utf8)
        return sed_files(script, options, operands or ["-"], utf8)
    except ValueError as error:
        complain("sed", str(error))
        return 125 if "cannot do" in str(error) else 1
    except LookupError as error:
        complain("sed", f"can't find label for jump to `{error.args[0]}'")
        return 4
    except OSError as error:
        complain("sed", f"{error.filename}: {os.strerror(error.errno)}")
        return 4


def sed_files(script, options, paths, utf8):
    """Run a script over files, in place or to standard output."""
    outputs = {"/dev/stdout": 1, "/dev/stderr": 2}
    for command in script.commands:
        path = command.get("path")
        if command["letter"] in "sw" and path and path not in outputs:
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
            outputs[path] = os.open(path, flags, 0o666)
    runner, missing, status = SedRun(script, options, utf8, outputs), [], None
    if "in_place" in options:
        for path in paths:
            runner.number = 0
            status = sed_in_place(runner, path, options["in_place"], missing)
            if status is not None:
                break
    elif "separate" in options:
        for path in paths:
            runner.number = 0
            status = runner.run(sed_lines([path], missing, runner.end), 1)
            if status is not None:
                break
    else:
        status = runner.run(sed_lines(paths, missing, runner.end), 1)
    for fd in outputs.values():
        if fd > 2:
            os.close(fd)
    return status or max(missing, default=0)


def sed_lines(paths, missing, end):
    """Yield the lines of all files; one that cannot be read is noted."""
    for path in paths:
        if os.path.isdir(path):
            raise IsADirectoryError(21, "", path)
        fd = open_operand("sed", path)
        if fd is None:
            missing.append(2)
            continue
        ended = True
        for line in read_lines(fd, end):
            if not ended:
                yield last + end
            ended = line.endswith(end)
            if ended:
                yield line
            else:
                last = line
        os.close(fd)
        if not ended:
            yield last


def sed_in_place(runner, path, suffix, missing):
    """Run over one file and put the result in its place; keep a copy if asked to."""
    if path == "-":
        missing.append(2)
        complain("sed", "couldn't edit -: not a regular file")
        return None
    try:
        info = os.stat(path)
    except OSError as error:
        complain("sed", f"can't read {path}: {os.strerror(error.errno)}")
        missing.append(2)
        return None
    if not stat.S_ISREG(info.st_mode):
        complain("sed", f"couldn't edit {path}: not a regular file")
        missing.append(4)
        return None
    folder = os.path.dirname(path) or "."
    fd, new = tempfile.mkstemp(prefix="sed", dir=folder)
    try:
        status = runner.run(sed_lines([path], missing, runner.end), fd)
        os.fchmod(fd, stat.S_IMODE(info.st_mode))
        if (info.st_uid, info.st_gid) != (os.geteuid(), os.getegid()):
            sed_keep_owner(fd, info)
        os.close(fd)
        if suffix:
            name = os.path.basename(path)
            backup = suffix.replace("*", name) if "*" in suffix else name + suffix
            os.rename(path, os.path.join(folder, backup))
        os.rename(new, path)
    except BaseException:
        if os.path.exists(new):
            os.unlink(new)
        raise
    return status


def sed_keep_owner(fd, info):
    """Give the new file to the owner of the old one, if that is permitted."""
    try:
        os.fchown(fd, info.st_uid, info.st_gid)
    except PermissionError:
        pass
