import os
import re
import signal

PGREP_OPTIONS = {
    "-f": "full",
    "--full": "full",
    "-x": "exact",
    "--exact": "exact",
    "-u": "user=",
    "--euid": "user=",
    "-l": "list_name",
    "--list-name": "list_name",
    "-c": "count",
    "--count": "count",
    "-o": "oldest",
    "--oldest": "oldest",
    "-n": "newest",
    "--newest": "newest",
}
PKILL_OPTIONS = {
    "-f": "full",
    "--full": "full",
    "-x": "exact",
    "--exact": "exact",
    "-u": "user=",
    "--euid": "user=",
    "--signal": "signal=",
    "-o": "oldest",
    "--oldest": "oldest",
    "-n": "newest",
    "--newest": "newest",
}
PIDOF_OPTIONS = {
    "-s": "single",
    "-x": "scripts",
}


def pgrep_program(argv, env):
    """Write the ids of processes whose name or command line matches."""
    options, operands = read_options("pgrep", argv, PGREP_OPTIONS)
    if options is None:
        return 125
    found = matching_processes("pgrep", options, operands)
    if isinstance(found, int):
        return found
    lines = [f"{pid} {name}" if "list_name" in options else pid for pid, name in found]
    if "count" in options:
        lines = [str(len(found))]
    write_all(1, os.fsencode("".join(f"{line}\n" for line in lines)))
    return 0 if found else 1


def pkill_program(argv, env):
    """Send a signal to processes whose name or command line matches."""
    words, number = list(argv), signal.SIGTERM
    first = words[0][1:] if words and words[0][:1] == "-" else ""
    if len(first) > 1 and first.isalnum() and timeout_signal(first) is not None:
        number = timeout_signal(words.pop(0)[1:])
    elif first.isdigit():
        number = int(words.pop(0)[1:])
    options, operands = read_options("pkill", words, PKILL_OPTIONS)
    if options is None:
        return 125
    if "signal" in options:
        number = timeout_signal(options["signal"])
    if number is None:
        complain("pkill", f"unknown signal {options['signal']}")
        return 2
    found = matching_processes("pkill", options, operands)
    if isinstance(found, int):
        return found
    sent = 0
    for pid, _ in found:
        try:
            os.kill(int(pid), number)
            sent += 1
        except ProcessLookupError:
            pass  # it has just ended
        except PermissionError as error:
            complain_of("pkill", f"killing pid {pid} failed", error)
    return 0 if sent else 1


def pidof_program(argv, env):
    """Write the ids of the processes that run a program."""
    options, operands = read_options("pidof", argv, PIDOF_OPTIONS)
    if options is None:
        return 125
    found = []
    for name in operands:
        for process in reversed(all_processes()):
            words = process["words"]
            programs_named = words[:2] if "scripts" in options else words[:1]
            if any(name in (word, last_component(word)) for word in programs_named):
                found.append(process["pid"])
    found = found[:1] if "single" in options else found
    write_all(1, os.fsencode(" ".join(found) + "\n") if found else b"")
    return 0 if found else 1


def matching_processes(name, options, operands):
    """The ids and names of the processes that match; an exit status for an error."""
    if len(operands) != 1 and not ("user" in options and not operands):
        complain(name, "one pattern is needed")
        return 2
    uid = user_id(options["user"]) if "user" in options else None
    if "user" in options and uid is None:
        complain(name, f"invalid user name: {options['user']}")
        return 2
    try:
        text = operands[0] if operands else ""
        regex = PosixRegex(text, "grep", True)
    except ValueError as error:
        complain(name, str(error))
        return 125 if "cannot do" in str(error) else 2
    found = []
    for process in all_processes():
        subject = " ".join(process["words"]) if "full" in options else process["name"]
        match = regex.search(subject or process["name"])
        if match and "exact" in options:
            whole = f"(?:{regex.pattern})"
            match = re.fullmatch(whole, subject or process["name"], regex.flags)
        if match and uid in (None, process["uid"]):
            found.append((process["pid"], process["name"]))
    if "oldest" in options:
        return found[:1]
    return found[-1:] if "newest" in options else found


def all_processes():
    """What runs, oldest first, without this process and what it is a fork of."""
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/cmdline", "rb") as file:
                words = [os.fsdecode(word) for word in file.read().split(b"\0")]
            with open(f"/proc/{pid}/stat", "rb") as file:
                fields = os.fsdecode(file.read())
            uid = os.stat(f"/proc/{pid}").st_uid
        except OSError:
            continue
        name, _, rest = fields.partition("(")[2].rpartition(")")
        start = int(rest.split()[19])
        process = {"pid": pid, "name": name, "words": words[:-1], "uid": uid}
        found.append((start, int(pid), rest.split()[1], process))
    found.sort(key=lambda row: row[:2])
    known = {row[1]: row for row in found}
    own, words = os.getpid(), None
    hidden = set()
    while own in known and words in (None, known[own][3]["words"]):
        words = known[own][3]["words"]
        hidden.add(own)
        own = int(known[own][2])
    return [row[3] for row in found if row[1] not in hidden]
