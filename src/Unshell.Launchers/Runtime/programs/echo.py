import os
import re


def echo_program(argv, env):
    """Write the arguments, as the program echo does where a shell has no part in it."""
    words, escapes, end = list(argv), False, "\n"
    while words and re.fullmatch(r"-[neE]+", words[0]):
        letters = words.pop(0)[1:]
        end = "" if "n" in letters else end
        for letter in letters.replace("n", ""):
            escapes = letter == "e"
    data = os.fsencode(" ".join(words))
    if not escapes:
        write_all(1, data + end.encode())
        return 0
    controls = dict(zip(b"abefnrtv\\", b"\a\b\x1b\f\n\r\t\v\\"))

    def character(match):
        if match[1]:
            return bytes([int(match[1], 8) & 255])
        if match[2]:
            return bytes([int(match[2], 16)])
        code = controls.get(match[3][0])
        return match[0] if code is None else bytes([code])

    pattern = rb"\\(?:0([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|(.))"
    found = re.search(rb"(?:[^\\]|\\[^c])*?\\c", data, re.DOTALL)
    if found and found.start() == 0:
        write_all(1, re.sub(pattern, character, found[0][:-2], flags=re.DOTALL))
        return 0
    write_all(1, re.sub(pattern, character, data, flags=re.DOTALL) + end.encode())
    return 0
