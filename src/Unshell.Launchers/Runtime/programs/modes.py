import stat


def mode_changes(text):
    """Read a mode, octal or symbolic, into a list of changes; None if it is none.

    A change is a tuple (who, operator, bits, copied, special): a mask of the classes,
    one of + - =, permission bits, a class to copy from or "", and the X and t letters.
    """
    if text and all(digit in "01234567" for digit in text):
        value = int(text, 8)
        return None if value > 0o7777 else [("octal", text, value, "", "")]
    changes = []
    for clause in text.split(","):
        who = clause[: len(clause) - len(clause.lstrip("ugoa"))]
        rest = clause[len(who) :]
        if not rest:
            return None
        while rest:
            operator, rest = rest[0], rest[1:]
            if operator not in "+-=":
                return None
            letters = ""
            while rest and rest[0] not in "+-=":
                letters, rest = letters + rest[0], rest[1:]
            if letters in ("u", "g", "o") and letters:
                changes.append((who, operator, 0, letters, ""))
                continue
            if letters.strip("rwxXst"):
                return None
            bits = sum(
                {"r": 4, "w": 2, "x": 1}.get(each, 0) for each in sorted(set(letters))
            )
            special = "".join(each for each in "Xst" if each in letters)
            changes.append((who, operator, bits, "", special))
    return changes


def changed_mode(mode, changes, is_directory, umask):
    """Apply changes to a mode; the umask counts where a clause names no class."""
    for who, operator, bits, copied, special in changes:
        if who == "octal":
            kept = mode & 0o6000 if is_directory and len(operator) < 5 else 0
            mode = bits | kept
            continue
        everyone = not who or "a" in who
        classes = "ugo" if everyone else who
        if copied:
            shift = {"u": 6, "g": 3, "o": 0}[copied]
            bits = mode >> shift & 7
        if "X" in special and (is_directory or mode & 0o111):
            bits |= 1
        mask = value = 0
        for each in classes:
            shift = {"u": 6, "g": 3, "o": 0}[each]
            mask |= 7 << shift
            value |= bits << shift
            if each in "ug":
                mask |= stat.S_ISUID if each == "u" else stat.S_ISGID
                if "s" in special:
                    value |= stat.S_ISUID if each == "u" else stat.S_ISGID
        if everyone:
            mask |= stat.S_ISVTX
        if "t" in special and everyone:
            value |= stat.S_ISVTX
        if not who:
            value &= ~umask
        if operator == "+":
            mode |= value
        elif operator == "-":
            mode &= ~value
        else:
            kept = mode & 0o6000 if is_directory else 0
            mode = mode & ~mask | value | (kept & mask)
    return mode


def current_umask():
    """Read the umask, which can only be read by setting it."""
    with open("/proc/self/status", encoding="ascii", errors="replace") as file:
        for line in file:
            if line.startswith("Umask:"):
                return int(line.split()[1], 8)
    return 0o022
