import re
import string

REGEX_CLASSES = {
    "alnum": str.isalnum,
    "alpha": str.isalpha,
    "blank": " \t".__contains__,
    "cntrl": lambda char: char < " " or "\x7f" <= char < "\xa0",
    "digit": string.digits.__contains__,
    "graph": lambda char: char.isprintable() and not char.isspace(),
    "lower": str.islower,
    "print": str.isprintable,
    "punct": lambda char: char.isprintable() and not char.isalnum() and char != " ",
    "space": lambda char: char in " \t\n\v\f\r" or (char.isspace() and char > "\xa0"),
    "upper": str.isupper,
    "xdigit": string.hexdigits.__contains__,
}


def regex_class(name, utf8):
    """Write the characters of a class such as space as ranges for Python's re."""
    if name not in REGEX_CLASSES:
        raise ValueError(f"invalid character class [:{name}:]")
    member = REGEX_CLASSES[name]
    codes = [code for code in range(0x3000 if utf8 else 128) if member(chr(code))]
    ranges = []
    for code in codes:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{re.escape(chr(a))}-{re.escape(chr(z))}" for a, z in ranges)


def regex_bracket(text, at, dialect, utf8):
    """Translate the bracket expression whose "[" is before this position.

    Returns a pattern for one character, and the position behind the "]".
    """
    negated = text.startswith("^", at)
    start = at = at + negated
    items = []
    while at == start or not text.startswith("]", at):
        if at >= len(text):
            raise ValueError("unmatched [, [^, [:, [., or [=")
        if text.startswith("[:", at):
            end = text.find(":]", at)
            items.append(regex_class(text[at + 2 : end], utf8))
            at = end + 2
            continue
        low, at = regex_member(text, at, dialect)
        high = low
        if text.startswith("-", at) and text[at + 1 : at + 2] not in ("]", ""):
            high, at = regex_member(text, at + 1, dialect)
            if high < low:
                raise ValueError("invalid range end")
        items.append(re.escape(low))
        if high != low:
            items.append("-" + re.escape(high))
    if negated and utf8:
        items.append(r"\udc80-\udcff")
    return f"[{'^' * negated}{''.join(items)}]", at + 1


def regex_member(text, at, dialect):
    """Read one character of a bracket expression; return the position behind it."""
    if text[at : at + 2] in ("[.", "[="):
        end = text.find(text[at + 1] + "]", at + 2)
        if end != at + 3:
            raise ValueError("invalid collation character")
        return text[at + 2], end + 2
    if text[at] == "\\" and dialect != "grep" and at + 1 < len(text):
        letter = text[at + 1]
        if letter in "afnrtv":
            return "\a\f\n\r\t\v"["afnrtv".index(letter)], at + 2
        if dialect == "awk":
            if letter.isalnum():
                raise ValueError(f"cannot do \\{letter} in brackets")
            return letter, at + 2
        if letter in "cdox":
            raise ValueError(f"cannot do \\{letter} in brackets")
    return text[at], at + 1
