import os
import signal

trap_actions = {}
deferred_signals = []


def trap(name, action):
    """Set what happens on a signal or at the end; "" ignores it, None undoes it."""
    if not trap_hooks:
        trap_hooks.append(run_deferred_traps)
        after_child.append(run_deferred_traps)
        os.register_at_fork(after_in_child=reset_traps)
    trap_actions.pop(name, None)
    if action:
        trap_actions[name] = action
    if name != "EXIT":
        disposition = signal.SIG_DFL if action is None else signal.SIG_IGN
        number = signal_number(name)
        signal.signal(number, on_signal if action else disposition)


trap_hooks = []


def catch_ends():
    """bash runs the EXIT trap when a signal ends it, which dash does not."""
    for name in ("HUP", "INT", "USR1", "USR2", "ALRM", "TERM"):
        number = signal_number(name)
        if signal.getsignal(number) in (signal.SIG_DFL, end_by_signal):
            is_caught = "EXIT" in trap_actions
            signal.signal(number, end_by_signal if is_caught else signal.SIG_DFL)


def end_by_signal(number, frame):
    """Run the EXIT trap, then end as the signal would have ended the script."""
    action = trap_actions.pop("EXIT", None)
    try:
        if action:
            action()
    except SystemExit:
        pass
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
    # The first process of a container survives that.
    os._exit(128 + number)


def reset_traps():
    """A process of its own begins without traps; ignored signals stay ignored."""
    for name in trap_actions:
        if name != "EXIT":
            signal.signal(signal_number(name), signal.SIG_DFL)
    trap_actions.clear()
    deferred_signals.clear()


def on_signal(number, frame):
    """Run a trap: now, or behind the program that the script waits for."""
    while frame:
        if frame.f_code.co_name in ("wait_status", "wait_statuses", "deferring"):
            deferred_signals.append(number)
            return
        if frame.f_code.co_name in ("wait_one", "wait_next"):
            run_trap(number)
            raise SignalArrived(number)
        frame = frame.f_back
    run_trap(number)


def run_trap(number):
    """Run the action of a signal."""
    name = signal.Signals(number).name.removeprefix("SIG")
    if name in trap_actions:
        status = variables.get("?", "0")
        trap_actions[name]()
        variables["?"] = status


def run_deferred_traps():
    """Run the traps of signals that came while a program ran."""
    while deferred_signals:
        run_trap(deferred_signals.pop(0))


def deferring(program, *words):
    """Do a program's work in Python; as with a program, traps wait for its end."""
    status = program(*words)
    run_deferred_traps()
    return status


def run_with_traps(main):
    """Run the script; its EXIT trap comes last, however it ends."""
    try:
        status = main() or 0
    except SystemExit as end:
        status = end.code or 0
    action = trap_actions.pop("EXIT", None)
    if action:
        variables["?"] = str(status)
        try:
            action()
        except SystemExit as end:
            status = end.code or 0
    return status
