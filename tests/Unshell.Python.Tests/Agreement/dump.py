"""Prints, for every Python file below folders, what ast makes of it.

usage: python3 dump.py FOLDER...

Each file gives a line `status TAB number of bytes TAB path`, followed by that many bytes: the dump for `ok`, the cause for `error`.
Folders that hold another version's packages are not entered when they are reached from a standard library.
"""
import ast
import os
import sys
import warnings


def files(folder):
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            if name.endswith(".py"):
                yield os.path.join(parent, name)


def without_field_positions(tree):
    """Before 3.12 positions inside the fields of f-strings are wrong in many ways: they are taken out."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FormattedValue):
            for inner in ast.walk(node.value):
                for attribute in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
                    if hasattr(inner, attribute):
                        delattr(inner, attribute)


def dump(path):
    try:
        with open(path, "rb") as file:
            tree = ast.parse(file.read())
        if sys.version_info < (3, 12):
            without_field_positions(tree)
        return "ok", ast.dump(tree, include_attributes=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError) as error:
        return "error", "%s: %s" % (type(error).__name__, error)


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20000)
    output = sys.stdout.buffer
    output.write(b"%d\n" % sys.version_info[1])
    for folder in sys.argv[1:]:
        for path in files(folder):
            status, text = dump(path)
            data = text.encode("utf-8", "surrogatepass")
            output.write(("%s\t%d\t%s\n" % (status, len(data), path)).encode("utf-8", "surrogateescape"))
            output.write(data)
    output.flush()


main()
