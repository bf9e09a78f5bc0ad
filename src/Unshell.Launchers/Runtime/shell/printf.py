import os
import re


def printf(text, *values):
    """Write a format as the shell's printf does; 1 where a value is no number."""
    output, status = format_values(text, list(values))
    return write(output) or status


def formatted(text, *values):
    """What printf would write."""
    return format_values(text, list(values))[0]


PRINTF_PART = (
    r"\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}|.)|%([-+ #0]*)(\*|\d*)(\.(?:\*|\d*))?(.)"
)


def format_values(text, values):
    """A format with its values; it is used again until no value is left."""
    output, failures = [], []
    while True:
        before = len(values)
        at = 0
        for match in re.finditer(PRINTF_PART, text, re.DOTALL):
            output.append(text[at : match.start()])
            at = match.end()
            if match[4] is None:
                output.append(format_escape(match[0]))
                if match[0] == "\\c" and not IS_BASH:
                    return "".join(output), int(bool(failures))
            elif match[4] == "%":
                output.append("%")
            else:
                piece, is_last = format_one(match, values, failures)
                output.append(piece)
                if is_last:
                    return "".join(output), int(bool(failures))
        output.append(text[at:])
        if not values or len(values) == before:
            return "".join(output), int(bool(failures))


def format_escape(escape):
    """The character of a backslash in a format."""
    code = escape[1:]
    if code[0] in "01234567":
        return os.fsdecode(bytes([int(code, 8) & 255]))
    if code[0] == "x" and len(code) > 1 and IS_BASH:
        return os.fsdecode(bytes([int(code[1:], 16)]))
    if code == "c" and not IS_BASH:
        return ""
    return ESCAPES.get(code, '"' if code == '"' else escape)


def format_one(match, values, failures):
    """One value as its directive says; whether it ends the whole output."""
    flags, width, precision, kind = match.groups()
    if width == "*":
        width = str(format_number(values.pop(0) if values else "", failures))
    if precision == ".*":
        precision = f".{format_number(values.pop(0) if values else '', failures)}"
    value = values.pop(0) if values else None
    directive = f"%{flags}{width}{precision or ''}"
    if kind in "sbcq":
        is_whole = True
        if kind == "b":
            value, is_whole = unescaped(re.sub(r"\\([1-7])", r"\\0\1", value or ""))
        elif kind == "c":
            value = (value or "")[:1]
        elif kind == "q":
            value = quoted(value or "")
        return f"{directive}s" % (value or ""), not is_whole
    if kind in "diouxX":
        number = format_number(value or "0", failures)
        if kind in "ouxX" and number < 0:
            number += 2**64
        return f"{directive}{'d' if kind == 'u' else kind}" % number, False
    if kind in "eEfFgG":
        return f"{directive}{kind}" % format_float(value or "0", failures), False
    complain_line(f"printf: %{kind}: invalid directive")
    failures.append(kind)
    return "", True


def format_number(text, failures):
    """A value of printf as a number."""
    text = text.lstrip()
    if text[:1] in ("'", '"'):
        return ord(text[1]) if len(text) > 1 else 0
    match = re.match(r"[-+]?(?:0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)", text)
    if not match or match.end() < len(text):
        complain_line(f"printf: {text}: expected numeric value")
        failures.append(text)
    if not match:
        return 0
    digits = match[0].lstrip("+-")
    base = 16 if digits[:2] in ("0x", "0X") else 8 if digits[0] == "0" else 10
    number = int(digits, base) if base != 8 else int(digits, 8)
    return -number if match[0][0] == "-" else number


def format_float(text, failures):
    """A value of printf as a floating-point number."""
    try:
        return float(text)
    except ValueError:
        complain_line(f"printf: {text}: expected numeric value")
        failures.append(text)
        return 0.0


def single_quoted(text):
    """A text as bash's @Q would write it."""
    if any(ord(c) < 32 or ord(c) == 127 for c in text):
        return quoted(text)
    return "'" + text.replace("'", "'\\''") + "'"


def quoted(text):
    """A text as bash would write it to be read again."""
    if not text:
        return "''"
    if any(ord(c) < 32 or ord(c) == 127 for c in text):
        names = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\\": "\\\\", "'": "\\'"}
        marks = {**names, "\a": "\\a", "\b": "\\b", "\f": "\\f", "\v": "\\v"}
        marks["\033"] = "\\E"
        hidden = (marks.get(c, c if ord(c) > 31 else f"\\{ord(c):03o}") for c in text)
        return "$'" + "".join(hidden) + "'"
    text = re.sub(r"""([^\w@%+=:./\-\x80-\U0010ffff])""", r"\\\1", text)
    return "\\" + text if text[0] in "~#" else text
