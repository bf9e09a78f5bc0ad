def read_options(name, argv, table, permute=True):
    """Split argv into options, the last given last, and operands.

    The table maps an option to the name of its value: "x" is a flag, "x=" takes an
    argument, "x+=" collects arguments, "x=?" takes one only in the same word. Returns
    None for the options after a message if there is one that the table lacks.
    """
    found, operands, words = {}, [], list(argv)
    while words:
        word = words.pop(0)
        if word == "--":
            return found, operands + words
        if word == "-" or not word.startswith("-"):
            operands.append(word)
            if not permute:
                return found, operands + words
            continue
        if word.startswith("--"):
            option, given, text = word.partition("=")
            attached, more = (text if given else None), ""
        elif word[1:].isdigit() and "-NUM" in table:
            option, attached, more = "-NUM", word[1:], ""
        else:
            option, attached, more = word[:2], word[2:] or None, word[2:]
        while option:
            kind = table.get(option)
            unwanted = attached is not None and not more
            if kind is None or (unwanted and not kind.endswith(("=", "?"))):
                complain(name, f"cannot do option {option} without the real program")
                return None, []
            key = kind.rstrip("+=?")
            if kind.endswith("="):
                if attached is None and not words:
                    complain(name, f"option {option} requires an argument")
                    return None, []
                value = words.pop(0) if attached is None else attached
                value = found.get(key, []) + [value] if kind.endswith("+=") else value
            else:
                value = attached if kind.endswith("?") else True
            found.pop(key, None)
            found[key] = value
            if kind.endswith(("=", "?")) or not more:
                break
            option, attached, more = "-" + more[0], more[1:] or None, more[1:]
    return found, operands


def last_given(options, keys, default=None):
    """The one of these options that was given last."""
    return ([key for key in options if key in keys] or [default])[-1]


def missing_operand(name, operands):
    """Report too few operands as the file utilities do."""
    if operands:
        complain(name, f"missing operand after {quoted_name(operands[-1])}")
    else:
        complain(name, "missing operand")
    return 1


def extra_operand(name, operand):
    """Report an operand too many."""
    complain(name, f"extra operand {quoted_name(operand)}")
    return 1
