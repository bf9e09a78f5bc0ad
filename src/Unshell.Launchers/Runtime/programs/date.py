import datetime
import os
import re
import time

DATE_OPTIONS = {
    "-u": "utc",
    "--utc": "utc",
    "--universal": "utc",
    "-d": "date=",
    "--date": "date=",
    "-r": "reference=",
    "--reference": "reference=",
    "-R": "email",
    "--rfc-email": "email",
    "-I": "iso=?",
    "--iso-8601": "iso=?",
    "--rfc-3339": "rfc_3339=",
}
DATE_COMPOSED = {
    "c": "%a %b %e %H:%M:%S %Y",
    "D": "%m/%d/%y",
    "F": "%Y-%m-%d",
    "h": "%b",
    "R": "%H:%M",
    "r": "%I:%M:%S %p",
    "T": "%H:%M:%S",
    "x": "%m/%d/%y",
    "X": "%H:%M:%S",
}


def date_program(argv, env):
    """Write a moment in time, in a format."""
    options, operands = read_options("date", argv, DATE_OPTIONS)
    if options is None:
        return 125
    if operands and not operands[0].startswith("+"):
        complain("date", "cannot set the date without the real program")
        return 125
    if len(operands) > 1:
        return extra_operand("date", operands[1])
    utc = "utc" in options
    layout = date_layout(options, operands)
    if layout is None:
        complain("date", "invalid argument")
        return 1
    zone = {**env, "TZ": "UTC0"} if utc else env
    try:
        moment = time.time_ns()
        if "reference" in options:
            moment = os.stat(options["reference"]).st_mtime_ns
        elif "date" in options:
            now = moment
            moment = date_in_zone(zone, lambda: date_moment(options["date"], now, utc))
        text = date_in_zone(zone, lambda: date_text(layout, moment))
    except OSError as error:
        complain_of("date", options["reference"], error)
        return 1
    except ValueError as error:
        complain("date", str(error))
        return 125 if "cannot do" in str(error) else 1
    write_all(1, os.fsencode(text + "\n"))
    return 0


def date_layout(options, operands):
    """Find the format that is asked for; None if it is an unknown one."""
    if operands:
        return operands[0][1:]
    if "email" in options:
        return "%a, %d %b %Y %H:%M:%S %z"
    times = {"date": "", "hours": "%H", "minutes": "%H:%M", "seconds": "%H:%M:%S"}
    if "rfc_3339" in options:
        times = {"date": "", "seconds": " %H:%M:%S%:z", "ns": " %H:%M:%S.%N%:z"}
        clock = times.get(options["rfc_3339"])
        return None if clock is None else "%Y-%m-%d" + clock
    if "iso" in options:
        clock = (times | {"ns": "%H:%M:%S,%N"}).get(options["iso"] or "date")
        if not clock:
            return None if clock is None else "%Y-%m-%d"
        return f"%Y-%m-%dT{clock}%:z"
    return "%a %b %e %H:%M:%S %Z %Y"


def date_text(layout, moment):
    """Write a moment in nanoseconds in a format."""
    seconds, part = moment // 10**9, moment % 10**9
    fields = time.localtime(seconds)

    def fill(match):
        flags, width, colons, letter = match.groups()
        if letter in DATE_COMPOSED:
            text = date_text(DATE_COMPOSED[letter], moment)
            return text.upper() if "^" in flags else text.rjust(int(width or 0))
        if letter == "N":
            if flags:
                raise ValueError(f"cannot do %{flags}N")
            return f"{part:09}"[: int(width or 9)].ljust(int(width or 9), "0")
        if letter == "z":
            return date_offset(fields.tm_gmtoff, len(colons))
        if colons or letter not in "aAbBCdegGHIjklmMpPqsSuUVwWyYZnt%":
            if letter in "EO" or letter.isalpha() and (flags or width or colons):
                raise ValueError(f"cannot do %{letter}")
            return match[0]
        text, pad, size = date_field(letter, fields, seconds)
        pad = {"-": "", "_": " ", "0": "0"}.get(flags[-1:], pad)
        if "^" in flags or ("#" in flags and letter in "aAbB"):
            text = text.upper()
        if "#" in flags and letter in "pZ":
            text = text.lower()
        return text.rjust(int(width or size), pad) if pad else text

    return re.sub(r"%([-_0^#]*)(\d*)(:*)(.)", fill, layout, flags=re.DOTALL)


def date_offset(seconds, colons):
    """Write the distance from UTC as +hhmm, +hh:mm or +hh:mm:ss."""
    sign, seconds = "-" if seconds < 0 else "+", abs(seconds)
    hours, minutes = divmod(seconds // 60, 60)
    mark = ":" if colons else ""
    text = f"{sign}{hours:02}{mark}{minutes:02}"
    return text + f":{seconds % 60:02}" if colons == 2 else text


def date_field(letter, fields, seconds):
    """The text of one field, what it is padded with, and its width."""
    days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    months = "January February March April May June July August September October"
    month = f"{months} November December".split()[fields.tm_mon - 1]
    weekday, hour12 = days[fields.tm_wday], fields.tm_hour % 12 or 12
    half = "AM" if fields.tm_hour < 12 else "PM"
    texts = {"a": weekday[:3], "A": weekday, "b": month[:3], "B": month}
    texts |= {"p": half, "P": half.lower(), "Z": fields.tm_zone}
    texts |= {"n": "\n", "t": "\t", "%": "%"}
    if letter in texts:
        return texts[letter], " ", 0
    if letter in "GgV":
        iso = datetime.date(*fields[:3]).isocalendar()
        numbers = {"G": (iso[0], 4), "g": (iso[0] % 100, 2), "V": (iso[1], 2)}
    else:
        sunday = (fields.tm_wday + 1) % 7
        numbers = {
            "C": (fields.tm_year // 100, 2),
            "d": (fields.tm_mday, 2),
            "e": (fields.tm_mday, 2),
            "H": (fields.tm_hour, 2),
            "I": (hour12, 2),
            "j": (fields.tm_yday, 3),
            "k": (fields.tm_hour, 2),
            "l": (hour12, 2),
            "m": (fields.tm_mon, 2),
            "M": (fields.tm_min, 2),
            "q": ((fields.tm_mon + 2) // 3, 1),
            "s": (seconds, 1),
            "S": (fields.tm_sec, 2),
            "u": (fields.tm_wday + 1, 1),
            "U": ((fields.tm_yday + 6 - sunday) // 7, 2),
            "w": (sunday, 1),
            "W": ((fields.tm_yday + 6 - fields.tm_wday) // 7, 2),
            "y": (fields.tm_year % 100, 2),
            "Y": (fields.tm_year, 4),
        }
    number, width = numbers[letter]
    return str(number), " " if letter in "ekl" else "0", width
