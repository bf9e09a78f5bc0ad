import re
import sys


def as_integer(text):
    """The number that a text is; one that is none makes comparisons false."""
    if re.fullmatch(r"\s*[-+]?\d+\s*", text, re.ASCII):
        return int(text)
    print(f"{text}: not a number", file=sys.stderr, flush=True)
    return float("nan")
