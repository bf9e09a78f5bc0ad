import os


class SedRun:
    """Runs a sed script over lines."""

    def __init__(self, script, options, utf8, outputs):
        self.commands, self.utf8, self.outputs = script.commands, utf8, outputs
        self.silent = "silent" in options
        self.end = b"\0" if "zero" in options else b"\n"
        self.mark = self.end.decode()
        self.space, self.hold, self.number = "", "", 0
        self.regex, self.ranges, self.added, self.open_line = None, {}, [], None
        self.lines, self.fd, self.next_line, self.ended = iter(()), 1, None, True

    def run(self, lines, fd):
        """Run over these lines and write to this descriptor; None, or exit status."""
        self.lines, self.fd, self.open_line = lines, fd, None
        self.next_line = next(lines, None)
        restart = False
        while restart or self.read():
            status, restart = self.cycle()
            if status is not None:
                return status
        return None

    def read(self):
        """Read the next line into the pattern space; false at the end."""
        if self.next_line is None:
            return False
        line, self.next_line = self.next_line, next(self.lines, None)
        self.ended = line.endswith(self.end)
        self.space = text_of(line.removesuffix(self.end), self.utf8)
        self.number += 1
        return True

    def write(self, text, ended=True):
        """Write a line; one that had no newline gets it when another follows."""
        data = bytes_of(text, self.utf8)
        missing, self.open_line = self.open_line, not ended
        write_all(self.fd, (self.end if missing else b"") + data)
        if ended:
            write_all(self.fd, self.end)

    def finish(self):
        """Write what ends a cycle: the pattern space and what was added behind it."""
        if not self.silent:
            self.write(self.space, self.ended)
        self.append()

    def append(self):
        """Write the texts of a and the files of r."""
        for kind, value in self.added:
            if kind == "file":
                if (data := sed_contents(value)) is None:
                    continue
            else:
                data = bytes_of(value, self.utf8)
            missing, self.open_line = self.open_line, False
            write_all(self.fd, (self.end if missing else b"") + data)
        self.added.clear()

    def matches(self, regex):
        """Whether the pattern space matches; None is the last expression used."""
        self.regex = regex or self.regex
        if self.regex is None:
            raise ValueError("no previous regular expression")
        return self.regex.search(self.space) is not None

    def is_at(self, address):
        """Whether an address is that of this line."""
        if address[0] == "line":
            return self.number == address[1]
        if address[0] == "last":
            return self.next_line is None
        if address[0] == "step":
            _, first, step = address
            if step == 0:
                return self.number == first
            return self.number >= first and (self.number - first) % step == 0
        return self.matches(address[1])

    def selects(self, index, command):
        """Whether a command is for this line."""
        addresses = command["addresses"]
        if len(addresses) < 2:
            return not addresses or self.is_at(addresses[0])
        first, second = addresses
        if index not in self.ranges:
            if first == ("line", 0) and self.number == 1:
                self.ranges[index] = None
            elif not self.is_at(first):
                return False
            else:
                return self.begin(index, second)
        last = self.ranges.get(index)
        if last is not None:
            if self.number >= last:
                del self.ranges[index]
            return self.number <= last
        if self.is_at(second):
            self.ranges.pop(index)
            if first == ("line", 0):
                command["addresses"] = [("line", 0)]
        return True

    def begin(self, index, second):
        """Begin a range at this line; it may be this line only."""
        last = None
        if second[0] == "line":
            last = second[1]
        elif second[0] == "+":
            last = self.number + second[1]
        elif second[0] == "~":
            step = second[1]
            last = (self.number // step + 1) * step if step else self.number
        if last is None and not (second[0] == "last" and self.next_line is None):
            self.ranges[index] = None
        elif last is not None and last > self.number:
            self.ranges[index] = last
        return True

    def cycle(self):
        """Run all commands once; the exit status or None, and whether D restarts."""
        at, replaced = 0, False
        while at < len(self.commands):
            command, index = self.commands[at], at
            at += 1
            letter = command["letter"]
            if self.selects(index, command) == command["negated"]:
                at = command["target"] if letter == "{" else at
                continue
            if letter == "s":
                replaced = self.substitute(command) or replaced
            elif letter == "b" or (letter in "tT" and replaced == (letter == "t")):
                at, replaced = command["target"], replaced and letter == "b"
            elif letter == "T":
                replaced = False
            elif letter in "dD":
                _, newline, rest = self.space.partition(self.mark)
                if letter == "d" or not newline:
                    self.append()
                    return None, False
                self.space = rest
                self.append()
                return None, True
            elif letter == "c":
                if index not in self.ranges or command["negated"]:
                    self.write_text(command["text"])
                self.append()
                return None, False
            elif letter in "qQ":
                if letter == "q":
                    self.finish()
                return command["status"], False
            elif letter in "nN":
                if self.next_line is None:
                    self.finish()
                    return 0, False
                self.advance(letter)
            else:
                self.simple(letter, command)
        self.finish()
        return None, False

    def advance(self, letter):
        """Do n or N: read the next line, in place of this one or behind it."""
        if letter == "n":
            self.finish()
            self.read()
        else:
            before = self.space
            self.append()
            self.read()
            self.space = before + self.mark + self.space

    def simple(self, letter, command):
        """Do a command that changes nothing about the order of commands."""
        if letter == "p":
            self.write(self.space, self.ended)
        elif letter == "P":
            self.write(self.space.partition(self.mark)[0])
        elif letter == "=":
            self.write_text(f"{self.number}\n")
        elif letter == "a":
            self.added.append(("text", command["text"]))
        elif letter == "r":
            self.added.append(("file", command["path"]))
        elif letter == "i":
            self.write_text(command["text"])
        elif letter == "w":
            self.write_file(command["path"])
        elif letter == "y":
            self.space = self.space.translate(command["table"])
        elif letter == "g":
            self.space = self.hold
        elif letter == "G":
            self.space += self.mark + self.hold
        elif letter == "h":
            self.hold = self.space
        elif letter == "H":
            self.hold += self.mark + self.space
        elif letter == "x":
            self.space, self.hold = self.hold, self.space
        elif letter == "z":
            self.space = ""

    def write_text(self, text):
        """Write text that has its own newline."""
        if text:
            missing, self.open_line = self.open_line, False
            data = bytes_of(text, self.utf8)
            write_all(self.fd, (self.end if missing else b"") + data)

    def write_file(self, path):
        """Write the pattern space to a file of w."""
        if path == "/dev/stdout":
            self.write(self.space, self.ended)
        else:
            data = bytes_of(self.space, self.utf8)
            write_all(self.outputs[path], data + self.end)

    def substitute(self, command):
        """Do s; return whether anything was replaced."""
        self.regex = command["regex"] or self.regex
        if self.regex is None:
            raise ValueError("no previous regular expression")
        parts, at, copied, count, last = [], 0, 0, 0, -1
        text = self.space
        while at <= len(text) and (found := self.regex.search(text, at)):
            start, end = found.span()
            at = end if end > start else end + 1
            if start == end == last:
                continue
            count, last = count + 1, end
            if count >= command["count"]:
                parts += [text[copied:start], sed_filled(command["replacement"], found)]
                copied = end
                if not command["global"]:
                    break
        if not parts:
            return False
        self.space = "".join(parts) + text[copied:]
        if command["print"]:
            self.write(self.space, self.ended)
        if command["path"]:
            self.write_file(command["path"])
        return True


def sed_filled(items, found):
    """Fill a replacement with the groups of a match; change case where asked for."""
    parts, case, once = [], "E", ""
    for item in items:
        if isinstance(item, tuple):
            if item[1] in "lu":
                once = item[1]
            else:
                case, once = item[1], ""
            continue
        text = (found[item] or "") if isinstance(item, int) else item
        text = {"U": text.upper(), "L": text.lower()}.get(case, text)
        if once and text:
            first = text[0].upper() if once == "u" else text[0].lower()
            text, once = first + text[1:], ""
        parts.append(text)
    return "".join(parts)


def sed_contents(path):
    """What is in a file of r; None if it cannot be read."""
    try:
        fd = os.dup(0) if path == "/dev/stdin" else os.open(path, os.O_RDONLY)
        data = read_all(fd)
        os.close(fd)
    except OSError:
        return None
    return data
