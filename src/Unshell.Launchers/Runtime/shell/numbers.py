import os
import re
import sys


def wrapped(value):
    """An integer as the 64 bits of the shell hold it."""
    return (value + 2**63) % 2**64 - 2**63


def decimal(value):
    """An integer as the shell writes it."""
    return str((value + 2**63) % 2**64 - 2**63)


def integer(text, depth=0):
    """The integer that a variable's text stands for in arithmetic."""
    text = text.strip(" \t\n")
    match = re.fullmatch(r"([-+]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)", text)
    if match:
        digits = match[2].lower()
        base = 16 if digits.startswith("0x") else 8 if digits[0] == "0" else 10
        value = int(digits, base)
        return wrapped(-value if match[1] == "-" else value)
    if not text:
        return 0
    if IS_BASH and text.isidentifier() and text.isascii() and depth < 100:
        return integer(variables.get(text, ""), depth + 1)
    match = re.fullmatch(r"([-+]?)(\d+)#([0-9a-zA-Z]+)", text)
    if IS_BASH and match and 2 <= int(match[2]) <= 36:
        value = int(match[3], int(match[2]))
        return wrapped(-value if match[1] == "-" else value)
    complain_line(f"{text}: not a number")
    sys.exit(FATAL)


def assign_number(name, value):
    """Give a variable a number, which is also the result."""
    value = wrapped(value)
    variables[name] = str(value)
    return value


def divided(left, right):
    """Divide towards zero, as C does."""
    if right == 0:
        complain_line("division by zero")
        sys.exit(FATAL)
    quotient = abs(left) // abs(right)
    return wrapped(quotient if (left < 0) == (right < 0) else -quotient)


def remainder(left, right):
    """What is left of a division towards zero."""
    return left - divided(left, right) * right


def power(base, exponent):
    """A power that is cut to 64 bits."""
    if exponent < 0:
        complain_line("exponent less than 0")
        sys.exit(FATAL)
    return wrapped(pow(base, exponent, 2**64))


def random_number():
    """A number from 0 to 32767."""
    return str(int.from_bytes(os.urandom(2), "big") & 32767)


def exit_code(*words, last=0):
    """A word as an exit status or a count; without one, the last command's status."""
    if not words:
        return last
    if not re.fullmatch(r"\s*[-+]?[0-9]+\s*", words[0]):
        complain_line(f"{words[0]}: not a number")
        sys.exit(2)
    return int(words[0]) & 255
