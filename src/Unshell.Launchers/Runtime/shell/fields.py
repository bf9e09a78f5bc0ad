import os
import re


class Unquoted(tuple):
    """The value of an expansion without quotes: it is split and matched with paths."""

    def __new__(cls, value):
        return super().__new__(cls, [value] if isinstance(value, str) else value)


class Pattern(str):
    """Part of a word that is a pattern."""


def split(text, globs=True, **options):
    """The fields of an expansion without quotes."""
    fields = re.findall(r"[^ \t\n]+", text)
    if not globs:
        return fields
    return [path for field in fields for path in glob_paths(field, field, **options)]


def split_only(text):
    """The fields of an expansion without quotes, where set -f holds."""
    return re.findall(r"[^ \t\n]+", text)


def split_all(texts, **options):
    """The fields of `$@` without quotes."""
    return [field for text in texts for field in split(text, **options)]


def split_at(text, separators):
    """Split a text at IFS: blanks in it run together, others each end a field."""
    blanks = "".join(c for c in separators if c in " \t\n")
    marks = "".join(c for c in separators if c not in " \t\n")
    if not separators:
        return [text] if text else []
    text = text.strip(blanks) if blanks else text
    if not marks:
        return re.findall(f"[^{re.escape(blanks)}]+", text)
    around = f"[{re.escape(blanks)}]*" if blanks else ""
    space = f"|[{re.escape(blanks)}]+" if blanks else ""
    fields = re.split(f"{around}[{re.escape(marks)}]{around}{space}", text)
    return fields[:-1] if fields[-1] == "" else fields


def split_by_ifs(text, globs=True, **options):
    """The fields of an expansion without quotes, split at IFS."""
    fields = split_at(text, variables.get("IFS", " \t\n"))
    if not globs:
        return fields
    return [path for field in fields for path in glob_paths(field, field, **options)]


def split_only_by_ifs(text):
    """The fields of an expansion without quotes, where set -f holds, split at IFS."""
    return split_at(text, variables.get("IFS", " \t\n"))


def split_all_by_ifs(texts, **options):
    """The fields of `$@` without quotes, split at IFS."""
    # bash keeps empty arguments where IFS begins with no blank.
    keeps = IS_BASH and variables.get("IFS", " ")[:1] not in " \t\n"
    fields = []
    for text in texts:
        fields += split_by_ifs(text, **options) if text or not keeps else [""]
    return fields


def join_by_ifs(texts):
    """`$*`: the texts, joined by the first character of IFS."""
    return variables.get("IFS", " \t\n")[:1].join(texts)


def expand(*parts, globs=True, **options):
    """The fields of a word of quoted texts, lists, `Unquoted` values and `Pattern`s."""
    return expand_parts(parts, " \t\n", globs, options)


def expand_by_ifs(*parts, globs=True, **options):
    """The fields of a word, with IFS as it is set."""
    return expand_parts(parts, variables.get("IFS", " \t\n"), globs, options)


def expand_parts(parts, separators, globs, options):
    """The fields of a word; in them a backslash takes a character's meaning away."""
    fields, is_open = [], False
    for part in parts:
        if isinstance(part, Unquoted):
            for index, value in enumerate(part):
                is_open = is_open and index == 0
                is_open = add_unquoted(fields, value, separators, is_open)
        elif isinstance(part, list):
            for index, value in enumerate(part):
                is_open = add_piece(
                    fields, value, is_open and index == 0, literal(value)
                )
        else:
            pattern = part if isinstance(part, Pattern) else literal(part)
            plain = re.sub(r"\\(.)", r"\1", pattern, flags=re.DOTALL)
            is_open = add_piece(fields, plain, is_open, pattern)
    if not globs:
        return [plain for plain, pattern in fields]
    found = (glob_paths(pattern, plain, **options) for plain, pattern in fields)
    return [path for paths in found for path in paths]


def add_piece(fields, plain, is_open, pattern):
    """Add a text, and its pattern, to the field that is open, or begin one."""
    if is_open:
        fields[-1] = (fields[-1][0] + plain, fields[-1][1] + pattern)
    else:
        fields.append((plain, pattern))
    return True


def add_unquoted(fields, value, separators, is_open):
    """Add the fields of a value; whether the last one is still open."""
    if not value:
        return is_open
    blanks = "".join(c for c in separators if c in " \t\n")
    pieces = split_at(value, separators)
    if value[0] in separators and (value[0] in blanks or is_open):
        is_open = False
        if value.lstrip(blanks)[:1] in set(separators) - set(blanks):
            pieces = pieces[1:] if fields else pieces
    for index, piece in enumerate(pieces):
        is_open = add_piece(fields, piece, is_open and index == 0, piece)
    return is_open and value[-1] not in separators


def glob_paths(pattern, plain=None, null=False, dots=False, deep=False):
    """The paths that match a pattern, or the pattern itself where there is none."""
    if re.search(r"[*?\[]|[+@!]\(", pattern):
        parts = re.split("(/+)", pattern)
        found = matching_paths("", parts, dots, deep)
        if found or null:
            return sorted(found)
    if plain is None:
        plain = re.sub(r"\\(.)", r"\1", pattern, flags=re.DOTALL)
    return [plain]


def matching_paths(base, parts, dots, deep):
    """The paths below a directory that match the rest of a pattern."""
    if not parts:
        return [base] if os.path.lexists(base) else []
    part, rest = parts[0], parts[1:]
    if not re.search(r"[*?\[]|[+@!]\(", part):
        return matching_paths(base + part.replace("\\", ""), rest, dots, deep)
    if part == "**" and deep:
        return deep_paths(base, rest, dots)
    try:
        names = os.listdir(base or ".")
    except OSError:
        return []
    regex = re.compile(regex_of(part), re.DOTALL)
    hidden = part[0] == "." or part.startswith("\\.")
    if hidden and not IS_BASH:
        names += [".", ".."]
    found = []
    for name in names:
        is_shown = hidden or dots or not name.startswith(".")
        if is_shown and regex.fullmatch(name):
            if not rest or os.path.isdir(base + name):
                found += matching_paths(base + name, rest, dots, deep)
    return found


def deep_paths(base, rest, dots):
    """What `**` stands for: the directory, and all that is below it."""
    found = [base] if not rest and base else []
    if rest:
        found += matching_paths(base, rest[1:], dots, True)
    for name in os.listdir(base or "."):
        if name.startswith(".") and not dots:
            continue
        if os.path.isdir(base + name) and not os.path.islink(base + name):
            found += deep_paths(base + name + "/", rest, dots)
        if not rest:
            found.append(base + name)
    return [path.rstrip("/") if path != base else path for path in found]
