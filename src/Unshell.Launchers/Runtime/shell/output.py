import os
import re
import sys


def write(text, fd=1):
    """Write a text at once; 0, or 1 where that fails."""
    data = os.fsencode(text)
    try:
        while data:
            data = data[os.write(fd, data) :]
    except OSError as error:
        print(f"write error: {error.strerror}", file=sys.stderr, flush=True)
        return 1
    return 0


def echo(*words):
    """Write words as bash's echo does, with its options -n, -e and -E."""
    words = list(words)
    end, escapes = "\n", False
    while words and re.fullmatch("-[neE]+", words[0]):
        option = words.pop(0)
        end = "" if "n" in option else end
        for letter in option:
            escapes = {"e": True, "E": False}.get(letter, escapes)
    text = " ".join(words)
    if not escapes:
        return write(text + end)
    text, is_whole = unescaped(text)
    return write(text + (end if is_whole else ""))


def echo_escaped(*words):
    """Write words as dash's echo does, which knows -n and resolves backslashes."""
    is_bare = words[:1] == ("-n",)
    text, is_whole = unescaped(" ".join(words[is_bare:]))
    return write(text + ("\n" if is_whole and not is_bare else ""))


def unescaped(text):
    """Resolve the backslashes of echo and %b; whether no \\c ends the text."""
    pattern = r"\\(0[0-7]{0,3}|[1-7][0-7]{0,2}|x[0-9a-fA-F]{1,2}|.)|$"
    text, end, _ = text.partition("\\c") if ends_early(text) else (text, "", "")
    return re.sub(pattern, resolve_escape, text, flags=re.DOTALL), not end


def ends_early(text):
    """Whether \\c stands in a text, and not behind another backslash."""
    return re.match(r"(?:[^\\]|\\[^c])*\\c", text, re.DOTALL)


def resolve_escape(match):
    """One character for a backslash and what follows it."""
    code = match[1]
    if not code:
        return match[0]
    if code in ESCAPES and (IS_BASH or code != "E"):
        return ESCAPES[code]
    if code[0] in "01234567" and (code[0] == "0" or not IS_BASH):
        return os.fsdecode(bytes([int(code, 8) & 255]))
    if code[0] == "x" and len(code) > 1 and IS_BASH:
        return os.fsdecode(bytes([int(code[1:], 16)]))
    return match[0]


ESCAPES = {
    "a": "\a",
    "b": "\b",
    "e": "\033",
    "E": "\033",
    "f": "\f",
    "n": "\n",
    "r": "\r",
    "t": "\t",
    "v": "\v",
    "\\": "\\",
}
