import os

NPROC_OPTIONS = {
    "--all": "all",
    "--ignore": "ignore=",
}


def nproc_program(argv, env):
    """Write the number of processors."""
    options, operands = read_options("nproc", argv, NPROC_OPTIONS)
    if options is None:
        return 125
    if operands:
        return extra_operand("nproc", operands[0])
    ignored = options.get("ignore", "0")
    if not (ignored.isascii() and ignored.isdigit()):
        complain("nproc", f"invalid number to ignore: {quoted_name(ignored)}")
        return 1
    if "all" in options:
        count = os.sysconf("SC_NPROCESSORS_CONF")
    else:
        count = len(os.sched_getaffinity(0))
        wanted = env.get("OMP_NUM_THREADS", "").split(",")[0].strip()
        count = int(wanted) if wanted.isdigit() and int(wanted) else count
        limit = env.get("OMP_THREAD_LIMIT", "").strip()
        count = min(count, int(limit)) if limit.isdigit() and int(limit) else count
    write_all(1, b"%d\n" % max(1, count - int(ignored)))
    return 0
