import os
import resource


def set_umask(*words):
    """Set the mask of new files' permissions, or write it."""
    words = [word for word in words if word != "-S"]
    if not words:
        mask = os.umask(0)
        os.umask(mask)
        return write(f"{mask:04o}\n")
    if not words[0].isdigit():
        complain_line(f"umask: {words[0]}: illegal mode")
        return FATAL
    os.umask(int(words[0], 8))
    return 0


LIMITS = {
    "c": (resource.RLIMIT_CORE, 512),
    "d": (resource.RLIMIT_DATA, 1024),
    "f": (resource.RLIMIT_FSIZE, 512),
    "l": (resource.RLIMIT_MEMLOCK, 1024),
    "n": (resource.RLIMIT_NOFILE, 1),
    "s": (resource.RLIMIT_STACK, 1024),
    "t": (resource.RLIMIT_CPU, 1),
    "u": (resource.RLIMIT_NPROC, 1),
    "v": (resource.RLIMIT_AS, 1024),
}


def ulimit(*words):
    """Set a limit of the system, or write it."""
    flags = "".join(word[1:] for word in words if word.startswith("-"))
    values = [word for word in words if not word.startswith("-")]
    kind = flags.strip("HS") or "f"
    if kind not in LIMITS:
        complain_line(f"ulimit: -{kind}: not known")
        return FATAL
    limit, unit = LIMITS[kind]
    soft, hard = resource.getrlimit(limit)
    if not values:
        value = hard if "H" in flags else soft
        is_open = value == resource.RLIM_INFINITY
        return write(f"{'unlimited' if is_open else value // unit}\n")
    word = values[0]
    value = {"hard": hard, "soft": soft, "unlimited": resource.RLIM_INFINITY}.get(word)
    if value is None:
        value = int(word) * unit
    try:
        soft = hard if "H" in flags and "S" not in flags else value
        hard = hard if "S" in flags and "H" not in flags else value
        resource.setrlimit(limit, (soft, hard))
    except (OSError, ValueError) as error:
        complain_line(f"ulimit: {error}")
        return FATAL
    return 0
