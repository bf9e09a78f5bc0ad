import os

XARGS_OPTIONS = {
    "-0": "null",
    "--null": "null",
    "-d": "delimiter=",
    "--delimiter": "delimiter=",
    "-n": "most=",
    "--max-args": "most=",
    "-I": "replace=",
    "-L": "lines=",
    "-r": "no_run_if_empty",
    "--no-run-if-empty": "no_run_if_empty",
    "-t": "trace",
    "--verbose": "trace",
}


def xargs_program(argv, env):
    """Run a program with arguments from standard input."""
    options, command = read_options("xargs", argv, XARGS_OPTIONS, permute=False)
    if options is None:
        return 125
    for key in ("most", "lines"):
        if not options.get(key, "1").isdigit() or options.get(key) == "0":
            complain("xargs", f"invalid number {quoted_name(options[key])}")
            return 1
    command = command or ["echo"]
    by_line = bool(options.keys() & {"replace", "lines"})
    try:
        groups = xargs_items(os.fsdecode(read_all(0)), options, by_line)
    except ValueError as error:
        complain("xargs", str(error))
        return 1
    runs = xargs_runs(groups, command, options)
    stdin, status = os.dup(0), 0
    empty = os.open(os.devnull, os.O_RDONLY)
    os.dup2(empty, 0)
    try:
        for words in runs:
            if "trace" in options:
                write_all(2, os.fsencode(" ".join(words) + "\n"))
            result = call_program(words, env)
            if result in (126, 127):
                return result
            if result == 255:
                complain("xargs", f"{words[0]}: exited with status 255; aborting")
                return 124
            if result > 128:
                complain("xargs", f"{words[0]}: terminated by signal {result - 128}")
                return 125
            status = 123 if result else status
    finally:
        os.dup2(stdin, 0)
        os.close(stdin)
        os.close(empty)
    return status


def xargs_items(text, options, by_line):
    """Split the input into lists of arguments, one for each line."""
    delimiter = "\0" if "null" in options else options.get("delimiter")
    if delimiter is not None:
        known = {"\\n": "\n", "\\t": "\t", "\\0": "\0", "\\\\": "\\"}
        delimiter = known.get(delimiter, delimiter)
        if len(delimiter) != 1:
            raise ValueError(f"invalid delimiter {quoted_name(delimiter)}")
        items = text.split(delimiter)
        return [[item] for item in (items if items[-1] else items[:-1])]
    if "replace" in options:
        lines = [line.lstrip(" \t") for line in text.split("\n")]
        return [[xargs_unquoted(line)] for line in lines if line]
    return xargs_words(text) if by_line else [sum(xargs_words(text), [])]


def xargs_words(text):
    """Split lines into words as a shell's simplest quoting has them."""
    lines, word, quote, marks = [[]], None, "", iter(text)
    for char in marks:
        if quote:
            if char == "\n":
                raise ValueError(f"unmatched {quote} quote")
            if char == quote:
                quote = ""
            else:
                word += char
        elif char == "\\":
            word = (word or "") + next(marks, "")
        elif char in "'\"":
            quote, word = char, word or ""
        elif char in " \t\n":
            if word is not None:
                lines[-1].append(word)
                word = None
            if char == "\n" and lines[-1]:
                lines.append([])
        else:
            word = (word or "") + char
    if quote:
        raise ValueError(f"unmatched {quote} quote")
    if word is not None:
        lines[-1].append(word)
    return [line for line in lines if line]


def xargs_unquoted(line):
    """Take the quotes off a line of -I, whose blanks do not separate."""
    blanks = str.maketrans(" \t", "\ue000\ue001")
    back = str.maketrans("\ue000\ue001", " \t")
    return "".join(sum(xargs_words(line.translate(blanks)), [])).translate(back)


def xargs_runs(groups, command, options):
    """Put together the command lines to run."""
    if "replace" in options:
        mark = options["replace"]
        for (item,) in groups:
            yield [word.replace(mark, item) for word in command]
        return
    size = int(options.get("lines", 1)) if "lines" in options else 0
    if size:
        items = [sum(groups[at : at + size], []) for at in range(0, len(groups), size)]
    else:
        items = [sum(groups, [])]
        most = int(options["most"]) if "most" in options else None
        items = xargs_packed(items[0], command, most)
    if not any(items) and "no_run_if_empty" not in options:
        items = [[]]
    for item in items:
        if item or not any(items) and "no_run_if_empty" not in options:
            yield command + item


def xargs_packed(words, command, most):
    """Split words into lists that fit on a command line."""
    packed, used = [[]], 0
    room = 131072 - sum(len(os.fsencode(word)) + 1 for word in command)
    for word in words:
        length = len(os.fsencode(word)) + 1
        if packed[-1] and (len(packed[-1]) == most or used + length > room):
            packed.append([])
            used = 0
        packed[-1].append(word)
        used += length
    return packed
