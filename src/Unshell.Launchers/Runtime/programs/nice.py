import os

NICE_OPTIONS = {
    "-n": "adjustment=",
    "--adjustment": "adjustment=",
    "-NUM": "adjustment=",
}


def nice_program(argv, env):
    """Run a program with another priority."""
    options, operands = read_options("nice", argv, NICE_OPTIONS, permute=False)
    if options is None:
        return 125
    text = options.get("adjustment", "10")
    digits = text.lstrip("+-")
    if not (digits.isascii() and digits.isdigit()) or len(text) > len(digits) + 1:
        complain("nice", f"invalid adjustment {quoted_name(text)}")
        return 125
    if not operands:
        if options:
            complain("nice", "a command must be given with an adjustment")
            return 125
        write_all(1, b"%d\n" % os.nice(0))
        return 0

    def adjust():
        try:
            os.nice(int(text))
        except OSError as error:
            complain("nice", f"cannot set niceness: {os.strerror(error.errno)}")

        exec_program(operands, env)

    return wait_status(fork(adjust))
