import fractions
import functools
import os
import re

SORT_OPTIONS = {
    "-n": "n",
    "--numeric-sort": "n",
    "-g": "g",
    "--general-numeric-sort": "g",
    "-h": "h",
    "--human-numeric-sort": "h",
    "-V": "V",
    "--version-sort": "V",
    "-r": "r",
    "--reverse": "r",
    "-f": "f",
    "--ignore-case": "f",
    "-b": "b",
    "--ignore-leading-blanks": "b",
    "-d": "d",
    "--dictionary-order": "d",
    "-u": "unique",
    "--unique": "unique",
    "-s": "stable",
    "--stable": "stable",
    "-c": "check",
    "--check": "check",
    "-C": "check_quietly",
    "-k": "keys+=",
    "--key": "keys+=",
    "-t": "separator=",
    "--field-separator": "separator=",
    "-o": "output=",
    "--output": "output=",
    "-z": "zero",
    "--zero-terminated": "zero",
}


def sort_program(argv, env):
    """Sort lines by their bytes, or by keys."""
    options, operands = read_options("sort", argv, SORT_OPTIONS)
    if options is None:
        return 125
    separator = os.fsencode(options.get("separator", ""))
    separator = b"\0" if separator == b"\\0" else separator
    if "separator" in options and len(separator) != 1:
        complain("sort", "the separator must be one character")
        return 2
    keys = [sort_key(text) for text in options.get("keys", [])]
    if None in keys:
        complain("sort", "invalid key specification")
        return 2
    order = "".join(letter for letter in "nghVrfbd" if letter in options)
    if len(set(order) & set("nghV")) > 1 or ("d" in order and set(order) & set("ngh")):
        complain("sort", "these orders are incompatible")
        return 2
    inherited = (order.replace("b", ""), "b" in order)
    keys = [(a, z, *(inherited if own is None else (own, False))) for a, z, own in keys]
    end, lines = b"\0" if "zero" in options else b"\n", []
    for path in operands or ["-"]:
        fd = open_operand("sort", path)
        if fd is None:
            return 2
        data = read_all(fd)
        lines += data.removesuffix(end).split(end) if data else []
        os.close(fd)
    compare = functools.partial(sort_compare, keys, order, separator, options)
    if options.keys() & {"check", "check_quietly"}:
        return sort_check(lines, compare, operands, options)
    result = sorted(lines, key=functools.cmp_to_key(compare))
    if "unique" in options:
        kept = result[:1]
        for line in result[1:]:
            if compare(kept[-1], line) != 0:
                kept.append(line)
        result = kept
    output = 1
    if "output" in options:
        try:
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
            output = os.open(options["output"], flags, 0o666)
        except OSError as error:
            complain_of("sort", options["output"], error)
            return 2
    write_all(output, b"".join(line + end for line in result))
    if output != 1:
        os.close(output)
    return 0


def sort_check(lines, compare, operands, options):
    """Report the first line that is out of order."""
    for at in range(1, len(lines)):
        order = compare(lines[at - 1], lines[at])
        if order > 0 or (order == 0 and "unique" in options):
            if "check" in options:
                path = operands[0] if operands else "-"
                text = os.fsdecode(lines[at])
                complain("sort", f"{path}:{at + 1}: disorder: {text}")
            return 1
    return 0


def sort_key(text):
    """Read a key such as 2,2n or 1.3,1.5: fields, characters, order, blanks."""
    match = re.fullmatch(
        r"(\d+)(?:\.(\d+))?([nghVrfbd]*)(?:,(\d+)(?:\.(\d+))?([nghVrfbd]*))?", text
    )
    if match is None or int(match[1]) == 0 or match[2] == "0":
        return None
    first = (int(match[1]), int(match[2] or 1), "b" in match[3])
    last = None
    if match[4]:
        if int(match[4]) == 0:
            return None
        last = (int(match[4]), int(match[5] or 0), "b" in match[6])
    letters = match[3] + (match[6] or "")
    return (first, last, letters.replace("b", "") if letters else None)


def sort_compare(keys, order, separator, options, left, right):
    """Compare two lines by the keys, and by all bytes where these are equal."""
    for first, last, own, blanks in keys:
        start = (*first[:2], first[2] or blanks)
        pair = [sort_part(line, start, last, separator) for line in (left, right)]
        result = sort_order(*pair, own)
        if result:
            return -result if "r" in own else result
    if not keys and order.strip("r"):
        result = sort_order(left, right, order)
        if result:
            return -result if "r" in order else result
    if (keys or order.strip("r")) and options.keys() & {"unique", "stable"}:
        return 0
    result = (left > right) - (left < right)
    return -result if "r" in order else result


def sort_part(line, first, last, separator):
    """Cut a key out of a line."""
    start = sort_position(line, first[0] - 1, separator)
    if first[2]:
        start += len(line[start:]) - len(line[start:].lstrip(b" \t"))
    start = min(len(line), start + first[1] - 1)
    if last is None:
        return line[start:]
    field, characters, blanks = last
    if characters:
        end = sort_position(line, field - 1, separator)
        if blanks:
            end += len(line[end:]) - len(line[end:].lstrip(b" \t"))
        end += characters
    else:
        end = sort_position(line, field, separator)
        end -= 1 if separator and end < len(line) + 1 and field else 0
        if separator and len(line.split(separator)) <= field:
            end = len(line)
    return line[start : max(start, end)]


def sort_position(line, field, separator):
    """Find where a field begins; fields are counted from 0."""
    at = 0
    if separator:
        for _ in range(field):
            found = line.find(separator, at)
            if found < 0:
                return len(line)
            at = found + 1
        return at
    blank = re.compile(rb"[ \t]*[^ \t]*")
    for _ in range(field):
        at = blank.match(line, at).end()
    return at


def sort_order(left, right, order):
    """Compare two keys in the order of these letters."""
    if "n" in order:
        pair = [sort_number(text) for text in (left, right)]
    elif "h" in order:
        pair = [sort_human(text) for text in (left, right)]
    elif "g" in order:
        pair = [sort_float(text) for text in (left, right)]
    elif "V" in order:
        return version_compare(left, right)
    else:
        pair = [left, right]
        if "b" in order:
            pair = [text.lstrip(b" \t") for text in pair]
        if "d" in order:
            pair = [re.sub(rb"[^A-Za-z0-9 \t]", b"", text) for text in pair]
        if "f" in order:
            pair = [text.upper() for text in pair]
    return (pair[0] > pair[1]) - (pair[0] < pair[1])


def sort_number(text):
    """The number that a key begins with; 0 if it begins with none."""
    match = re.match(rb"[ \t]*(-?)(\d*)(?:\.(\d*))?", text)
    digits, places = match[2] or b"0", match[3] or b""
    number = fractions.Fraction(int(digits + places), 10 ** len(places))
    return -number if match[1] else number


def sort_human(text):
    """Order numbers with suffixes such as 2K and 1G."""
    number = sort_number(text)
    match = re.match(rb"[ \t]*-?\d*(?:\.\d*)?([kKMGTPEZY]?)", text)
    power = b" KMGTPEZY".find(match[1].upper() or b" ") if number else 0
    sign = (number > 0) - (number < 0)
    return (sign, sign * power, number)


def sort_float(text):
    """Order floating-point numbers; what is none comes first."""
    match = re.match(rb"\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?", text)
    if match is None:
        return (0, 0.0)
    return (1, float(match[0]))
