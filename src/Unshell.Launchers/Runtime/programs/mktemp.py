import os
import random
import string

MKTEMP_OPTIONS = {
    "-d": "directory",
    "--directory": "directory",
    "-u": "dry_run",
    "--dry-run": "dry_run",
    "-q": "quiet",
    "--quiet": "quiet",
    "-p": "tmpdir=",
    "--tmpdir": "long_tmpdir=?",
    "-t": "template_only",
    "--suffix": "suffix=",
}


def mktemp_program(argv, env):
    """Make a file or directory with a new name, and write that."""
    options, operands = read_options("mktemp", argv, MKTEMP_OPTIONS)
    if options is None:
        return 125
    if len(operands) > 1:
        complain("mktemp", "too many templates")
        return 1
    template = operands[0] if operands else "tmp.XXXXXXXXXX"
    folder = options.get("tmpdir") or options.get("long_tmpdir")
    if "template_only" in options:
        folder = env.get("TMPDIR") or folder or "/tmp"
    in_folder = not operands or options.keys() & {"tmpdir", "long_tmpdir"}
    in_folder = in_folder or "template_only" in options
    last = template.rpartition("X")[0] + "X"
    suffix = options.get("suffix")
    if suffix is None:
        suffix = template[len(last) :] if "X" in template else ""
        template = last if "X" in template else template
    stem = template.rstrip("X")
    marks = len(template) - len(stem)
    problem = None
    if marks < 3:
        problem = f"too few X's in template {quoted_name(template)}"
    elif "/" in suffix:
        problem = f"invalid suffix {quoted_name(suffix)}, contains directory separator"
    elif "template_only" in options and "/" in stem:
        problem = f"invalid template, {quoted_name(template)}, contains a separator"
    elif in_folder and stem.startswith("/"):
        problem = f"invalid template, {quoted_name(template)}; it may not be absolute"
    if problem:
        complain("mktemp", problem)
        return 1
    if in_folder:
        stem = os.path.join(folder or env.get("TMPDIR") or "/tmp", stem)
    letters = string.ascii_letters + string.digits
    while True:
        name = "".join(random.SystemRandom().choices(letters, k=marks))
        path = stem + name + suffix
        try:
            mktemp_make(path, options)
        except FileExistsError:
            continue
        except OSError as error:
            if "quiet" not in options:
                complain_of("mktemp", f"failed to create {quoted_name(path)}", error)
            return 1
        write_all(1, os.fsencode(path + "\n"))
        return 0


def mktemp_make(path, options):
    """Make the file or the directory; raises OSError."""
    if "dry_run" in options:
        if os.path.lexists(path):
            raise FileExistsError(17, "")
    elif "directory" in options:
        os.mkdir(path, 0o700)
    else:
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL
        os.close(os.open(path, flags, 0o600))
