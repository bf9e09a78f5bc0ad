import os
import re


def write_escaped(text):
    """Write a line as dash's echo does, which resolves backslashes."""
    line = re.sub(r"\\(0[0-7]{0,3}|[1-7][0-7]{0,2}|[abcefnrtv\\])", escape_value, text)
    line, stop, _ = line.partition("\ud800")
    return write(line if stop else line + "\n")


def escape_value(match):
    """What a backslash and a letter or an octal number stand for; \\c ends the text."""
    marks = dict(zip("abcefnrtv\\", "\a\b\ud800\033\f\n\r\t\v\\"))
    return marks.get(match[1]) or os.fsdecode(bytes([int(match[1], 8) & 255]))
