import os
import select
import time


def read(
    *names,
    raw=False,
    array=None,
    prompt="",
    end="\n",
    count=None,
    timeout=None,
    separators=" \t\n",
):
    """Read a line from stdin into variables; 1 at the end of the input."""
    if prompt and os.isatty(0):
        os.write(2, os.fsencode(prompt))
    line, status = read_line(raw, (end or "\0")[0], count, timeout)
    if array is not None:
        set_array(array, [text for text, _ in read_fields(line, separators, None)])
        return status
    if not names or names == ("REPLY",):
        fields = ["".join(text for text, _ in line)]
    else:
        fields = [text for text, _ in read_fields(line, separators, len(names))]
    for index, name in enumerate(names or ["REPLY"]):
        variables[name] = fields[index] if index < len(fields) else ""
    return status


def read_line(raw, end, count, timeout):
    """The characters of a line, each with whether a backslash stood before it."""
    limit = None if timeout is None else time.monotonic() + float(timeout)
    line, pending = [], b""
    most = None if count is None else int(count)
    escaped = False
    while most is None or len(line) < most:
        if limit is not None:
            ready, _, _ = select.select([0], [], [], max(0, limit - time.monotonic()))
            if not ready:
                return line, 142
        byte = os.read(0, 1)
        if not byte:
            return line, 1
        pending += byte
        character = os.fsdecode(pending)
        if (
            "\udc80" <= character[-1] <= "\udcff"
            and len(pending) < 4
            and pending[0] > 193
        ):
            continue
        pending = b""
        if escaped:
            escaped = False
            if character != "\n":
                line.append((character, True))
        elif character == "\\" and not raw:
            escaped = True
        elif character == end:
            return line, 0
        elif character != "\0":
            line.append((character, False))
    return line, 0


def read_fields(line, separators, most):
    """Split a line at IFS; the last of so many fields takes the rest."""
    blanks = [c for c in separators if c in " \t\n"]
    while line and line[0][0] in blanks and not line[0][1]:
        line = line[1:]
    while line and line[-1][0] in blanks and not line[-1][1]:
        line = line[:-1]
    fields, at = [], 0
    while at < len(line):
        start = at
        while at < len(line) and (line[at][1] or line[at][0] not in separators):
            at += 1
        last_start = start
        fields.append("".join(text for text, _ in line[start:at]))
        seen = False
        while at < len(line) and not line[at][1] and line[at][0] in separators:
            if line[at][0] not in blanks:
                if seen:
                    break
                seen = True
            at += 1
        if most is not None and len(fields) == most and at < len(line):
            fields[-1] = "".join(text for text, _ in line[last_start:])
            break
    return [(field, False) for field in fields]


def mapfile(*words):
    """Read the lines of stdin into an array; -t takes their newlines off."""
    words = list(words)
    strips = "-t" in words
    names = [word for word in words if not word.startswith("-")]
    lines = os.fsdecode(read_all(0)).splitlines(keepends=True)
    lines = [line.removesuffix("\n") if strips else line for line in lines]
    set_array(names[0] if names else "MAPFILE", lines)
    return 0


def getopts(options, name, arguments):
    """Take the next option from arguments; 1 where there is none."""
    index = int(variables.get("OPTIND", "1"))
    if index != getopts_state["index"]:
        getopts_state["offset"] = 0
    offset = getopts_state["offset"]
    quiet = options.startswith(":")
    if offset == 0:
        word = arguments[index - 1] if index <= len(arguments) else ""
        if word == "--":
            index += 1
        if not word.startswith("-") or word in ("-", "--"):
            return getopts_end(name, index)
        offset = 1
    word = arguments[index - 1]
    letter, offset = word[offset], offset + 1
    known = options.find(letter, 1 if quiet else 0)
    value = None
    if known < 0 or letter == ":":
        if not quiet:
            complain_line(f"illegal option -- {letter}")
        value, letter = letter if quiet else None, "?"
    elif options[known + 1 : known + 2] == ":":
        value, index, offset = word[offset:], index + 1, 0
        if not value and index <= len(arguments):
            value, index = arguments[index - 1], index + 1
        elif not value:
            if not quiet:
                complain_line(f"option requires an argument -- {letter}")
            value, letter = letter if quiet else None, ":" if quiet else "?"
    if offset >= len(word) and offset:
        index, offset = index + 1, 0
    getopts_state.update(index=index, offset=offset)
    variables["OPTIND"] = str(index)
    variables[name] = letter
    variables.pop("OPTARG", None)
    if value is not None:
        variables["OPTARG"] = value
    return 0


def getopts_end(name, index):
    """No option is left."""
    getopts_state.update(index=index, offset=0)
    variables["OPTIND"] = str(index)
    variables[name] = "?"
    variables.pop("OPTARG", None)
    return 1


getopts_state = {"index": 1, "offset": 0}
