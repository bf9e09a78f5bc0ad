import base64
import os


def openssl_program(argv, env):
    """Write random bytes: rand -hex N and rand -base64 N."""
    words = list(argv[1:])
    output = None
    if "-out" in words[:-1]:
        at = words.index("-out")
        output = words[at + 1]
        del words[at : at + 2]
    known = [word for word in words if word in ("-hex", "-base64")]
    counts = [word for word in words if word.isascii() and word.isdigit()]
    if argv[:1] != ["rand"] or len(counts) != 1 or len(known) + 1 != len(words):
        complain("openssl", "cannot do this without the real program")
        return 125
    if int(counts[0]) == 0:
        complain("openssl", "a number of bytes above 0 is needed")
        return 1
    data = os.urandom(int(counts[0]))
    if "-hex" in known:
        data = data.hex().encode() + b"\n"
    elif "-base64" in known:
        text = base64.b64encode(data)
        lines = [text[at : at + 64] + b"\n" for at in range(0, len(text), 64)]
        data = b"".join(lines)
    if output is None:
        write_all(1, data)
        return 0
    try:
        fd = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    except OSError as error:
        complain_of("openssl", output, error)
        return 1
    write_all(fd, data)
    os.close(fd)
    return 0
