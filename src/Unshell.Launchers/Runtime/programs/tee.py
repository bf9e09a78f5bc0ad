import os
import signal

TEE_OPTIONS = {
    "-a": "append",
    "--append": "append",
    "-i": "ignore_interrupts",
    "--ignore-interrupts": "ignore_interrupts",
}


def tee_program(argv, env):
    """Copy standard input to standard output and to files."""
    options, operands = read_options("tee", argv, TEE_OPTIONS)
    if options is None:
        return 125
    status, outputs = 0, [("standard output", 1)]
    flags = os.O_WRONLY | os.O_CREAT
    flags |= os.O_APPEND if "append" in options else os.O_TRUNC
    for path in operands:
        try:
            outputs.append((path, os.open(path, flags, 0o666)))
        except OSError as error:
            complain_of("tee", path, error)
            status = 1
    before = None
    if "ignore_interrupts" in options:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    while chunk := os.read(0, 65536):
        for output in list(outputs):
            try:
                write_all(output[1], chunk)
            except OSError as error:
                complain_of("tee", output[0], error)
                outputs.remove(output)
                status = 1
    for _, fd in outputs:
        if fd != 1:
            os.close(fd)
    if before is not None:
        signal.signal(signal.SIGINT, before)
    return status
