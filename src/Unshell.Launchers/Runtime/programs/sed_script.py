import re


class SedScript:
    """Reads the text of a sed script into a list of commands.

    A command is a dictionary with its letter, its addresses and its arguments; blocks
    are jumps over their commands. Raises ValueError for what is wrong,
    and LookupError for a label that is not there.
    """

    def __init__(self, text, extended, utf8):
        self.text, self.at, self.extended, self.utf8 = text, 0, extended, utf8
        self.commands, self.labels, blocks = [], {}, []
        while self.skip(" \t\n;") < len(self.text):
            command = {"addresses": self.addresses(), "negated": False}
            self.skip(" \t")
            while self.peek() == "!":
                command["negated"] = True
                self.at += 1
                self.skip(" \t")
            letter = command["letter"] = self.take()
            if letter == "}":
                if not blocks or command["addresses"]:
                    raise ValueError("unexpected `}'")
                blocks.pop()["target"] = len(self.commands)
                self.end()
            elif letter == ":":
                self.labels[self.label()] = len(self.commands)
            elif letter == "#":
                self.line()
            else:
                self.commands.append(command)
                if letter == "{":
                    blocks.append(command)
                else:
                    self.arguments(command)
        if blocks:
            raise ValueError("unmatched `{'")
        for command in self.commands:
            if command["letter"] in "btT":
                self.resolve(command)

    def peek(self):
        """The next character, or nothing at the end."""
        return self.text[self.at : self.at + 1]

    def take(self):
        """Step over the next character."""
        if self.at == len(self.text):
            raise ValueError("missing command")
        self.at += 1
        return self.text[self.at - 1]

    def skip(self, characters):
        """Step over these characters and return the position."""
        while self.peek() and self.peek() in characters:
            self.at += 1
        return self.at

    def line(self):
        """Take the rest of the line."""
        end = self.text.find("\n", self.at)
        end = len(self.text) if end < 0 else end
        found, self.at = self.text[self.at : end], end
        return found

    def number(self):
        """Take digits."""
        start = self.at
        if self.skip("0123456789") == start:
            raise ValueError("expected a number")
        return int(self.text[start : self.at])

    def end(self):
        """Make sure that a command ends here."""
        self.skip(" \t")
        if self.peek() not in ("", "\n", ";", "}", "#"):
            raise ValueError("extra characters after command")

    def label(self):
        """Take the name of a label."""
        self.skip(" \t")
        start = self.at
        while self.peek() and self.peek() not in " \t\n;":
            self.at += 1
        return self.text[start : self.at]

    def resolve(self, command):
        """Find where a jump goes."""
        name = command["label"]
        if name and name not in self.labels:
            raise LookupError(name)
        command["target"] = self.labels[name] if name else len(self.commands)

    def addresses(self):
        """Read no address, one, or two."""
        first = self.address()
        if first is None:
            return []
        self.skip(" \t")
        if self.peek() != ",":
            if first == ("line", 0):
                raise ValueError("invalid usage of line address 0")
            return [first]
        self.at += 1
        self.skip(" \t")
        sign = self.peek()
        if sign and sign in "+~":
            self.at += 1
            second = (sign, self.number())
        else:
            second = self.address()
        if second is None:
            raise ValueError("unexpected `,'")
        if first == ("line", 0) and second[0] != "regex":
            raise ValueError("invalid usage of line address 0")
        return [first, second]

    def address(self):
        """Read one address: a number, first~step, $ or a regular expression."""
        if self.peek().isdigit():
            first = self.number()
            if self.peek() != "~":
                return ("line", first)
            self.at += 1
            return ("step", first, self.number())
        if self.peek() == "$":
            self.at += 1
            return ("last",)
        if self.peek() not in ("/", "\\"):
            return None
        delimiter = self.take()
        if delimiter == "\\":
            delimiter = self.take()
        text = self.delimited(delimiter, True)
        start = self.at
        flags = self.text[start : self.skip("IM")]
        return ("regex", self.regex(text, flags))

    def regex(self, text, flags):
        """Compile a regular expression; None stands for the last one used."""
        if "M" in flags or "m" in flags:
            raise ValueError("cannot do flag M")
        if not text:
            return None
        ignore_case = "I" in flags or "i" in flags
        return PosixRegex(text, "sed", self.extended, ignore_case, self.utf8)

    def delimited(self, delimiter, is_regex):
        """Take the text before a delimiter, which a backslash makes ordinary."""
        parts, bracket = [], False
        while True:
            if self.at >= len(self.text):
                raise ValueError("unterminated command")
            char = self.take()
            if char == delimiter and not bracket:
                return "".join(parts)
            if char == "\\" and not bracket:
                escaped = self.take()
                special = "n" if is_regex else "&"
                plain = escaped == delimiter and escaped != special
                parts.append(escaped if plain else char + escaped)
                continue
            if char == "\n" and is_regex:
                raise ValueError("unterminated address regex or command")
            if is_regex and char == "[" and not bracket:
                start = re.compile(r"\^?\]?").match(self.text, self.at).end()
                if re.compile(r"([^]\[\n]|\[[^:.=]|\[([:.=]).*?\2\])*\]").match(
                    self.text, start
                ):
                    char += self.text[self.at : start]
                    self.at, bracket = start, True
            elif char == "[" and bracket and self.peek() and self.peek() in ":.=":
                close = self.text.find(self.peek() + "]", self.at + 1)
                char += self.text[self.at : close + 2]
                self.at = close + 2
            elif char == "]":
                bracket = False
            parts.append(char)

    def arguments(self, command):
        """Read what follows the letter of a command."""
        letter = command["letter"]
        if letter in "aic":
            command["text"] = self.added_text()
        elif letter in "btT":
            command["label"] = self.label()
        elif letter in "rw":
            self.skip(" \t")
            command["path"] = self.line()
            if not command["path"]:
                raise ValueError("missing filename in r/R/w/W commands")
        elif letter == "s":
            self.substitution(command)
        elif letter == "y":
            self.transliteration(command)
        elif letter in "qQ":
            self.skip(" \t")
            command["status"] = self.number() if self.peek().isdigit() else 0
            self.end()
        elif letter in "=dDgGhHnNpPxz":
            self.end()
        elif letter in "elFRWv":
            raise ValueError(f"cannot do command {letter}")
        else:
            raise ValueError(f"unknown command: `{letter}'")

    def added_text(self):
        """Read the text of a, i and c up to a line that no backslash continues."""
        self.skip(" \t")
        if not self.peek():
            raise ValueError("expected \\ after `a', `c' or `i'")
        if self.peek() == "\\":
            self.at += 1
            blanks = self.at
            if self.text[self.skip(" \t") :][:1] == "\n":
                self.at += 1
            else:
                self.at = blanks
                if self.peek() == "\\":
                    self.at += 1
            first = self.peek()
            if not first:
                return ""
            self.at += 1
            parts = [first] if first != "\\" else [self.take()]
        else:
            parts = []
        while self.peek() not in ("", "\n"):
            char = self.take()
            if char == "\\" and self.peek():
                char = sed_escape(self.take())
            parts.append(char)
        return "".join(parts) + "\n"

    def substitution(self, command):
        """Read the pattern, the replacement and the flags of s."""
        delimiter = self.take()
        if delimiter in "\n\\":
            raise ValueError("invalid delimiter of s")
        pattern = self.delimited(delimiter, True)
        replacement = self.delimited(delimiter, False)
        command |= {"global": False, "print": False, "count": 1, "path": None}
        flags = ""
        while (flag := self.peek()) not in ("", "\n", ";", "}", "#"):
            if flag == "w":
                self.at += 1
                self.skip(" \t")
                command["path"] = self.line()
            elif flag.isdigit():
                command["count"] = self.number()
                if not command["count"]:
                    raise ValueError("number option to `s' command may not be zero")
            elif flag in "gpIimMe \t":
                flags += self.take()
            else:
                raise ValueError("unknown option to `s'")
        if "e" in flags:
            raise ValueError("cannot do flag e")
        command["global"], command["print"] = "g" in flags, "p" in flags
        command["regex"] = self.regex(pattern, flags)
        command["replacement"] = sed_replacement(replacement)
        groups = [item for item in command["replacement"] if isinstance(item, int)]
        most = command["regex"].groups if command["regex"] else 9
        if groups and max(groups) > most:
            raise ValueError(f"invalid reference \\{max(groups)} on `s' command's RHS")

    def transliteration(self, command):
        """Read the two texts of y."""
        delimiter = self.take()
        sides = []
        for _ in range(2):
            text, chars = self.delimited(delimiter, False), []
            text = text.replace("\\&", "&") if delimiter == "&" else text
            marks = iter(text)
            for char in marks:
                if char == "\\":
                    following = next(marks)
                    if following not in "\\nt":
                        raise ValueError(f"cannot do \\{following} in y")
                    char = sed_escape(following)
                chars.append(char)
            sides.append(chars)
        if len(sides[0]) != len(sides[1]):
            raise ValueError("strings for `y' command are different lengths")
        command["table"] = {}
        for old, new in zip(*sides):
            command["table"].setdefault(ord(old), new)
        self.end()


def sed_escape(letter):
    """The character that an escape in a text stands for."""
    controls = {"a": "\a", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
    if letter in "cdox":
        raise ValueError(f"cannot do \\{letter}")
    return controls.get(letter, letter)


def sed_replacement(text):
    """Split a replacement into texts, group numbers and ("case", letter) pairs."""
    items, marks = [], iter(text)
    for char in marks:
        if char == "&":
            items.append(0)
        elif char != "\\":
            items.append(char)
        else:
            letter = next(marks)
            if letter.isdigit():
                items.append(int(letter))
            elif letter in "LUElu":
                items.append(("case", letter))
            else:
                items.append(sed_escape(letter))
    return items
