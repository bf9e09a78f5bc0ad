import os
import string

TR_OPTIONS = {
    "-d": "delete",
    "--delete": "delete",
    "-s": "squeeze",
    "--squeeze-repeats": "squeeze",
    "-c": "complement",
    "-C": "complement",
    "--complement": "complement",
    "-t": "truncate",
    "--truncate-set1": "truncate",
}
TR_CLASSES = {
    "alnum": string.digits + string.ascii_uppercase + string.ascii_lowercase,
    "alpha": string.ascii_uppercase + string.ascii_lowercase,
    "blank": "\t ",
    "cntrl": "".join(map(chr, [*range(32), 127])),
    "digit": string.digits,
    "graph": "".join(map(chr, range(33, 127))),
    "lower": string.ascii_lowercase,
    "print": "".join(map(chr, range(32, 127))),
    "punct": string.punctuation,
    "space": "\t\n\v\f\r ",
    "upper": string.ascii_uppercase,
    "xdigit": string.digits + "ABCDEFabcdef",
}


def tr_program(argv, env):
    """Translate, delete or squeeze bytes."""
    options, operands = read_options("tr", argv, TR_OPTIONS, permute=False)
    if options is None:
        return 125
    delete, squeeze = "delete" in options, "squeeze" in options
    least = 2 if delete == squeeze else 1
    if len(operands) < least:
        return missing_operand("tr", operands)
    if len(operands) > (1 if delete and not squeeze else 2):
        return extra_operand("tr", operands[-1])
    sets = [tr_set(os.fsencode(operand).decode("latin-1")) for operand in operands]
    if None in sets:
        wrong = operands[sets.index(None)]
        complain("tr", f"invalid set {quoted_name(wrong)}")
        return 1
    table, removed, squeezed = bytes(range(256)), b"", b""
    first = tr_fill(sets[0], 0)
    if "complement" in options:
        first = bytes(byte for byte in range(256) if byte not in first)
    if delete:
        removed = first
        squeezed = tr_fill(sets[1], 0) if squeeze else b""
    elif len(sets) == 1:
        squeezed = first
    else:
        second = tr_fill(sets[1], len(first))
        if "truncate" in options:
            first = first[: len(second)]
        elif not second:
            complain("tr", "when not truncating set1, string2 must be non-empty")
            return 1
        second += second[-1:] * (len(first) - len(second))
        changes = dict(zip(first, second))
        table = bytes(changes.get(byte, byte) for byte in range(256))
        squeezed = second if squeeze else b""
    last = None
    while chunk := os.read(0, 65536):
        chunk = chunk.translate(table, removed)
        if squeezed and chunk:
            chunk, last = tr_squeeze(chunk, squeezed, last)
        write_all(1, chunk)
    return 0


def tr_squeeze(chunk, squeezed, last):
    """Leave one of each run of the same byte of the set; return its last byte too."""
    kept = bytearray()
    for byte in chunk:
        if not (last == byte and byte in squeezed):
            kept.append(byte)
        last = byte
    return bytes(kept), last


def tr_fill(items, length):
    """Join the items of a set; [c*] is repeated until the set has this length."""
    fixed = sum(len(item) for item in items if isinstance(item, bytes))
    more = max(0, length - fixed)
    parts = [item if isinstance(item, bytes) else item[0] * more for item in items]
    return b"".join(parts)


def tr_set(text):
    """Read a set into bytes, and one-item lists for [c*]; None if it is wrong."""
    items, at = [], 0
    while at < len(text):
        if text.startswith("[:", at) and (end := text.find(":]", at + 2)) > 0:
            members = TR_CLASSES.get(text[at + 2 : end])
            if members is None:
                return None
            items.append(members.encode("latin-1"))
            at = end + 2
            continue
        if text.startswith("[=", at) and text[at + 3 : at + 5] == "=]":
            items.append(text[at + 2].encode("latin-1"))
            at += 5
            continue
        bracket = text[at] == "["
        if bracket and at + 1 < len(text):
            byte, after = tr_character(text, at + 1)
            end = text.find("]", after)
            if text[after : after + 1] == "*" and end > 0:
                count = text[after + 1 : end]
                if not count or (count.isascii() and count.isdigit()):
                    number = int(count or "0", 8 if count[:1] == "0" else 10)
                    items.append(byte * number if number else [byte])
                    at = end + 1
                    continue
        low, at = tr_character(text, at)
        if text[at : at + 1] == "-" and at + 1 < len(text):
            high, at = tr_character(text, at + 1)
            if high < low:
                return None
            items.append(bytes(range(low[0], high[0] + 1)))
        else:
            items.append(low)
    return items


def tr_character(text, at):
    """Read a byte or a backslash escape; return it and the position behind it."""
    letters = {"a": 7, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11}
    if text[at] != "\\" or at + 1 == len(text):
        return text[at].encode("latin-1"), at + 1
    letter, end = text[at + 1], at + 1
    while end < min(len(text), at + 4) and text[end] in "01234567":
        end += 1
    if end == at + 1:
        code = letters.get(letter, ord(letter))
        return bytes([code]), at + 2
    if int(text[at + 1 : end], 8) > 255:
        end -= 1
    return bytes([int(text[at + 1 : end], 8)]), end
