import re


def version_compare(left, right):
    """Compare names that contain version numbers, as ls -v and sort -V do."""
    if left == right:
        return 0
    for special in (b"", b".", b".."):
        if left == special or right == special:
            return -1 if left == special else 1
    if left.startswith(b".") != right.startswith(b"."):
        return -1 if left.startswith(b".") else 1
    cut = [version_stem(text) for text in (left, right)]
    if cut[0] == cut[1]:
        cut = [left, right]
    result = version_parts(*cut) or version_parts(left, right)
    return result or ((left > right) - (left < right))


def version_stem(text):
    """A name without suffixes such as .tar.gz."""
    return re.sub(rb"(\.[A-Za-z~][A-Za-z0-9~]*)*$", b"", text) or text


def version_parts(left, right):
    """Compare runs of other characters and runs of digits in turn."""
    pattern = re.compile(rb"([^0-9]*)([0-9]*)")
    at = [0, 0]
    while at[0] < len(left) or at[1] < len(right):
        parts = [pattern.match(text, pos) for text, pos in zip((left, right), at)]
        orders = [[version_rank(byte) for byte in part[1]] + [0] for part in parts]
        if orders[0] != orders[1]:
            return 1 if orders[0] > orders[1] else -1
        numbers = [int(part[2] or 0) for part in parts]
        if numbers[0] != numbers[1]:
            return 1 if numbers[0] > numbers[1] else -1
        at = [part.end() for part in parts]
    return 0


def version_rank(byte):
    """Order one byte: ~ before the end, then letters, then all others."""
    if byte == ord("~"):
        return -1
    return byte if chr(byte).isascii() and chr(byte).isalpha() else byte + 256
