import os
import re


def fields_of(text):
    """The words of a value without quotes; those with * ? or [ ] become paths."""
    words = re.findall(r"[^ \t\n]+", text)
    return [path for word in words for path in paths_of(word) or [word]]


def paths_of(word):
    """The paths that match a word, in order."""
    if not re.search(r"[*?[]", re.sub(r"\\.", "", word)):
        return []
    paths = [""]
    for part in re.split("(/+)", word):
        paths = [path + name for path in paths for name in names_of(part, path or ".")]
    return sorted(filter(os.path.lexists, paths))


def names_of(part, directory):
    """What a part of a path stands for in a directory."""
    if not re.search(r"[*?[]", part):
        return [re.sub(r"\\(.)", r"\1", part)]
    items = r"\\.|\[[!^]?\]?(?:\[:\w+:\]|\\.|(?!\[:\w+:\])[^]\\])*\]|."
    try:
        regex = re.compile(re.sub(items, item_regex, part), re.DOTALL)
        names = os.listdir(directory) + ([] if IS_BASH else [".", ".."])
    except (OSError, re.error):
        return []
    dotted = part.lstrip("\\").startswith(".")
    return [n for n in names if (dotted or n[0] != ".") and regex.fullmatch(n)]


def item_regex(match):
    """A character or a bracket of a pattern as a regular expression."""
    item = match[0]
    if item in ("*", "?"):
        return "." + item.strip("?")
    if len(item) < 3:
        return re.escape(item.removeprefix("\\") or item)
    negated = item[1] == "!" or (item[1] == "^" and IS_BASH)
    members = r"\[:(\w+):\]|\\(.)|([&\[|~^])"
    inside = re.sub(members, member_regex, item[1 + negated : -1])
    return f"[{'^' * negated}{inside}]"


def member_regex(match):
    """A class or another special member of a bracket."""
    names = {"alpha": "a-zA-Z", "digit": "0-9", "lower": "a-z", "upper": "A-Z"}
    names |= {"alnum": "a-zA-Z0-9", "xdigit": "0-9a-fA-F", "blank": r" \t"}
    names |= {"space": r"\s", "cntrl": r"\0-\x1f\x7f", "print": " -~", "graph": "!-~"}
    names |= {"punct": r"!-/:-@\[-`{-~"}
    return names.get(match[1], "") if match[1] else re.escape(match[2] or match[3])
