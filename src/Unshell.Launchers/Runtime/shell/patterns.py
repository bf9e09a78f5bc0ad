import re

CLASSES = {
    "alnum": "a-zA-Z0-9",
    "alpha": "a-zA-Z",
    "blank": " \\t",
    "cntrl": "\\x00-\\x1f\\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": "!-/:-@\\[-`{-~",
    "space": " \\t\\n\\r\\f\\v",
    "upper": "A-Z",
    "xdigit": "0-9a-fA-F",
}


def matches(text, pattern, ignores_case=False):
    """Whether a text matches a shell pattern as a whole."""
    flags = re.DOTALL | (re.IGNORECASE if ignores_case else 0)
    return bool(re.fullmatch(regex_of(pattern), text, flags))


def regex_of(pattern):
    """A shell pattern as a regular expression."""
    regex, at = pattern_part(pattern, 0, "")
    return regex


def pattern_part(pattern, at, ends):
    """The pattern up to one of some characters, and where that stands."""
    regex = []
    while at < len(pattern) and pattern[at] not in ends:
        character = pattern[at]
        at += 1
        if IS_BASH and character in "?*+@!" and pattern[at : at + 1] == "(":
            group, at = pattern_group(pattern, at + 1, character)
            regex.append(group)
        elif character == "*":
            regex.append(".*")
        elif character == "?":
            regex.append(".")
        elif character == "[" and (end := bracket_end(pattern, at)):
            regex.append(bracket_regex(pattern[at:end]))
            at = end + 1
        elif character == "\\" and at < len(pattern):
            regex.append(re.escape(pattern[at]))
            at += 1
        else:
            regex.append(re.escape(character))
    return "".join(regex), at


def pattern_group(pattern, at, kind):
    """The alternatives of ?( *( +( @( or !( and where they end."""
    alternatives = []
    while True:
        alternative, at = pattern_part(pattern, at, "|)")
        alternatives.append(alternative)
        if pattern[at : at + 1] != "|":
            break
        at += 1
    choice = "(?:" + "|".join(alternatives) + ")"
    if kind == "!":
        rest, _ = pattern_part(pattern, at + 1, "")
        return f"(?!{choice}{rest}\\Z).*", at + 1
    return choice + {"@": ""}.get(kind, kind), at + 1


def bracket_end(pattern, at):
    """Where the bracket that opens before a place is closed; 0 where it is not."""
    start = at
    if pattern[at : at + 1] in ("!", "^"):
        at += 1
    at += pattern[at : at + 1] == "]"
    while at < len(pattern):
        if pattern[at] == "]":
            return at
        if pattern[at : at + 2] in ("[:", "[.", "[="):
            close = pattern.find(pattern[at + 1] + "]", at + 2)
            at = close + 2 if close > 0 else at + 1
        elif pattern[at] == "\\":
            at += 2
        else:
            at += 1
    return 0 if start else 0


def bracket_regex(inner):
    """The inside of a bracket as a regular expression."""
    negated = inner[:1] == "!" or (inner[:1] == "^" and IS_BASH)
    items = re.findall(r"\[:\w+:\]|\[[.=].*?[.=]\]|\\.|.", inner[negated:], re.DOTALL)
    regex = ""
    for item in items:
        if item.startswith("[:"):
            regex += CLASSES.get(item[2:-2], "")
        elif len(item) > 2:
            regex += re.escape(item[2:-2])
        elif item == "-":
            regex += "-" if regex and item is not items[-1] else "\\-"
        else:
            regex += re.escape(item[-1])
    if not regex:
        return "." if negated else "(?!)"
    try:
        return re.compile(f"[{'^' if negated else ''}{regex}]").pattern
    except re.error:
        return "(?!)"


def literal(text):
    """A text that a pattern takes as it stands."""
    return re.sub(r"([*?\[\]\\!^()|+@-])", r"\\\1", text)


def without_prefix(text, pattern):
    """A text without the shortest beginning that matches (`${v#p}`)."""
    lengths = range(len(text) + 1)
    return text[match_length(text, pattern, lengths) :]


def without_longest_prefix(text, pattern):
    """A text without the longest beginning that matches (`${v##p}`)."""
    lengths = range(len(text), -1, -1)
    return text[match_length(text, pattern, lengths) :]


def match_length(text, pattern, lengths):
    """The first of some lengths at which the text's beginning matches, or 0."""
    regex = re.compile(regex_of(pattern), re.DOTALL)
    return next((n for n in lengths if regex.fullmatch(text, 0, n)), 0)


def without_suffix(text, pattern):
    """A text without the shortest end that matches (`${v%p}`)."""
    return text[: match_start(text, pattern, range(len(text), -1, -1))]


def without_longest_suffix(text, pattern):
    """A text without the longest end that matches (`${v%%p}`)."""
    return text[: match_start(text, pattern, range(len(text) + 1))]


def match_start(text, pattern, starts):
    """The first of some places from which the text matches to its end."""
    regex = re.compile(regex_of(pattern), re.DOTALL)
    return next((at for at in starts if regex.fullmatch(text, at)), len(text))


def replaced(text, pattern, replacement, operator):
    """A text with matches of a pattern replaced (`${v/p/r}`)."""
    regex = re.compile(regex_of(pattern), re.DOTALL)
    if not pattern:
        return replacement + text if operator == "/#" else text
    if operator == "/#":
        length = match_length(text, pattern, range(len(text), -1, -1))
        found = length or regex.fullmatch("")
        return replacement + text[length:] if found else text
    if operator == "/%":
        at = match_start(text, pattern, range(len(text) + 1))
        found = at < len(text) or regex.fullmatch("")
        return text[:at] + replacement if found else text
    result, at = "", 0
    while at < len(text):
        ends = range(len(text), at, -1)
        end = next((n for n in ends if regex.fullmatch(text, at, n)), 0)
        result += replacement if end else text[at]
        at = end or at + 1
        if end and operator == "/":
            break
    return result + text[at:]


def change_case(text, operator, pattern):
    """A text with letters that match in upper or lower case (`${v^p}`)."""
    change = str.upper if operator[0] == "^" else str.lower
    count = len(text) if len(operator) == 2 else 1
    changed = (change(c) if matches(c, pattern) else c for c in text[:count])
    return "".join(changed) + text[count:]


def part_of(text, offset, length=None):
    """A part of a text (`${v:offset:length}`)."""
    start = offset if offset >= 0 else len(text) + offset
    if start < 0:
        return ""
    if length is None:
        return text[start:]
    end = start + length if length >= 0 else len(text) + length
    return text[start : max(start, end)]
