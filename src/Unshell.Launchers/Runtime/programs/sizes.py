def size_number(text):
    """Read a count with an optional suffix (b, kB, K, MB, M, GB, G); else None."""
    units = {"": 1, "b": 512, "kB": 1000, "K": 1024, "k": 1024, "KiB": 1024}
    units |= {"MB": 1000**2, "M": 1024**2, "m": 1024**2, "MiB": 1024**2}
    units |= {"GB": 1000**3, "G": 1024**3, "GiB": 1024**3}
    digits = text.rstrip("bBkKmMGi")
    if not (digits.isascii() and digits.isdigit()):
        return None
    unit = units.get(text[len(digits) :])
    return None if unit is None else int(digits) * unit
