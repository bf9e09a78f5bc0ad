import os


def find_program(name):
    """The path of a program on PATH, or None."""
    if "/" in name:
        return name if is_program(name) else None
    for directory in os.environ.get("PATH", os.defpath).split(":"):
        path = os.path.join(directory or ".", name)
        if is_program(path):
            return path
    return None


def is_program(path):
    """Whether a file can be run."""
    return os.path.isfile(path) and os.access(path, os.X_OK)


def which(name):
    """Write the path of a program; 1, or 127 in dash, where there is none."""
    path = find_program(name)
    return write(path + "\n") if path else 1 if IS_BASH else 127


shell_functions = {}


def call_any(functions, *words, **options):
    """Run a function of the script, or else a program, by a name known only now."""
    if words and words[0] in functions:
        return functions[words[0]](*words[1:])
    return run(*words, **options)


def shift_arguments(arguments, count=1):
    """Take arguments away from the front; 1 where there are not so many."""
    if count > len(arguments):
        if not IS_BASH:
            not_set("shift", "can't shift that many")
        return 1
    del arguments[:count]
    return 0
