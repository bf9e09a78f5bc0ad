import math
import re

AWK_NUMBER = re.compile(r"\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?", re.ASCII)


class AwkInput(str):
    """A text from the input, which counts as a number if it looks like one."""


def awk_number(value):
    """The number a value is: a text's leading one, or 0."""
    if isinstance(value, float):
        return value
    match = AWK_NUMBER.match(value or "")
    return float(match[0]) if match else 0.0


def awk_text(value, layout="%.6g"):
    """The text a value is: integers have no point, others follow OFMT or CONVFMT."""
    if value is None:
        return ""
    if not isinstance(value, float):
        return value
    if value.is_integer() and abs(value) < 2**31:
        return str(int(value))  # mawk writes larger ones as it writes fractions
    if math.isinf(value) or math.isnan(value):
        name = "nan" if math.isnan(value) else "inf"
        return ("-" if math.copysign(1, value) < 0 else "") + name
    return layout % value


def awk_is_number(value):
    """Whether a value counts as a number in a comparison."""
    if value is None or isinstance(value, float):
        return True
    if not isinstance(value, AwkInput):
        return False
    match = AWK_NUMBER.match(value)
    return match is not None and not value[match.end() :].strip(" \t\n\r\f\v")


def awk_is_true(value):
    """Whether a value holds as a condition."""
    return awk_number(value) != 0 if awk_is_number(value) else value != ""


def awk_compare(left, right):
    """Order two values: as numbers if both count as such, else as texts."""
    if awk_is_number(left) and awk_is_number(right):
        pair = awk_number(left), awk_number(right)
    else:
        pair = awk_text(left), awk_text(right)
    return (pair[0] > pair[1]) - (pair[0] < pair[1])


def awk_format(layout, values):
    """Fill a format of printf; raises ValueError."""
    values = list(values)

    def next_value():
        if not values:
            raise ValueError("not enough arguments for the format")
        return values.pop(0)

    def fill(match):
        flags, width, point, letter = match.groups()
        if letter == "%":
            return "%"
        if width == "*":
            width = str(int(awk_number(next_value())))
        if point == ".*":
            point = f".{int(awk_number(next_value()))}"
        if letter not in "diouxXeEfFgGcs":
            raise ValueError(f"cannot do %{letter} in awk")
        value = next_value()
        directive = f"%{flags}{width}{point or ''}"
        if letter == "s":
            return (directive + "s") % awk_text(value)
        if letter == "c":
            text = awk_text(value)[:1]
            if awk_is_number(value) and not isinstance(value, AwkInput):
                text = chr(int(awk_number(value)) & 255)
            return (directive + "s") % text
        number = awk_number(value)
        if letter in "diouxX":
            letter = "d" if letter in "iu" else letter
            return (directive + letter) % int(number)
        return (directive + letter) % number

    pattern = r"%([-+ #0]*)(\*|\d*)(\.(?:\*|\d*))?([a-zA-Z%])"
    return re.sub(pattern, fill, layout)


def awk_replacement(text):
    """Split a replacement of sub and gsub into texts and None for the match."""
    parts = []
    for match in re.finditer(r"\\\\(?=&)|\\&|&|[^&\\]+|\\", text):
        if match[0] == "&":
            parts.append(None)
        else:
            parts.append({"\\&": "&", "\\\\": "\\"}.get(match[0], match[0]))
    return parts
