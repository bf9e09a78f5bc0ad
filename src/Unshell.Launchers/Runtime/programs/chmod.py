import os
import stat

CHMOD_OPTIONS = {
    "-R": "recursive",
    "--recursive": "recursive",
    "-f": "silent",
    "--silent": "silent",
    "--quiet": "silent",
}


def chmod_program(argv, env):
    """Change permissions: octal and symbolic modes, -R, -f."""
    removing = [word for word in argv if chmod_is_mode(word)][:1]
    words = list(argv)
    if removing:
        words.remove(removing[0])
    options, operands = read_options("chmod", words, CHMOD_OPTIONS)
    if options is None:
        return 125
    operands = removing + operands
    if len(operands) < 2:
        return missing_operand("chmod", operands)
    changes = mode_changes(operands[0])
    if changes is None:
        complain("chmod", f"invalid mode: {quoted_name(operands[0])}")
        return 1
    umask = current_umask()
    return max(
        chmod_tree(path, changes, umask, options, bool(removing), True)
        for path in operands[1:]
    )


def chmod_is_mode(word):
    """Whether a word such as -x is a mode and not an option."""
    return word[:1] == "-" and word[1:2] in tuple("rwxXst")


def chmod_tree(path, changes, umask, options, strict, named):
    """Change the permissions of a path and, with -R, of all that is below it."""
    status = 0
    try:
        info = os.stat(path) if named else os.lstat(path)
        if stat.S_ISLNK(info.st_mode):
            return 0
        is_directory = stat.S_ISDIR(info.st_mode)
        old = stat.S_IMODE(info.st_mode)
        new = changed_mode(old, changes, is_directory, umask)
        os.chmod(path, new)
        children = os.listdir(path) if "recursive" in options and is_directory else []
    except OSError as error:
        if "silent" not in options:
            reason = os.strerror(error.errno)
            complain("chmod", f"cannot access {quoted_name(path)}: {reason}")
        return 1
    if strict and new & ~changed_mode(old, changes, is_directory, 0):
        complain("chmod", f"{path}: new permissions are not those asked for")
        status = 1
    for name in sorted(children):
        below = os.path.join(path, name)
        status |= chmod_tree(below, changes, umask, options, strict, False)
    return status
