import os
import signal

TINI_OPTIONS = {
    "-g": "group",
    "-s": "subreaper",
    "-w": "warn",
    "-v": "verbose",
}
DUMB_INIT_OPTIONS = {
    "-c": "single_child",
    "--single-child": "single_child",
    "-v": "verbose",
    "--verbose": "verbose",
}


def tini_program(argv, env):
    """Run a program as init would: pass signals on and clear away its orphans."""
    options, operands = read_options("tini", argv, TINI_OPTIONS, permute=False)
    if options is None:
        return 125
    if not operands:
        return missing_operand("tini", operands)
    return init_run(operands, env, "group" in options)


def dumb_init_program(argv, env):
    """Run a program as init would; signals go to its whole session."""
    options, operands = read_options(
        "dumb-init", argv, DUMB_INIT_OPTIONS, permute=False
    )
    if options is None:
        return 125
    if not operands:
        return missing_operand("dumb-init", operands)
    return init_run(operands, env, "single_child" not in options)


def init_run(argv, env, to_group):
    """Run a program and pass signals on to it, or to its process group."""

    def start():
        if to_group:
            os.setsid()
        exec_program(argv, env)

    child = fork(start)

    def pass_on(number, frame):
        try:
            (os.killpg if to_group else os.kill)(child, number)
        except ProcessLookupError:
            pass  # it has just ended

    names = "HUP INT QUIT TERM USR1 USR2 WINCH CONT"
    for name in names.split():
        signal.signal(getattr(signal, f"SIG{name}"), pass_on)
    return wait_status(child)
