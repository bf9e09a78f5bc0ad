import os

CAT_OPTIONS = {
    "-n": "number",
    "--number": "number",
    "-b": "number_filled",
    "--number-nonblank": "number_filled",
    "-s": "squeeze",
    "--squeeze-blank": "squeeze",
    "-E": "ends",
    "--show-ends": "ends",
    "-u": "unbuffered",
}


def cat_program(argv, env):
    """Copy files, or standard input, to standard output."""
    options, operands = read_options("cat", argv, CAT_OPTIONS)
    if options is None:
        return 125
    status, number, blanks, open_line = 0, 0, 0, False
    for path in operands or ["-"]:
        fd = open_operand("cat", path)
        if fd is None:
            status = 1
            continue
        if not options.keys() - {"unbuffered"}:
            while chunk := os.read(fd, 65536):
                write_all(1, chunk)
            os.close(fd)
            continue
        for line in read_lines(fd):
            blanks = blanks + 1 if line == b"\n" else 0
            if "squeeze" in options and blanks > 1:
                continue
            numbered = not blanks or "number_filled" not in options
            numbered = numbered and not open_line
            open_line = not line.endswith(b"\n")
            if numbered and options.keys() & {"number", "number_filled"}:
                number += 1
                line = b"%6d\t%s" % (number, line)
            if "ends" in options and not open_line:
                line = line[:-1] + b"$\n"
            write_all(1, line)
        os.close(fd)
    return status
