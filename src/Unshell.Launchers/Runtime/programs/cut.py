import os

CUT_OPTIONS = {
    "-b": "bytes=",
    "--bytes": "bytes=",
    "-c": "bytes=",
    "--characters": "bytes=",
    "-f": "fields=",
    "--fields": "fields=",
    "-d": "delimiter=",
    "--delimiter": "delimiter=",
    "-s": "only_delimited",
    "--only-delimited": "only_delimited",
    "--complement": "complement",
    "--output-delimiter": "output_delimiter=",
}


def cut_program(argv, env):
    """Copy fields or bytes of each line; as in GNU's, -c means bytes."""
    options, operands = read_options("cut", argv, CUT_OPTIONS)
    if options is None:
        return 125
    given = [key for key in ("bytes", "fields") if key in options]
    delimiter = os.fsencode(options.get("delimiter", "\t")) or b"\0"
    problem = None
    if len(given) != 1:
        problem = "you must specify a list of bytes, characters, or fields"
    elif len(delimiter) != 1:
        problem = "the delimiter must be a single character"
    elif given == ["bytes"] and options.keys() & {"delimiter", "only_delimited"}:
        problem = "a delimiter may be given only with fields"
    elif (ranges := cut_ranges(options[given[0]])) is None:
        problem = f"invalid list {quoted_name(options[given[0]])}"
    if problem:
        complain("cut", problem)
        return 1
    if delimiter == b"\n":
        complain("cut", "cannot do a newline as delimiter without the real program")
        return 125
    if "complement" in options:
        ranges = cut_complement(ranges)
    output = options.get("output_delimiter")
    status = 0
    for path in operands or ["-"]:
        fd = open_operand("cut", path)
        if fd is None:
            status = 1
            continue
        for line in read_lines(fd):
            line = line.removesuffix(b"\n")
            if given == ["bytes"]:
                pieces = [line[first - 1 : last] for first, last in ranges]
                glue = b"" if output is None else os.fsencode(output)
                line = glue.join(piece for piece in pieces if piece)
            elif delimiter in line:
                parts = line.split(delimiter)
                glue = delimiter if output is None else os.fsencode(output)
                kept = [part for a, z in ranges for part in parts[a - 1 : z]]
                line = glue.join(kept)
            elif "only_delimited" in options:
                continue
            write_all(1, line + b"\n")
        os.close(fd)
    return status


def cut_ranges(text):
    """Read a list such as 1,3-5,7- into sorted ranges that do not overlap."""
    ranges = []
    for item in text.replace(" ", ",").replace("\t", ",").split(","):
        first, dash, last = item.partition("-")
        digits = first + last
        if not (digits.isascii() and digits.isdigit()):
            return None
        low = int(first or 1)
        high = int(last) if last else (None if dash else low)
        if low < 1 or (high is not None and high < low):
            return None
        ranges.append((low, high))
    merged = []
    for low, high in sorted(ranges, key=lambda each: each[0]):
        if merged and (merged[-1][1] is None or low <= merged[-1][1]):
            top = merged[-1][1]
            both = None if None in (top, high) else max(top, high)
            merged[-1] = (merged[-1][0], both)
        else:
            merged.append((low, high))
    return merged


def cut_complement(ranges):
    """Compute the ranges between these."""
    rest, start = [], 1
    for low, high in ranges:
        if low > start:
            rest.append((start, low - 1))
        if high is None:
            return rest
        start = high + 1
    return rest + [(start, None)]
