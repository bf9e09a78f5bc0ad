import binascii
import os

BASE64_OPTIONS = {
    "-d": "decode",
    "--decode": "decode",
    "-i": "ignore_garbage",
    "--ignore-garbage": "ignore_garbage",
    "-w": "wrap=",
    "--wrap": "wrap=",
}


def base64_program(argv, env):
    """Encode or decode base64."""
    options, operands = read_options("base64", argv, BASE64_OPTIONS)
    if options is None:
        return 125
    if len(operands) > 1:
        return extra_operand("base64", operands[1])
    width = options.get("wrap", "76")
    if not (width.isascii() and width.isdigit()):
        complain("base64", f"invalid wrap size: {quoted_name(width)}")
        return 1
    fd = open_operand("base64", operands[0] if operands else "-")
    if fd is None:
        return 1
    data = read_all(fd)
    os.close(fd)
    if "decode" in options:
        return base64_decode(data, "ignore_garbage" in options)
    text = binascii.b2a_base64(data, newline=False)
    size = int(width) or max(1, len(text))
    lines = [text[at : at + size] for at in range(0, len(text), size)]
    end = b"\n" if int(width) else b""
    write_all(1, b"".join(line + end for line in lines))
    return 0


def base64_decode(data, ignore_garbage):
    """Write what base64 stands for, up to the first error."""
    letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
    if ignore_garbage:
        data = bytes(byte for byte in data if byte in letters)
    data = data.replace(b"\n", b"")
    decoded = b""
    for at in range(0, len(data), 4):
        group = data[at : at + 4]
        body = group.rstrip(b"=")
        good = all(byte in letters[:64] for byte in body)
        if not good or len(group) < 4 or len(body) < 2:
            usable = b""
            for byte in group:
                if byte not in letters[:64]:
                    break
                usable += bytes([byte])
            if len(usable) > 1:
                whole = usable + b"A" * (4 - len(usable))
                decoded += binascii.a2b_base64(whole)[: len(usable) * 6 // 8]
            write_all(1, decoded)
            complain("base64", "invalid input")
            return 1
        decoded += binascii.a2b_base64(group)
    write_all(1, decoded)
    return 0
