import os
import re
import time

TOUCH_OPTIONS = {
    "-c": "no_create",
    "--no-create": "no_create",
    "-a": "access",
    "-m": "modification",
    "-d": "date=",
    "--date": "date=",
    "-t": "stamp=",
    "-r": "reference=",
    "--reference": "reference=",
    "-h": "no_dereference",
    "--no-dereference": "no_dereference",
    "-f": "ignored",
}


def touch_program(argv, env):
    """Set the times of files; make those that are not there."""
    options, operands = read_options("touch", argv, TOUCH_OPTIONS)
    if options is None:
        return 125
    try:
        times = touch_times(options, env)
    except OSError as error:
        complain_of("touch", options["reference"], error)
        return 1
    except ValueError as error:
        complain("touch", str(error))
        return 125 if "cannot do" in str(error) else 1
    if not operands:
        return missing_operand("touch", operands)
    status = 0
    for path in operands:
        try:
            touch_file(path, times, options)
        except OSError as error:
            reason = os.strerror(error.errno)
            complain("touch", f"cannot touch {quoted_name(path)}: {reason}")
            status = 1
    return status


def touch_times(options, env):
    """The times to set in nanoseconds, or None for now."""
    if "reference" in options:
        info = os.stat(options["reference"])
        return info.st_atime_ns, info.st_mtime_ns
    if "stamp" in options:
        text = options["stamp"]
        match = re.fullmatch(r"(\d\d)?(\d\d)?(\d{8})(?:\.(\d\d))?", text)
        if match is None:
            raise ValueError(f"invalid date format {quoted_name(text)}")
        century, year = match[1], match[2]
        if century and not year:
            century, year = None, century
        year = int(year) if year else time.localtime().tm_year % 100
        first = int(century) * 100 if century else (1900 if year > 68 else 2000)
        digits = [int(match[3][at : at + 2]) for at in range(0, 8, 2)]
        fields = [first + year, *digits, int(match[4] or 0)]
        with_zone = date_in_zone(env, lambda: date_seconds(fields))
        return with_zone * 10**9, with_zone * 10**9
    if "date" in options:
        now = time.time_ns()
        moment = date_in_zone(env, lambda: date_moment(options["date"], now, False))
        return moment, moment
    return None


def touch_file(path, times, options):
    """Set the times of one file; raises OSError."""
    follows = "no_dereference" not in options
    if not (os.path.exists(path) if follows else os.path.lexists(path)):
        if "no_create" in options:
            return
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o666))
    only = options.keys() & {"access", "modification"}
    if len(only) == 1:
        info = os.stat(path) if follows else os.lstat(path)
        access, modification = times or (time.time_ns(), time.time_ns())
        if only == {"access"}:
            modification = info.st_mtime_ns
        else:
            access = info.st_atime_ns
        times = access, modification
    when = {} if times is None else {"ns": times}
    os.utime(path, follow_symlinks=follows, **when)
