import os

UNIQ_OPTIONS = {
    "-c": "count",
    "--count": "count",
    "-d": "repeated",
    "--repeated": "repeated",
    "-u": "unique",
    "--unique": "unique",
    "-i": "ignore_case",
    "--ignore-case": "ignore_case",
    "-f": "fields=",
    "--skip-fields": "fields=",
    "-s": "chars=",
    "--skip-chars": "chars=",
    "-w": "width=",
    "--check-chars": "width=",
}


def uniq_program(argv, env):
    """Write one of each run of equal lines."""
    options, operands = read_options("uniq", argv, UNIQ_OPTIONS)
    if options is None:
        return 125
    if len(operands) > 2:
        return extra_operand("uniq", operands[2])
    for key in ("fields", "chars", "width"):
        if not options.get(key, "0").isdigit():
            complain("uniq", f"{options[key]}: invalid number")
            return 1
    if operands == []:
        operands = ["-"]
    fd, output = open_operand("uniq", operands[0]), 1
    if fd is None:
        return 1
    if len(operands) == 2 and operands[1] != "-":
        try:
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
            output = os.open(operands[1], flags, 0o666)
        except OSError as error:
            complain_of("uniq", operands[1], error)
            return 1
    group, group_key, count = None, None, 0
    for line in read_lines(fd):
        line = line.removesuffix(b"\n")
        key = uniq_key(line, options)
        if group is not None and key == group_key:
            count += 1
            continue
        uniq_write(output, group, count, options)
        group, group_key, count = line, key, 1
    uniq_write(output, group, count, options)
    os.close(fd)
    if output != 1:
        os.close(output)
    return 0


def uniq_key(line, options):
    """The part of a line that is compared."""
    at = 0
    for _ in range(int(options.get("fields", 0))):
        while at < len(line) and line[at : at + 1] in b" \t":
            at += 1
        while at < len(line) and line[at : at + 1] not in b" \t":
            at += 1
    at += int(options.get("chars", 0))
    end = at + int(options["width"]) if "width" in options else None
    return line[at:end].upper() if "ignore_case" in options else line[at:end]


def uniq_write(output, line, count, options):
    """Write the line of a group, if groups of this size are asked for."""
    wanted = count == 1 if "unique" in options else True
    wanted = wanted and (count > 1 or "repeated" not in options)
    if line is not None and wanted:
        start = b"%7d " % count if "count" in options else b""
        write_all(output, start + line + b"\n")
