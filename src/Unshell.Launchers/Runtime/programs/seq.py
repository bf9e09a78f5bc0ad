import re

SEQ_OPTIONS = {
    "-s": "separator=",
    "--separator": "separator=",
    "-w": "equal_width",
    "--equal-width": "equal_width",
    "-f": "format=",
    "--format": "format=",
}


def seq_program(argv, env):
    """Write the numbers from FIRST to LAST by STEP."""
    number = re.compile(r"[-+]?\.?\d")
    words = list(argv)
    at = next((i for i, word in enumerate(words) if number.match(word)), None)
    if at is not None and "--" not in words[:at]:
        words.insert(at, "--")
    options, operands = read_options("seq", words, SEQ_OPTIONS, permute=False)
    if options is None:
        return 125
    if not operands:
        return missing_operand("seq", operands)
    if len(operands) > 3:
        return extra_operand("seq", operands[3])
    for operand in operands:
        if not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)", operand):
            complain("seq", f"invalid floating point argument: {quoted_name(operand)}")
            return 1
    places = max(len(operand.partition(".")[2]) for operand in (operands[:-1] or ["1"]))
    scale = max(len(operand.partition(".")[2]) for operand in operands)
    values = [seq_scaled(operand, scale) for operand in operands]
    first = values[0] if len(values) > 1 else 10**scale
    step = values[1] if len(values) == 3 else 10**scale
    last = values[-1]
    if not step:
        complain("seq", f"invalid Zero increment value: {quoted_name(operands[1])}")
        return 1
    layout = options.get("format")
    if layout is not None and not re.fullmatch(
        r"([^%]|%%)*%[-+ 0#]*\d*(\.\d+)?[efgEG]([^%]|%%)*", layout
    ):
        complain("seq", f"format {quoted_name(layout)} has no % directive")
        return 1
    width = 0
    if "equal_width" in options:
        width = max(len(seq_text(end, scale, places, 0)) for end in (first, last))
    separator, ended = options.get("separator", "\n"), None
    while (first <= last) if step > 0 else (first >= last):
        text = seq_text(first, scale, places, width)
        if layout is not None:
            text = layout % (first / 10**scale)
        write_all(1, bytes_of((ended or "") + text, True))
        ended = separator
        first += step
    write_all(1, b"" if ended is None else b"\n")
    return 0


def seq_scaled(text, scale):
    """Read a number as an integer times 10 to the minus scale."""
    whole, _, part = text.lstrip("+-").partition(".")
    number = int((whole + part.ljust(scale, "0")) or "0")
    return -number if text.startswith("-") else number


def seq_text(number, scale, places, width):
    """Write a scaled number with so many places, and zeros up to the width."""
    sign, digits = "-" if number < 0 else "", str(abs(number)).rjust(scale + 1, "0")
    whole, part = digits[: len(digits) - scale], digits[len(digits) - scale :]
    text = whole + (f".{part[:places]}" if places else "")
    return sign + text.rjust(width - len(sign), "0")
