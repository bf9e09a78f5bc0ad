import os


def cd(*words):
    """Change the working directory, with PWD and OLDPWD."""
    words = list(words)
    physical = False
    while words and words[0] in ("-L", "-P", "--"):
        physical = words.pop(0) == "-P"
    here = variables.get("PWD") or os.getcwd()
    target = words[0] if words else variables.get("HOME", "")
    shown = target == "-"
    if shown:
        target = variables.get("OLDPWD", "")
    if len(words) > 1 and IS_BASH:
        complain_line("cd: too many arguments")
        return 1
    if not words and not target:
        complain_line("cd: HOME not set")
        return 1 if IS_BASH else 0
    shown, path = searched_directory(target) or (shown, target)
    if not physical:
        path = os.path.normpath(os.path.join(here, path)) if path else here
    try:
        os.chdir(path or ".")
    except OSError as error:
        complain_line(f"cd: {target}: {error.strerror}")
        return 1 if IS_BASH else 2
    export_directory("OLDPWD", here)
    export_directory("PWD", os.getcwd() if physical else path)
    if shown:
        write(variables["PWD"] + "\n")
    return 0


def searched_directory(target):
    """A directory that is found through CDPATH, and whether it is shown; or None."""
    if target.startswith(("/", "./", "../")) or target in (".", "..", ""):
        return None
    for base in filter(None, variables.get("CDPATH", "").split(":")):
        if os.path.isdir(os.path.join(base, target)):
            return base != ".", os.path.join(base, target)
    return None


def export_directory(name, value):
    """Set PWD or OLDPWD, which programs get to see."""
    os.environ[name] = value
    variables[name] = value


directory_stack = []


def pushd(*words):
    """Change the directory and remember the one before."""
    before = variables.get("PWD") or os.getcwd()
    target = words[0] if words else (directory_stack or [""])[-1]
    if not words and directory_stack:
        directory_stack.pop()
    if status := cd(target):
        return status
    directory_stack.append(before)
    return write(" ".join([variables["PWD"], *reversed(directory_stack)]) + "\n")


def popd():
    """Go back to the directory before the last pushd."""
    if not directory_stack:
        complain_line("popd: directory stack empty")
        return 1
    if status := cd(directory_stack.pop()):
        return status
    return write(" ".join([variables["PWD"], *reversed(directory_stack)]) + "\n")
