import datetime
import os
import re
import time

DATE_INPUT = re.compile(
    r"""\s*(?:
    @(?P<epoch>-?\d+)(?:\.(?P<epoch_part>\d+))?
  | (?P<year>\d{4})(?P<mark>[-/]?)(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)(?=[T\s]|$)
  | T?(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,](?P<part>\d+))?)?
    (?:\s*(?P<zone>Z|UTC|GMT|[-+]\d\d(?::?\d\d)?)(?!\s*[a-z\d]))?(?=\s|$)
  | (?P<word>now|today|yesterday|tomorrow|utc|gmt)(?=\s|$)
  | (?P<sign>[-+]?)\s*(?P<count>\d+|next|last|a)\s*(?P<unit>[a-z]+?)s?
    (?P<ago>\s+ago)?(?=\s|$)
    )\s*""",
    re.VERBOSE | re.IGNORECASE,
)
DATE_UNITS = {
    "sec": ("seconds", 1),
    "second": ("seconds", 1),
    "min": ("seconds", 60),
    "minute": ("seconds", 60),
    "hour": ("seconds", 3600),
    "day": ("days", 1),
    "week": ("days", 7),
    "fortnight": ("days", 14),
    "month": ("months", 1),
    "year": ("months", 12),
}


def date_in_zone(env, function):
    """Call a function while the process has the time zone of the environment."""
    os_zone = os.environ.get("TZ")
    date_set_zone(env.get("TZ"))
    try:
        return function()
    finally:
        date_set_zone(os_zone)


def date_set_zone(zone):
    """Set the time zone of the process; None is that of the system."""
    os.environ.pop("TZ", None)
    if zone is not None:
        os.environ["TZ"] = zone
    time.tzset()


def date_seconds(fields):
    """Turn year, month, day, hour, minute, second into seconds since 1970."""
    year, month, day, hour, minute, second = fields
    try:
        datetime.datetime(year, month, day, hour, minute, min(second, 59))
    except ValueError:
        raise ValueError("invalid date") from None
    return int(time.mktime((year, month, day, hour, minute, second, 0, 0, -1)))


def date_moment(text, now, utc):
    """Turn a date in words into nanoseconds; raises ValueError.

    Known are @SECONDS, ISO dates and times, now, today, yesterday, tomorrow, and
    "3 days", "-1 hour", "2 weeks ago", "next month".
    """
    at, found, moved = 0, {}, {"seconds": 0, "days": 0, "months": 0}
    parts = {}
    while at < len(text.rstrip()):
        match = DATE_INPUT.match(text, at)
        if match is None:
            raise ValueError(f"cannot do date {quoted_name(text)} (or it is invalid)")
        at, before = match.end(), parts
        parts = {key: value for key, value in match.groupdict().items() if value}
        if "unit" in parts:
            if "sign" in parts and "hour" in before and "zone" not in before:
                raise ValueError(f"cannot do date {quoted_name(text)}")
            date_move(parts, moved, text)
        elif "word" in parts:
            days = {"yesterday": -1, "tomorrow": 1}.get(parts["word"].lower(), 0)
            moved["days"] += days
            if parts["word"].lower() in ("utc", "gmt"):
                found["zone"] = "Z"
        elif found.keys() & parts.keys():
            raise ValueError(f"invalid date {quoted_name(text)}")
        else:
            found |= parts
    if not text.strip():
        found["hour"] = "0"
    if "epoch" in found:
        if len(found) > 2 or any(moved.values()):
            raise ValueError(f"cannot do date {quoted_name(text)}")
        part = (found.get("epoch_part", "") + "0" * 9)[:9]
        sign = -1 if found["epoch"].startswith("-") else 1
        return int(found["epoch"]) * 10**9 + sign * int(part)
    return date_compute(found, moved, now, utc)


def date_move(parts, moved, text):
    """Note how far a part such as "3 days ago" moves the date."""
    unit = DATE_UNITS.get(parts["unit"].lower())
    if unit is None:
        raise ValueError(f"cannot do date {quoted_name(text)} (or it is invalid)")
    words = {"next": 1, "last": -1, "a": 1}
    count = words.get(parts["count"].lower()) or int(parts["count"])
    count = -count if parts.get("sign") == "-" else count
    moved[unit[0]] += unit[1] * (-count if "ago" in parts else count)


def date_compute(found, moved, now, utc):
    """Put date, time and moves together, as mktime does; nanoseconds."""
    zone = found.get("zone") or ("Z" if utc else None)
    start = time.gmtime(now // 10**9) if utc else time.localtime(now // 10**9)
    year, month, day, hour, minute, second = start[:6]
    part = now % 10**9
    if "year" in found:
        year, month, day = (int(found[key]) for key in ("year", "month", "day"))
    if "year" in found or "hour" in found:
        clock = [int(found.get(key, 0)) for key in ("hour", "minute", "second")]
        hour, minute, second = clock
        part = int((found.get("part", "") + "0" * 9)[:9])
        try:
            datetime.datetime(year, month, day, hour, minute, min(second, 59))
        except ValueError:
            raise ValueError("invalid date") from None
    month += moved["months"]
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if zone:
        base = datetime.datetime(year, month, 1)
        seconds = int((base - datetime.datetime(1970, 1, 1)).total_seconds())
        seconds += (day - 1 + moved["days"]) * 86400
        seconds += hour * 3600 + minute * 60 + second
        if zone.upper() not in ("Z", "UTC", "GMT"):
            digits = zone[1:].replace(":", "").ljust(4, "0")
            offset = int(digits[:2]) * 3600 + int(digits[2:]) * 60
            seconds -= -offset if zone[0] == "-" else offset
    else:
        day += moved["days"]
        summer = -1 if found.keys() & {"year", "hour"} else start.tm_isdst
        moment = (year, month, day, hour, minute, second, 0, 0, summer)
        seconds = int(time.mktime(moment))
    return (seconds + moved["seconds"]) * 10**9 + part
