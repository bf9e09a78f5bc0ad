import os
import sys


def change_directory(path):
    """Change the working directory, and PWD and OLDPWD with it."""
    here = os.environ.get("PWD") or os.getcwd()
    target = os.path.normpath(os.path.join(here, path))
    try:
        os.chdir(target)
    except OSError as error:
        print(f"cd: {path}: {error.strerror}", file=sys.stderr, flush=True)
        return 1 if IS_BASH else 2
    os.environ.update(OLDPWD=here, PWD=target)
    return 0
