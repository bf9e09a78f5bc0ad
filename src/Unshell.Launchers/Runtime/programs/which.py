import os

WHICH_OPTIONS = {
    "-a": "all",
}


def which_program(argv, env):
    """Write where programs are found on PATH."""
    options, operands = read_options("which", argv, WHICH_OPTIONS, permute=False)
    if options is None:
        return 125
    status = 0 if operands else 1
    for name in operands:
        if "/" in name:
            paths = [name]
        else:
            folders = env.get("PATH", "").split(":")
            paths = [os.path.join(folder or ".", name) for folder in folders]
        found = [path for path in paths if which_runs(path)]
        if not found:
            status = 1
        else:
            shown = found if "all" in options else found[:1]
            write_all(1, os.fsencode("".join(path + "\n" for path in shown)))
    return status


def which_runs(path):
    """Whether a path is a program that can be run."""
    return os.path.isfile(path) and os.access(path, os.X_OK)
