"""Amounts of money as people write them."""

import re

AMOUNT = re.compile(r"(\d{1,7})(?:\.(\d{2}))?")


class AmountError(ValueError):
    """A text is no amount."""


def cents_of(text):
    match = AMOUNT.fullmatch(text)
    if match is None:
        raise AmountError(f"{text!r} is not an amount such as 12.50")
    return int(match[1]) * 100 + int(match[2] or 0)


def written(cents):
    return f"{cents // 100}.{cents % 100:02}"
