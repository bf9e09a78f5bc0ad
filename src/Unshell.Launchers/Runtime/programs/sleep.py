import time

SLEEP_OPTIONS = {}


def duration_seconds(text):
    """Read a duration such as 5, 0.5, 2m or infinity; None if it is none."""
    units = {"s": 1, "m": 60, "h": 3600, "d": 86400}
    unit = units.get(text[-1:]) if text[-1:] in units else None
    number = text[:-1] if unit else text
    try:
        seconds = float(number) * (unit or 1)
    except ValueError:
        return None
    plain = number.strip() == number and "_" not in number
    return seconds if plain and seconds >= 0 else None


def sleep_program(argv, env):
    """Wait for the sum of the durations."""
    options, operands = read_options("sleep", argv, SLEEP_OPTIONS)
    if options is None:
        return 125
    if not operands:
        return missing_operand("sleep", operands)
    durations = [duration_seconds(operand) for operand in operands]
    if None in durations:
        wrong = operands[durations.index(None)]
        complain("sleep", f"invalid time interval {quoted_name(wrong)}")
        return 1
    end = time.monotonic() + sum(durations)
    while (left := end - time.monotonic()) > 0:
        time.sleep(min(left, 86400))
    return 0
