import os
import re


class AwkSignal(Exception):
    """Leaves statements: next, break, continue or exit."""


class AwkRun(AwkState):
    """Runs an awk program; texts are bytes as latin-1 characters."""

    def run(self, operands):
        """Run BEGIN, all records and END; the exit status."""
        kinds = [pattern[0] if pattern else "" for pattern, _ in self.rules]
        ended = self.special("BEGIN")
        if not ended and any(kind != "BEGIN" for kind in kinds):
            ended = self.guard(lambda: self.read(operands))
        if "END" in kinds:
            self.special("END")
        for fd in self.files.values():
            if fd > 2:
                os.close(fd)
        return self.status

    def special(self, kind):
        """Run the actions of BEGIN or END; whether exit ended them."""
        for pattern, body in self.rules:
            if pattern == (kind,) and self.guard(lambda body=body: self.block(body)):
                return True
        return False

    def guard(self, function):
        """Call a function; whether an exit ended it."""
        try:
            function()
        except AwkSignal as signal:
            if signal.args[0] in ("break", "continue"):
                raise ValueError(f"{signal.args[0]} outside a loop") from None
            return signal.args[0] == "exit"
        return False

    def read(self, operands):
        """Run the rules over the records of all files, and do assignments."""
        files = 0
        for operand in operands:
            match = re.match(r"([A-Za-z_]\w*)=", operand, re.ASCII)
            if match:
                text = operand_text(operand[match.end() :], False)
                self.variables[match[1]] = AwkInput(awk_unescaped(text))
            elif operand:
                files += 1
                self.read_file(operand)
        if not files:
            self.read_file("-")

    def read_file(self, path):
        """Run the rules over the records of one file."""
        fd = os.dup(0) if path == "-" else os.open(path, os.O_RDONLY)
        end = awk_text(self.variables["RS"])
        if len(end) != 1:
            raise ValueError("cannot do this RS in awk")
        if path != "-":
            self.variables["FILENAME"] = operand_text(path, False)
        self.variables["FNR"] = 0.0
        for line in read_lines(fd, end.encode("latin-1")):
            text = line.decode("latin-1").removesuffix(end)
            self.variables["NR"] = awk_number(self.variables["NR"]) + 1
            self.variables["FNR"] = awk_number(self.variables["FNR"]) + 1
            self.set_record(text)
            try:
                self.rules_for_record()
            except AwkSignal as signal:
                if signal.args[0] != "next":
                    os.close(fd)
                    raise
        os.close(fd)

    def rules_for_record(self):
        """Run each rule whose pattern holds."""
        for index, (pattern, body) in enumerate(self.rules):
            if pattern is None or self.selects(index, pattern):
                self.block(body)

    def selects(self, index, pattern):
        """Whether a pattern holds for this record."""
        if pattern[0] == "when":
            return awk_is_true(self.value(pattern[1]))
        if pattern[0] != "range":
            return False
        if index not in self.active:
            if not awk_is_true(self.value(pattern[1])):
                return False
            self.active.add(index)
        if awk_is_true(self.value(pattern[2])):
            self.active.discard(index)
        return True

    def block(self, statements):
        """Run statements."""
        for statement in statements:
            getattr(self, f"run_{statement[0]}")(*statement[1:])

    def run_block(self, statements):
        self.block(statements)

    def run_do(self, node):
        self.value(node)

    def run_next(self):
        raise AwkSignal("next")

    def run_break(self):
        raise AwkSignal("break")

    def run_continue(self):
        raise AwkSignal("continue")

    def run_exit(self, node):
        if node is not None:
            self.status = int(awk_number(self.value(node))) & 255
        raise AwkSignal("exit")

    def run_if(self, test, then, otherwise):
        self.block(then if awk_is_true(self.value(test)) else otherwise)

    def run_while(self, test, body, last):
        while awk_is_true(self.value(test)):
            if self.loop(body):
                break
            if last is not None:
                self.block([last])

    def run_repeat(self, test, body):
        while True:
            if self.loop(body) or not awk_is_true(self.value(test)):
                break

    def run_each(self, name, array, body):
        for key in list(self.array(array)):
            self.assign(("variable", name), AwkInput(key))
            if self.loop(body):
                break

    def loop(self, body):
        """Run the body of a loop once; whether break ended it."""
        try:
            self.block(body)
        except AwkSignal as signal:
            if signal.args[0] not in ("break", "continue"):
                raise
            return signal.args[0] == "break"
        return False

    def run_delete(self, name, keys):
        if keys is None:
            self.array(name).clear()
        else:
            self.array(name).pop(self.key(keys), None)

    def run_print(self, items, target):
        texts = [awk_text(self.value(item)) for item in items]
        text = awk_text(self.variables["OFS"]).join(texts)
        text = text if items else self.field(0)
        self.write(text + awk_text(self.variables["ORS"]), target)

    def run_printf(self, items, target):
        values = [self.value(item) for item in items]
        if not values:
            raise ValueError("printf needs a format")
        self.write(awk_format(awk_text(values[0]), values[1:]), target)

    def write(self, text, target):
        """Write to standard output, or to a file that is opened once."""
        fd = 1
        if target is not None:
            path = awk_text(self.value(target[1]))
            flags = os.O_WRONLY | os.O_CREAT
            flags |= os.O_TRUNC if target[0] == ">" else os.O_APPEND
            known = {"/dev/stdout": 1, "/dev/stderr": 2}
            if path in known:
                fd = known[path]
            elif path in self.files:
                fd = self.files[path]
            else:
                name = os.fsdecode(path.encode("latin-1"))
                fd = self.files[path] = os.open(name, flags, 0o666)
        write_all(fd, text.encode("latin-1"))
