import os
import signal
import time

TIMEOUT_OPTIONS = {
    "-s": "signal=",
    "--signal": "signal=",
    "-k": "kill_after=",
    "--kill-after": "kill_after=",
    "--preserve-status": "preserve",
    "--foreground": "foreground",
    "-v": "verbose",
    "--verbose": "verbose",
}


def timeout_signal(text):
    """Read a signal's name or number; None if there is none such."""
    if text.isascii() and text.isdigit():
        return int(text)
    name = "SIG" + text.upper().removeprefix("SIG")
    return getattr(signal, name, None) if name.isalnum() else None


def timeout_program(argv, env):
    """Run a program and end it after some time."""
    options, operands = read_options("timeout", argv, TIMEOUT_OPTIONS, permute=False)
    if options is None:
        return 125
    if len(operands) < 2:
        missing_operand("timeout", operands)
        return 125
    number = timeout_signal(options.get("signal", "TERM"))
    limit = duration_seconds(operands[0])
    kill_after = duration_seconds(options.get("kill_after", "0"))
    if number is None or limit is None or kill_after is None:
        complain("timeout", "invalid signal or time interval")
        return 125
    own_group = "foreground" not in options
    pid = fork(lambda: timeout_start(operands[1:], env, own_group))
    if own_group:
        timeout_group(pid)
    status, expired = wait_until(pid, limit), False
    if status is None:
        expired = True
        timeout_kill(pid, number, operands[1], options)
        status = wait_until(pid, kill_after)
        if status is None and kill_after:
            timeout_kill(pid, signal.SIGKILL, operands[1], options)
            number = signal.SIGKILL
    if status is None:
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    status = status if status >= 0 else 128 - status
    if expired and number == signal.SIGKILL:
        return 137
    return 124 if expired and "preserve" not in options else status


def timeout_kill(pid, number, name, options):
    """Send a signal to the program and, if it has its own, its process group."""
    if "verbose" in options:
        label = signal.Signals(number).name.removeprefix("SIG")
        complain("timeout", f"sending signal {label} to command {quoted_name(name)}")
    send = os.kill if "foreground" in options else os.killpg
    send(pid, number)
    if number not in (signal.SIGKILL, signal.SIGCONT):
        send(pid, signal.SIGCONT)


def timeout_start(argv, env, own_group):
    """Become the program, in a process group of its own."""
    if own_group:
        os.setpgid(0, 0)
    exec_program(argv, env)


def timeout_group(pid):
    """Put a child into a process group of its own, whoever comes first."""
    try:
        os.setpgid(pid, pid)
    except OSError:
        pass  # it did so itself, and has become another program since


def wait_until(pid, seconds):
    """Wait for a child at most so long (0 for ever); its status or None."""
    end = time.monotonic() + seconds
    pause = 0.001
    while True:
        done, status = os.waitpid(pid, 0 if seconds == 0 else os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() >= end:
            return None
        time.sleep(min(pause, max(0, end - time.monotonic())))
        pause = min(pause * 2, 0.05)
