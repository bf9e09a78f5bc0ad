import os

SYNC_OPTIONS = {}


def sync_program(argv, env):
    """Write cached data to disk."""
    options, operands = read_options("sync", argv, SYNC_OPTIONS)
    if options is None:
        return 125
    if operands:
        complain("sync", "cannot sync single files without the real program")
        return 125
    os.sync()
    return 0
