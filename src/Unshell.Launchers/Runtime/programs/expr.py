import os

EXPR_OPTIONS = {}
EXPR_LEVELS = (
    ("|",),
    ("&",),
    ("<", "<=", "=", "==", "!=", ">=", ">"),
    ("+", "-"),
    ("*", "/", "%"),
    (":",),
)


def expr_program(argv, env):
    """Evaluate an expression and write its value."""
    words = argv[1:] if argv[:1] == ["--"] else list(argv)
    if not words:
        return missing_operand("expr", words) + 1
    try:
        value = expr_level(words, 0, is_utf8(env))
        if words:
            raise ValueError(f"syntax error: unexpected argument {words[0]}")
    except ValueError as error:
        complain("expr", str(error))
        return 125 if "cannot do" in str(error) else 2
    write_all(1, os.fsencode(value + "\n"))
    return 1 if expr_is_null(value) else 0


def expr_is_null(value):
    """Whether a value is empty or zero."""
    return not value or (expr_number(value) == 0)


def expr_number(text):
    """The integer a value is; None if it is none."""
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() else None


def expr_level(words, level, utf8):
    """Read operators of one precedence, left to right."""
    if level == len(EXPR_LEVELS):
        return expr_word(words, utf8)
    left = expr_level(words, level + 1, utf8)
    while words and words[0] in EXPR_LEVELS[level]:
        operator = words.pop(0)
        right = expr_level(words, level + 1, utf8)
        left = expr_apply(operator, left, right, utf8)
    return left


def expr_word(words, utf8):
    """Read a word, a group or one of the functions."""
    if not words:
        raise ValueError("syntax error: missing argument")
    word = words.pop(0)
    if word == "(":
        value = expr_level(words, 0, utf8)
        if not words or words.pop(0) != ")":
            raise ValueError("syntax error: expecting ')'")
        return value
    if word == ")":
        raise ValueError("syntax error: unexpected ')'")
    if word == "+":
        if not words:
            raise ValueError("syntax error: missing argument after '+'")
        return words.pop(0)
    if word not in ("length", "substr", "index", "match"):
        return word
    count = {"length": 1, "substr": 3}.get(word, 2)
    values = [expr_word(words, utf8) for _ in range(count)]
    text = operand_text(values[0], utf8)
    if word == "length":
        return str(len(text))
    if word == "match":
        return expr_match(values[0], values[1], utf8)
    if word == "index":
        marks = operand_text(values[1], utf8)
        found = [at for at, char in enumerate(text, 1) if char in marks]
        return str(found[0]) if found else "0"
    start, size = expr_number(values[1]), expr_number(values[2])
    if start is None or size is None or start < 1 or size < 1:
        return ""
    return os.fsdecode(bytes_of(text[start - 1 : start - 1 + size], utf8))


def expr_match(text, pattern, utf8):
    """Match at the start of a text: the group, or the number of characters."""
    subject = operand_text(text, utf8)
    regex = PosixRegex(operand_text(pattern, utf8), "grep", False, False, utf8)
    anchored = PosixRegex("^\\(" + regex.text + "\\)", "grep", False, False, utf8)
    if regex.refers:
        raise ValueError("cannot do back references in expr")
    found = anchored.search(subject)
    if regex.groups:
        group = (found[2] or "") if found else ""
        return os.fsdecode(bytes_of(group, utf8))
    return str(len(found[0])) if found else "0"


def expr_apply(operator, left, right, utf8):
    """Compute one operation."""
    if operator == ":":
        return expr_match(left, right, utf8)
    if operator == "|":
        value = right if expr_is_null(left) else left
        return "0" if expr_is_null(value) and value != "0" and not value else value
    if operator == "&":
        return "0" if expr_is_null(left) or expr_is_null(right) else left
    numbers = [expr_number(left), expr_number(right)]
    if operator in ("<", "<=", "=", "==", "!=", ">=", ">"):
        pair = [os.fsencode(left), os.fsencode(right)] if None in numbers else numbers
        order = (pair[0] > pair[1]) - (pair[0] < pair[1])
        holds = {"<": order < 0, "<=": order <= 0, "=": order == 0, "==": order == 0}
        holds |= {"!=": order != 0, ">=": order >= 0, ">": order > 0}
        return "1" if holds[operator] else "0"
    if None in numbers:
        raise ValueError("non-integer argument")
    a, b = numbers
    if operator in "/%":
        if b == 0:
            raise ValueError("division by zero")
        quotient = abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)
        return str(quotient if operator == "/" else a - quotient * b)
    return str({"+": a + b, "-": a - b, "*": a * b}[operator])
