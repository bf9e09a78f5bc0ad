import os
import re
import stat

GREP_OPTIONS = {
    "-E": "extended",
    "--extended-regexp": "extended",
    "-F": "fixed",
    "--fixed-strings": "fixed",
    "-G": "basic",
    "--basic-regexp": "basic",
    "-e": "patterns+=",
    "--regexp": "patterns+=",
    "-f": "pattern_files+=",
    "--file": "pattern_files+=",
    "-i": "ignore_case",
    "--ignore-case": "ignore_case",
    "-v": "invert",
    "--invert-match": "invert",
    "-w": "words",
    "--word-regexp": "words",
    "-x": "lines",
    "--line-regexp": "lines",
    "-c": "count",
    "--count": "count",
    "-o": "only_matching",
    "--only-matching": "only_matching",
    "-q": "quiet",
    "--quiet": "quiet",
    "--silent": "quiet",
    "-s": "no_messages",
    "--no-messages": "no_messages",
    "-m": "max_count=",
    "--max-count": "max_count=",
    "-n": "numbers",
    "--line-number": "numbers",
    "-H": "with_name",
    "--with-filename": "with_name",
    "-h": "no_name",
    "--no-filename": "no_name",
    "-l": "files_with",
    "--files-with-matches": "files_with",
    "-L": "files_without",
    "--files-without-match": "files_without",
    "-r": "recursive",
    "--recursive": "recursive",
    "-A": "after=",
    "--after-context": "after=",
    "-B": "before=",
    "--before-context": "before=",
    "-C": "context=",
    "--context": "context=",
    "-a": "text",
    "--text": "text",
    "--line-buffered": "line_buffered",
    "--color": "color=?",
    "--colour": "color=?",
}


def grep_program(argv, env):
    """Write the lines that match."""
    return grep_matching(argv, env, "basic")


def grep_matching(argv, env, kind):
    """Write the lines that match patterns of a kind, if options do not say another."""
    options, operands = read_options("grep", argv, GREP_OPTIONS)
    if options is None:
        return 125
    if options.get("color", "auto") not in ("auto", "never", None):
        complain("grep", "cannot do colors without the real program")
        return 125
    try:
        patterns = grep_patterns(options, operands)
    except OSError as error:
        complain_of("grep", error.filename, error)
        return 2
    if patterns is None:
        complain("grep", "no pattern given")
        return 2
    kind = last_given(options, ("extended", "fixed", "basic"), kind)
    try:
        find = grep_finder(patterns, kind, options, is_utf8(env))
    except ValueError as error:
        complain("grep", str(error))
        return 125 if "cannot do" in str(error) else 2
    files = operands or (["."] if "recursive" in options else ["-"])
    named = "with_name" if len(files) > 1 or "recursive" in options else "no_name"
    if named == "with_name" and files == operands and len(files) == 1:
        named = "with_name" if os.path.isdir(files[0]) else "no_name"
    options["named"] = last_given(options, ("with_name", "no_name"), named)
    status, selected = 0, False
    for path in files:
        for each in grep_walk(path, not operands, "recursive" in options):
            result = grep_file(each, find, options, is_utf8(env))
            status = status if result is not None else 2
            selected = selected or bool(result)
            if selected and "quiet" in options:
                return 0
    return status or (0 if selected else 1)


def grep_patterns(options, operands):
    """Collect the patterns of -e, -f or the first operand; None if there is none."""
    texts = list(options.get("patterns", []))
    given = options.keys() & {"patterns", "pattern_files"}
    if not given:
        if not operands:
            return None
        texts.append(operands.pop(0))
    patterns = [line for text in texts for line in text.split("\n")]
    for path in options.get("pattern_files", []):
        fd = os.dup(0) if path == "-" else os.open(path, os.O_RDONLY)
        lines = split_lines(read_all(fd))
        patterns += [os.fsdecode(line.removesuffix(b"\n")) for line in lines]
        os.close(fd)
    return patterns


def grep_finder(patterns, kind, options, utf8):
    """Make a function from a line and a position to a match, or None."""
    texts = [operand_text(pattern, utf8) for pattern in patterns]
    ignore_case = "ignore_case" in options
    regexes = []
    for text in texts:
        if kind == "fixed":
            text = "".join(f"[{c}]" if c in "*.[{(+?|)" else c for c in text)
            text = text.replace("\\", "\\\\").replace("^", "\\^").replace("$", "\\$")
        regex = PosixRegex(text, "grep", kind != "basic", ignore_case, utf8)
        regexes.append(regex)
    whole = {"lines": "(?:{})\\Z", "words": "(?<!\\w)(?:{})(?!\\w)"}
    around = next((whole[key] for key in whole if key in options), None)

    def find(line, start=0):
        best = None
        for regex in regexes:
            if around is None:
                found = regex.search(line, start)
            else:
                pattern = re.compile(around.format(regex.pattern), regex.flags)
                within = "lines" in options
                found = (pattern.match if within else pattern.search)(line, start)
            if found and (best is None or grep_rank(found) > grep_rank(best)):
                best = found
        return best

    return find


