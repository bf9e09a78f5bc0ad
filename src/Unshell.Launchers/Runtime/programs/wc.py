import os
import stat

WC_OPTIONS = {
    "-l": "lines",
    "--lines": "lines",
    "-w": "words",
    "--words": "words",
    "-c": "bytes",
    "--bytes": "bytes",
    "-m": "chars",
    "--chars": "chars",
}


def wc_program(argv, env):
    """Count lines, words, characters and bytes."""
    options, operands = read_options("wc", argv, WC_OPTIONS)
    if options is None:
        return 125
    wanted = [key for key in ("lines", "words", "chars", "bytes") if key in options]
    wanted = wanted or ["lines", "words", "bytes"]
    width = wc_width(operands or ["-"], len(wanted))
    status, totals = 0, dict.fromkeys(wanted, 0)
    for path in operands or ["-"]:
        fd = open_operand("wc", path)
        if fd is None:
            status = 1
            if not os.path.isdir(path):
                continue
            fd = os.open(os.devnull, os.O_RDONLY)
        counts = wc_counts(fd, wanted, is_utf8(env))
        os.close(fd)
        wc_print(counts, wanted, width, path if operands else None)
        for key in wanted:
            totals[key] += counts[key]
    if len(operands) > 1:
        wc_print(totals, wanted, width, "total")
    return status


def wc_counts(fd, wanted, utf8):
    """Count what is wanted in one file."""
    counts = dict.fromkeys(("lines", "words", "chars", "bytes"), 0)
    in_word = False
    while chunk := os.read(fd, 65536):
        counts["bytes"] += len(chunk)
        counts["lines"] += chunk.count(b"\n")
        marks = sum(0x80 <= byte < 0xC0 for byte in chunk) if utf8 else 0
        counts["chars"] += len(chunk) - marks
        if "words" in wanted:
            words = len(chunk.split())
            joined = in_word and not chunk[:1].isspace()
            counts["words"] += words - joined
            in_word = not chunk[-1:].isspace()
    return counts


def wc_width(paths, columns):
    """Compute the width of a column: that of the sum of all sizes."""
    if len(paths) == 1 and columns == 1:
        return 1
    least, total = 1, 0
    for path in paths:
        try:
            info = os.fstat(0) if path == "-" else os.stat(path)
        except OSError:
            continue
        if stat.S_ISREG(info.st_mode):
            total += info.st_size
        else:
            least = 7
    return max(least, len(str(total)))


def wc_print(counts, wanted, width, path):
    """Write one line of counts."""
    words = [str(counts[key]).rjust(width) for key in wanted]
    line = " ".join(words + ([] if path is None else [path]))
    write_all(1, os.fsencode(line + "\n"))
