import math
import os
import re
import stat
import time

FIND_WITH_ARGUMENT = {
    "-name": "name",
    "-iname": "name",
    "-path": "path",
    "-wholename": "path",
    "-ipath": "path",
    "-type": "type",
    "-newer": "newer",
    "-mtime": "age",
    "-mmin": "age",
    "-size": "size",
    "-perm": "mode",
    "-user": "user",
    "-group": "group",
    "-printf": "printf",
    "-maxdepth": "setting",
    "-mindepth": "setting",
}
FIND_WITHOUT_ARGUMENT = {
    "-print": "print",
    "-print0": "print0",
    "-delete": "delete",
    "-prune": "prune",
    "-quit": "quit",
    "-empty": "empty",
    "-true": "true",
    "-false": "false",
    "-depth": "setting",
    "-xdev": "setting",
    "-mount": "setting",
}


class FindExpression:
    """The expression of find: a tree of tests and actions.

    Raises ValueError for what is wrong, or cannot be done.
    """

    def __init__(self, words, env, links):
        self.words, self.env, self.links = list(words), env, links
        self.settings = {"maxdepth": math.inf, "mindepth": 0}
        self.settings |= {"depth": False, "xdev": False}
        self.failed, self.quit, self.status, self.batches = 0, False, 0, []
        self.now, self.acts = time.time(), False
        self.tree = self.alternatives() if self.words else ("true", None)
        if self.words:
            raise ValueError(f"paths must precede expression: {self.words[0]}")
        if not self.acts:
            self.tree = ("and", [self.tree, ("print", None)])

    def alternatives(self):
        """Read what -o joins."""
        found = [self.sequence()]
        while self.words and self.words[0] in ("-o", "-or"):
            self.words.pop(0)
            found.append(self.sequence())
        return ("or", found)

    def sequence(self):
        """Read what follows one another, joined by -a or nothing."""
        found = [self.single()]
        while self.words and self.words[0] not in ("-o", "-or", ")"):
            if self.words[0] in ("-a", "-and"):
                self.words.pop(0)
            found.append(self.single())
        return ("and", found)

    def single(self):
        """Read one test or action, a negation or a group."""
        if not self.words:
            raise ValueError("expected more of the expression")
        word = self.words.pop(0)
        if word in ("!", "-not"):
            return ("not", self.single())
        if word == "(":
            inner = self.alternatives()
            if not self.words or self.words.pop(0) != ")":
                raise ValueError("expected )")
            return inner
        if word in FIND_WITHOUT_ARGUMENT:
            return self.plain(word)
        if word == "-exec":
            return self.command()
        if word not in FIND_WITH_ARGUMENT:
            raise ValueError(f"cannot do {word} without the real program")
        if not self.words:
            raise ValueError(f"missing argument to `{word}'")
        return self.test(word, self.words.pop(0))

    def plain(self, word):
        """Read a test or an action that has no argument."""
        kind = FIND_WITHOUT_ARGUMENT[word]
        if kind == "setting":
            self.settings["depth" if word == "-depth" else "xdev"] = True
            return ("true", None)
        self.acts = self.acts or kind in ("print", "print0", "delete", "quit")
        if kind == "delete":
            self.settings["depth"] = True
        return (kind, None)

    def test(self, word, text):
        """Read a test that has an argument."""
        kind = FIND_WITH_ARGUMENT[word]
        if kind in ("name", "path"):
            return (kind, file_pattern(text, word.startswith("-i")))
        if kind == "setting":
            if not text.isdigit():
                raise ValueError(f"expected a number behind {word}: {text}")
            self.settings[word[1:]] = int(text)
            return ("true", None)
        if kind == "type":
            if not text or any(each not in "fdlpsbc" for each in text.split(",")):
                raise ValueError(f"unknown argument to -type: {text}")
            return (kind, text.split(","))
        if kind == "newer":
            try:
                return (kind, os.stat(text).st_mtime_ns)
            except OSError as error:
                raise ValueError(f"{text}: {os.strerror(error.errno)}") from None
        if kind in ("user", "group"):
            number = (user_id if kind == "user" else group_id)(text)
            if number is None:
                raise ValueError(f"{text} is not the name of a known {kind}")
            return (kind, number)
        if kind == "mode":
            sign = text[:1] if text[:1] in "-/" else ""
            changes = mode_changes(text[len(sign) :])
            if changes is None:
                raise ValueError(f"invalid mode {text}")
            return (kind, (sign, changed_mode(0, changes, False, 0)))
        if kind == "printf":
            self.acts = True
            return (kind, find_format(text))
        match = re.fullmatch(r"([-+]?)(\d+)([bcwkMG]?)", text)
        if match is None or (match[3] and kind != "size"):
            raise ValueError(f"invalid argument `{text}' to `{word}'")
        units = {"c": 1, "w": 2, "k": 1024, "M": 1024**2, "G": 1024**3}
        unit = units.get(match[3], 512)
        unit = {"-mtime": 86400, "-mmin": 60}.get(word, unit)
        return (kind, (match[1], int(match[2]), unit))

    def command(self):
        """Read the command of -exec up to ; or {} +."""
        ends = [at for at, word in enumerate(self.words) if word == ";"]
        more = [
            at + 1
            for at in range(len(self.words) - 1)
            if self.words[at : at + 2] == ["{}", "+"]
        ]
        if not ends and not more:
            raise ValueError("missing argument to `-exec'")
        end = min(ends + more)
        argv, kind = self.words[:end], self.words[end]
        self.words = self.words[end + 1 :]
        self.acts = True
        if kind == ";":
            return ("exec", argv)
        batch = (argv[:-1], [])
        self.batches.append(batch)
        return ("batch", batch)

    def run(self, node, file):
        """Evaluate a node for a file."""
        kind, value = node
        if kind == "and":
            return all(self.run(each, file) for each in value)
        if kind == "or":
            return any(self.run(each, file) for each in value)
        if kind == "not":
            return not self.run(value, file)
        if kind in ("true", "false"):
            return kind == "true"
        return getattr(self, f"on_{kind}")(value, file)

    def on_name(self, pattern, file):
        return bool(pattern.match(last_component(file["path"])))

    def on_path(self, pattern, file):
        return bool(pattern.match(file["path"]))

    def on_type(self, kinds, file):
        return stat.filemode(file["info"].st_mode)[0].replace("-", "f") in kinds

    def on_newer(self, moment, file):
        return file["info"].st_mtime_ns > moment

    def on_age(self, bounds, file):
        sign, count, unit = bounds
        age = (self.now - file["info"].st_mtime) / unit
        if unit == 60:
            fits = {"+": age > count, "-": age < count, "": count - 1 < age <= count}
            return fits[sign]
        return find_compares(sign, math.floor(age), count)

    def on_size(self, bounds, file):
        sign, count, unit = bounds
        return find_compares(sign, -(-file["info"].st_size // unit), count)

    def on_mode(self, wanted, file):
        sign, mode = wanted
        have = stat.S_IMODE(file["info"].st_mode)
        if sign == "/":
            return bool(have & mode) or not mode
        return have & mode == mode if sign else have == mode

    def on_user(self, number, file):
        return file["info"].st_uid == number

    def on_group(self, number, file):
        return file["info"].st_gid == number

    def on_empty(self, _, file):
        if stat.S_ISDIR(file["info"].st_mode):
            return not os.listdir(file["path"])
        return stat.S_ISREG(file["info"].st_mode) and not file["info"].st_size

    def on_print(self, _, file):
        write_all(1, os.fsencode(file["path"] + "\n"))
        return True

    def on_print0(self, _, file):
        write_all(1, os.fsencode(file["path"] + "\0"))
        return True

    def on_printf(self, parts, file):
        texts = [part if isinstance(part, str) else part[0](file) for part in parts]
        text = "".join(texts)
        write_all(1, os.fsencode(text))
        return True

    def on_prune(self, _, file):
        file["prune"] = True
        return True

    def on_quit(self, _, file):
        self.quit = True
        return True

    def on_delete(self, _, file):
        if file["path"] == ".":
            return True
        try:
            is_folder = stat.S_ISDIR(file["info"].st_mode)
            (os.rmdir if is_folder else os.unlink)(file["path"])
        except OSError as error:
            complain_of("find", f"cannot delete {quoted_name(file['path'])}", error)
            self.failed = 1
            return False
        return True

    def on_exec(self, argv, file):
        words = [word.replace("{}", file["path"]) for word in argv]
        return call_program(words, self.env) == 0

    def on_batch(self, batch, file):
        batch[1].append(file["path"])
        if sum(map(len, batch[1])) > 100000:
            self.run_batch(batch)
        return True

    def run_batch(self, batch):
        """Run the command of -exec … {} + for the files so far."""
        if batch[1] and call_program(batch[0] + batch[1], self.env) != 0:
            self.status = 1
        batch[1].clear()

    def finish(self):
        """Run what is left of the batches."""
        for batch in self.batches:
            self.run_batch(batch)


def find_compares(sign, number, count):
    """Compare as +N (more), -N (less) or N."""
    if sign == "+":
        return number > count
    return number < count if sign == "-" else number == count


def find_format(text):
    """Split a format of -printf into texts and functions of the file."""
    fields = {
        "p": lambda file: file["path"],
        "f": lambda file: last_component(file["path"]),
        "h": lambda file: os.path.dirname(file["path"]) or ".",
        "P": lambda file: file["path"][len(file["start"]) :].lstrip("/"),
        "s": lambda file: str(file["info"].st_size),
        "m": lambda file: f"{stat.S_IMODE(file['info'].st_mode):o}",
        "u": lambda file: user_name(file["info"].st_uid) or str(file["info"].st_uid),
        "g": lambda file: group_name(file["info"].st_gid) or str(file["info"].st_gid),
        "U": lambda file: str(file["info"].st_uid),
        "G": lambda file: str(file["info"].st_gid),
        "d": lambda file: str(file["depth"]),
        "y": lambda file: stat.filemode(file["info"].st_mode)[0].replace("-", "f"),
    }
    parts = []
    for match in re.finditer(r"%(.)|\\(.)|[^%\\]+|.", text, re.DOTALL):
        if match[1] and match[1] != "%":
            if match[1] not in fields:
                raise ValueError(f"cannot do %{match[1]} without the real program")
            parts.append((fields[match[1]],))
        elif match[2]:
            known = {"n": "\n", "t": "\t", "0": "\0", "\\": "\\"}
            if match[2] not in known:
                raise ValueError(f"cannot do \\{match[2]} without the real program")
            parts.append(known[match[2]])
        else:
            parts.append("%" if match[1] else match[0])
    return parts