def grep_rank(match):
    """Order matches: the leftmost first, then the longest."""
    return (-match.start(), match.end())


def grep_walk(path, implied, recursive):
    """Yield a file, or with -r the files below a directory."""
    if not recursive or path == "-" or not os.path.isdir(path):
        yield path
        return
    for name in sorted(os.listdir(path)):
        below = name if implied and path == "." else f"{path.rstrip('/')}/{name}"
        if not os.path.islink(below):
            is_special = os.path.exists(below) and not os.path.isfile(below)
            if os.path.isdir(below) or not is_special:
                yield from grep_walk(below, False, True)


def grep_file(path, find, options, utf8):
    """Search one file: how many lines were selected, or None after an error."""
    if "no_messages" in options and path != "-":
        try:
            fd = os.open(path, os.O_RDONLY)
        except OSError:
            return None
        if stat.S_ISDIR(os.fstat(fd).st_mode):
            os.close(fd)
            return None
    elif (fd := open_operand("grep", path)) is None:
        return None
    try:
        return grep_lines(fd, path, find, options, utf8)
    finally:
        os.close(fd)


def grep_lines(fd, path, find, options, utf8):
    """Search the lines of an open file and write what is asked for."""
    silent = options.keys() & {"quiet", "count", "files_with", "files_without"}
    most = int(options.get("max_count", -1))
    title = os.fsencode("(standard input)" if path == "-" else path)
    prefix = title if options["named"] == "with_name" else None
    before = int(options.get("before", options.get("context", 0)))
    after = int(options.get("after", options.get("context", 0)))
    earlier, left, last, count = [], 0, 0, 0
    for number, raw in enumerate(read_lines(fd) if most else [], 1):
        raw = raw.removesuffix(b"\n")
        line = text_of(raw, utf8)
        done = count == most
        if done or (find(line) is not None) == ("invert" in options):
            if left > 0 and not silent and "only_matching" not in options:
                grep_write(prefix, number, b"-", raw, options)
                left, last = left - 1, number
            elif before:
                earlier = [*earlier, (number, raw)][-before:]
            if done and left == 0:
                break
            continue
        if b"\0" in raw and not silent and "text" not in options:
            write_all(1, b"grep: %s: binary file matches\n" % title)
            return 1
        count += 1
        if options.keys() & {"quiet", "files_with", "files_without"}:
            break
        if silent:
            if count == most:
                break
            continue
        if "only_matching" in options:
            if "invert" not in options:
                grep_matches(prefix, number, line, find, options, utf8)
        else:
            first = earlier[0][0] if earlier else number
            if options.get("printed") and not (last and first == last + 1):
                write_all(1, b"--\n")
            options["printed"] = before > 0 or after > 0
            for each in earlier:
                grep_write(prefix, each[0], b"-", each[1], options)
            grep_write(prefix, number, b":", raw, options)
            earlier, left, last = [], after, number
        if count == most and not left:
            break
    if "quiet" in options:
        return count
    if "files_with" in options or "files_without" in options:
        wanted = bool(count) == ("files_with" in options)
        write_all(1, title + b"\n" if wanted else b"")
        return count
    if "count" in options:
        start = b"" if prefix is None else prefix + b":"
        write_all(1, b"%s%d\n" % (start, count))
    return count


def grep_matches(prefix, number, line, find, options, utf8):
    """Write each match of a line on a line of its own."""
    at = 0
    while at <= len(line) and (found := find(line, at)):
        if found.end() > found.start():
            text = bytes_of(found[0], utf8)
            grep_write(prefix, number, b":", text, options)
        at = found.end() if found.end() > found.start() else found.end() + 1


def grep_write(prefix, number, mark, line, options):
    """Write a line with the file's name and its number where they are asked for."""
    start = b"" if prefix is None else prefix + mark
    if "numbers" in options:
        start += b"%d%s" % (number, mark)
    write_all(1, start + line + b"\n")


def egrep_program(argv, env):
    """Search for extended regular expressions."""
    return grep_matching(argv, env, "extended")


def fgrep_program(argv, env):
    """Search for fixed strings."""
    return grep_matching(argv, env, "fixed")
