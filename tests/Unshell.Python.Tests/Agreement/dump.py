"""Prints, for every Python file below folders, what ast makes of it.

usage: python3 dump.py PART PARTS [FOLDER...]

Without folders it reads its own standard library and installed packages. Of PARTS equal parts it reads the one with the number PART, from 0.
The first line is the minor version. Each file gives a line `status TAB number of bytes TAB path`, followed by that many bytes: the dump for `ok`,
the cause for `error`.
"""
import ast
import os
import site
import sys
import sysconfig
import warnings


def own_folders():
    folders = [sysconfig.get_path("stdlib"), sysconfig.get_path("purelib")] + site.getsitepackages()
    real = sorted({os.path.realpath(folder) for folder in folders if os.path.isdir(folder)})
    return [folder for folder in real if not any(folder.startswith(other + os.sep) for other in real)]


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
                    vars(inner).pop(attribute, None)


def without_empty_texts(tree):
    """3.12 has an empty text at the end of some format specifications; 3.13 has none any more."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            node.values = [value for value in node.values if not (isinstance(value, ast.Constant) and value.value == "")]


def dump(path):
    try:
        with open(path, "rb") as file:
            tree = ast.parse(file.read())
        if sys.version_info < (3, 12):
            without_field_positions(tree)
        elif sys.version_info < (3, 13):
            without_empty_texts(tree)
        return "ok", ast.dump(tree, include_attributes=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError) as error:
        return "error", "%s: %s" % (type(error).__name__, error)


def main(arguments):
    warnings.simplefilter("ignore")
    part, parts = int(arguments[0]), int(arguments[1])
    output = sys.stdout.buffer
    output.write(b"%d\n" % sys.version_info[1])
    every = [path for folder in arguments[2:] or own_folders() for path in files(folder)]
    for path in every[part::parts]:
        status, text = dump(path)
        data = text.encode("utf-8", "surrogatepass")
        output.write(("%s\t%d\t%s\n" % (status, len(data), path)).encode("utf-8", "surrogateescape"))
        output.write(data)
    output.flush()


main(sys.argv[1:])
