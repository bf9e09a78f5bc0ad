import decimal
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
    number = re.compile(r"-?\.?\d")
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
    values = [decimal.Decimal(operand) for operand in operands]
    first = values[0] if len(values) > 1 else decimal.Decimal(1)
    step = values[1] if len(values) == 3 else decimal.Decimal(1)
    last = values[-1]
    if not step:
        complain("seq", f"invalid Zero increment value: {quoted_name(operands[1])}")
        return 1
    shown = [first, step] if len(values) > 1 else [first]
    places = max(0, *(-value.as_tuple().exponent for value in [*shown, first]))
    layout = options.get("format")
    if layout is not None and not re.fullmatch(
        r"([^%]|%%)*%[-+ 0#]*\d*(\.\d+)?[efgEG]([^%]|%%)*", layout
    ):
        complain("seq", f"format {quoted_name(layout)} has no % directive")
        return 1
    width = 0
    if "equal_width" in options:
        ends = [first, first + (last - first) // step * step]
        width = max(len(f"{end:.{places}f}") for end in ends)
    separator, ended = options.get("separator", "\n"), None
    while (first <= last) if step > 0 else (first >= last):
        text = f"{first:0{width}.{places}f}" if width else f"{first:.{places}f}"
        if layout is not None:
            text = layout % float(first)
        write_all(1, bytes_of((ended or "") + text, True))
        ended = separator
        first += step
    write_all(1, b"" if ended is None else b"\n")
    return 0
