import os
import signal

NOHUP_OPTIONS = {}


def nohup_program(argv, env):
    """Run a program that a hang-up does not end."""
    options, operands = read_options("nohup", argv, NOHUP_OPTIONS, permute=False)
    if options is None:
        return 125
    if not operands:
        missing_operand("nohup", operands)
        return 125
    if os.isatty(0) or os.isatty(1) or os.isatty(2):
        complain("nohup", "cannot run on a terminal without the real program")
        return 125
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        return call_program(operands, env)
    finally:
        signal.signal(signal.SIGHUP, before)
