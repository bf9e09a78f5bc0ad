import os
import stat

FIND_OPTIONS = {
    "-P": "physical",
    "-H": "operands",
    "-L": "logical",
}


def find_files_program(argv, env):
    """Walk through directories and do what the expression says with each file."""
    words = list(argv)
    links = "-P"
    while words and words[0] in FIND_OPTIONS:
        links = words.pop(0)
    paths = []
    while words and not words[0].startswith(("-", "(", "!", ")")):
        paths.append(words.pop(0))
    try:
        expression = FindExpression(words, env, links)
    except ValueError as error:
        complain("find", str(error))
        return 125 if "cannot do" in str(error) else 1
    walk = {"links": links, "status": 0, "quit": False}
    for path in paths or ["."]:
        find_walk(path, path, 0, expression, walk, None)
        if walk["quit"]:
            break
    expression.finish()
    return walk["status"] or expression.status


def find_walk(path, start, depth, expression, walk, device):
    """Visit a path and all that is below it."""
    follows = walk["links"] == "-L" or (walk["links"] == "-H" and depth == 0)
    try:
        info = os.stat(path) if follows and os.path.exists(path) else os.lstat(path)
    except OSError as error:
        complain_of("find", quoted_name(path), error)
        walk["status"] = 1
        return
    device = info.st_dev if device is None else device
    settings = expression.settings
    visited = depth >= settings["mindepth"]
    file = {"path": path, "start": start, "depth": depth, "info": info, "prune": False}
    if visited and not settings["depth"]:
        find_visit(file, expression, walk)
    inside = stat.S_ISDIR(info.st_mode) and depth < settings["maxdepth"]
    inside = inside and not file["prune"] and not walk["quit"]
    if settings["xdev"] and info.st_dev != device:
        inside = False
    if inside:
        try:
            names = sorted(os.listdir(path))
        except OSError as error:
            complain_of("find", quoted_name(path), error)
            walk["status"], names = 1, []
        for name in names:
            below = path + ("" if path.endswith("/") else "/") + name
            find_walk(below, start, depth + 1, expression, walk, device)
            if walk["quit"]:
                return
    if visited and settings["depth"] and not walk["quit"]:
        find_visit(file, expression, walk)


def find_visit(file, expression, walk):
    """Do what the expression says with one file."""
    if not expression.run(expression.tree, file) and expression.failed:
        walk["status"] = 1
    walk["status"] |= expression.failed
    walk["quit"] = expression.quit
