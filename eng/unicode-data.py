#!/usr/bin/env python3
"""Writes what Python knows of Unicode into src/Unshell.Python/Unicode/Data; run it with the newest Python.

usage: unicode-data.py FOLDER [NAMES]        names.bin and normal.bin, and this version's line of printable.txt
       unicode-data.py --printable FOLDER    this version's line only; run it with every older Python

NAMES is a text that holds further names to ask for, since aliases cannot be listed: Unicode's NameAliases.txt or Perl's unicore/Name.pl.
Facts: the standard library's unicodedata, that is the Unicode Character Database (https://www.unicode.org/ucd/, Unicode License v3).
"""
import os
import re
import sys
import unicodedata
import zlib

EVERY = range(0x110000)
CJK = "CJK UNIFIED IDEOGRAPH-"


def ranges(points):
    found = []
    for point in points:
        if found and found[-1][1] == point - 1:
            found[-1][1] = point
        else:
            found.append([point, point])
    return ["%X" % first if first == last else "%X-%X" % (first, last) for first, last in found]


def names(further):
    """Lines NAME;CODE in the order of the names. Hangul syllables and CJK ideographs are left out but for a line with their ranges."""
    lines = {}
    ideographs = []
    for point in EVERY:
        name = unicodedata.name(chr(point), "")
        if name.startswith(CJK):
            ideographs.append(point)
        elif name and not name.startswith("HANGUL SYLLABLE "):
            lines[name] = point
    for name in further:
        try:
            character = unicodedata.lookup(name)
        except KeyError:
            continue
        known = unicodedata.name(character, "") if len(character) == 1 else CJK
        if not known.startswith((CJK, "HANGUL SYLLABLE ")):
            lines.setdefault(name, ord(character))
    return ["%s;%s" % (CJK, " ".join(ranges(ideographs)))] + ["%s;%X" % item for item in sorted(lines.items())]


def normal():
    """Lines `CODE>CODES` for full compatibility decompositions, `CODE CODE=CODE` for compositions, `CODE:CLASS` for combining classes."""
    lines = []
    for point in EVERY:
        character = chr(point)
        if 0xAC00 <= point <= 0xD7A3 or 0xD800 <= point <= 0xDFFF:
            continue
        apart = unicodedata.normalize("NFKD", character)
        if apart != character:
            lines.append("%X>%s" % (point, " ".join("%X" % ord(part) for part in apart)))
        if unicodedata.combining(character):
            lines.append("%X:%d" % (point, unicodedata.combining(character)))
        pair = unicodedata.decomposition(character).split()
        if len(pair) == 2 and "<" not in pair[0]:
            first, second = (chr(int(part, 16)) for part in pair)
            if unicodedata.normalize("NFC", first + second) == character:
                lines.append("%X %X=%X" % (ord(first), ord(second), point))
    return lines


def write_packed(path, lines):
    with open(path, "wb") as file:
        file.write(zlib.compress(("\n" + "\n".join(lines) + "\n").encode("ascii"), 9))


def write_printable(path):
    """Replaces this version's line: the minor version, then the ranges that str.isprintable accepts."""
    minor = sys.version_info[1]
    lines = {}
    if os.path.exists(path):
        with open(path, encoding="ascii") as file:
            lines = {int(line.split(" ", 1)[0]): line.strip() for line in file}
    lines[minor] = "%d %s" % (minor, " ".join(ranges(point for point in EVERY if chr(point).isprintable())))
    with open(path, "w", encoding="ascii", newline="\n") as file:
        file.writelines(lines[version] + "\n" for version in sorted(lines))


def main(arguments):
    if arguments[0] == "--printable":
        write_printable(os.path.join(arguments[1], "printable.txt"))
        return
    further = []
    if len(arguments) > 1:
        with open(arguments[1], encoding="utf-8", errors="replace") as file:
            further = re.findall(r"[A-Z][A-Z0-9 ()-]*[A-Z0-9)]", file.read())
    write_packed(os.path.join(arguments[0], "names.bin"), names(sorted(set(further))))
    write_packed(os.path.join(arguments[0], "normal.bin"), normal())
    write_printable(os.path.join(arguments[0], "printable.txt"))


main(sys.argv[1:])
