import re


class PosixRegex:
    """A basic or extended regular expression, matched leftmost and longest.

    The dialect (grep, sed or awk) says which escapes there are besides the standard's.
    Raises ValueError for what is wrong, or cannot be done.
    """

    def __init__(self, text, dialect, extended, ignore_case=False, utf8=True):
        self.text, self.at, self.dialect = text, 0, dialect
        self.extended, self.utf8 = extended, utf8
        self.flags = re.DOTALL | (re.IGNORECASE if ignore_case else 0)
        self.flags |= 0 if utf8 else re.ASCII
        self.groups, self.closed, self.uncertain, self.refers = 0, [], 0, False
        self.tree = self.alternatives(0)
        if self.at < len(text):
            raise ValueError("Unmatched ) or \\)")
        if self.refers and self.uncertain > 1 and "alt" in str(self.tree):
            raise ValueError("cannot do \\1 together with alternatives")
        self.pattern = regex_python(self.tree)
        self.compiled = re.compile(self.pattern, self.flags)

    def search(self, text, start=0):
        """Find the longest of the leftmost matches; it is one of Python's re."""
        found = self.compiled.search(text, start)
        if found is None or self.uncertain < 2 or self.refers:
            return found
        ends = regex_ends(self.tree, text, {found.start()}, self.flags)
        if max(ends) == found.end():
            return found
        tail = re.escape(text[max(ends) :])
        longest = re.compile(f"(?:{self.pattern})(?={tail}\\Z)", self.flags)
        return longest.match(text, found.start())

    def token(self, *tokens):
        """Step over one of these texts and return it, or return None."""
        for token in tokens:
            if self.text.startswith(token, self.at):
                self.at += len(token)
                return token
        return None

    def alternatives(self, depth):
        """Read alternatives up to the end or a closing parenthesis."""
        bar = "|" if self.extended else "\\|"
        found = [self.sequence(depth)]
        while self.token(bar):
            found.append(self.sequence(depth))
        if len(found) == 1:
            return found[0]
        self.uncertain += 2
        if all(item[0] == "one" for branch in found for item in branch[1]):
            found.sort(key=lambda branch: -len(branch[1]))
        return ("alt", found)

    def sequence(self, depth):
        """Read what follows one another, up to a bar or a closing parenthesis."""
        bar, close = ("|", ")") if self.extended else ("\\|", "\\)")
        items = []
        while self.at < len(self.text):
            rest = self.text[self.at :]
            if rest.startswith(bar) or (rest.startswith(close) and depth):
                break
            if rest.startswith(close) and (not self.extended or self.dialect != "grep"):
                raise ValueError(f"Unmatched ( or {close}")
            star = self.extended or (items and items[-1] != ("here", "^"))
            item = self.anchor(items, bar, close) or self.atom(depth, items, star)
            items.append(self.repeats(item))
        return ("cat", items)

    def anchor(self, items, bar, close):
        """Read ^ or $ where they are anchors."""
        rest = self.text[self.at + 1 :]
        if self.text[self.at] == "^" and (self.extended or not items):
            self.at += 1
            return ("here", "^")
        ends = self.extended or not rest or rest.startswith((bar, close))
        if self.text[self.at] == "$" and ends:
            self.at += 1
            return ("here", "\\Z")
        return None

    def repeats(self, item):
        """Read the repetitions behind an item."""
        marks = "* + ? {" if self.extended else "* \\+ \\? \\{"
        if item == ("here", "^") and not self.extended:
            return item
        while mark := self.token(*marks.split()):
            if item[0] == "repeat" and self.dialect == "sed":
                raise ValueError("Invalid preceding regular expression")
            low, high = {"*": (0, None), "+": (1, None)}.get(mark[-1], (0, 1))
            if mark[-1] == "{":
                close = "}" if self.extended else "\\}"
                bounds = re.compile(r"(\d*)(,?)(\d*)" + re.escape(close))
                found = bounds.match(self.text, self.at)
                if found is None or not (found[1] or found[2]):
                    raise ValueError("Invalid content of \\{\\}")
                if self.dialect == "awk":
                    raise ValueError("cannot do {} in awk")
                self.at = found.end()
                low = int(found[1] or 0)
                high = int(found[3]) if found[3] else (None if found[2] else low)
                if high is not None and high < low:
                    raise ValueError("Invalid content of \\{\\}")
            self.uncertain += 1 if item[0] == "one" else 2
            item = ("repeat", item, low, high)
        return item

    def atom(self, depth, items, star):
        """Read a character, a bracket expression, a group or an escape."""
        char = self.text[self.at]
        self.at += 1
        if char == "[":
            found, self.at = regex_bracket(self.text, self.at, self.dialect, self.utf8)
            return ("one", found)
        if char == ".":
            return ("one", r"[^\udc80-\udcff]" if self.utf8 else ".")
        if char == "(" and self.extended:
            return self.group(depth, ")")
        if char == "\\":
            return self.escape(depth)
        if self.extended and char in "*+?{" and (char != "{" or self.dialect != "grep"):
            raise ValueError("Invalid preceding regular expression")
        return ("one", re.escape(char))

    def group(self, depth, close):
        """Read a group behind its opening parenthesis."""
        self.groups += 1
        number = self.groups
        inner = self.alternatives(depth + 1)
        if not self.token(close):
            raise ValueError("Unmatched ( or \\(")
        self.closed.append(number)
        return ("group", inner)

    def escape(self, depth):
        """Read what a backslash stands before."""
        if self.at >= len(self.text):
            raise ValueError("Trailing backslash")
        letter = self.text[self.at]
        self.at += 1
        if letter == "(" and not self.extended:
            return self.group(depth, "\\)")
        if letter == "{" and not self.extended:
            raise ValueError("Invalid preceding regular expression")
        if letter.isdigit() and self.dialect != "awk":
            if int(letter) not in self.closed:
                raise ValueError("Invalid back reference")
            self.refers = True
            return ("back", f"\\{letter}")
        controls = {"a": "\a", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
        if letter in controls and self.dialect != "grep":
            return ("one", re.escape(controls[letter]))
        places = {"b": r"\b", "B": r"\B", "<": r"\b(?=\w)", ">": r"\b(?<=\w)"}
        places |= {"`": r"\A", "'": r"\Z"}
        if self.dialect != "awk":
            if letter in "wWsS":
                return ("one", "\\" + letter)
            if letter in places:
                return ("here", places[letter])
        if letter.isalnum() or (letter in "<>`'" and self.dialect == "awk"):
            raise ValueError(f"cannot do \\{letter}")
        return ("one", re.escape(letter))


def regex_python(node):
    """Write a tree as a pattern for Python's re."""
    kind, value = node[0], node[1]
    if kind == "cat":
        return "".join(map(regex_python, value))
    if kind == "alt":
        return f"(?:{'|'.join(map(regex_python, value))})"
    if kind == "group":
        return f"({regex_python(value)})"
    if kind == "repeat":
        low, high = node[2], "" if node[3] is None else node[3]
        return f"(?:{regex_python(value)}){{{low},{high}}}"
    return f"(?:{value})" if kind == "back" else value


def regex_ends(node, text, starts, flags):
    """Find all positions where a match can end that begins at one of these."""
    kind, value = node[0], node[1]
    if kind == "cat":
        for item in value:
            starts = regex_ends(item, text, starts, flags)
        return starts
    if kind == "alt":
        return set().union(*(regex_ends(each, text, starts, flags) for each in value))
    if kind == "group":
        return regex_ends(value, text, starts, flags)
    if kind == "repeat":
        _, _, low, high = node
        for _ in range(low):
            starts = regex_ends(value, text, starts, flags)
        found, count = set(starts), low
        while starts and (high is None or count < high):
            starts = regex_ends(value, text, starts, flags) - found
            found |= starts
            count += 1
        return found
    matches = [re.compile(value, flags).match(text, start) for start in starts]
    return {match.end() for match in matches if match}
