import math
import re


class AwkState:
    """The variables and the record of an awk program, and what expressions make."""

    def __init__(self, parser, variables, env):
        self.rules, self.regexes, self.files = parser.rules, {}, {}
        self.record, self.fields, self.stale = AwkInput(""), [], False
        self.active, self.status = set(), 0
        environ = {
            operand_text(key, False): AwkInput(operand_text(value, False))
            for key, value in env.items()
        }
        self.variables = {"FS": " ", "OFS": " ", "ORS": "\n", "RS": "\n"}
        self.variables |= {"NR": 0.0, "FNR": 0.0, "SUBSEP": "\x1c", "FILENAME": None}
        self.variables |= {"RSTART": 0.0, "RLENGTH": -1.0, "ENVIRON": environ}
        self.variables |= variables

    def set_record(self, text):
        """Give $0 a value and split it into fields."""
        self.record, self.stale = AwkInput(text), False
        self.fields = [AwkInput(each) for each in self.split(text, self.variable("FS"))]

    def split(self, text, separator):
        """Split a text as FS says: at blanks, at a character, or at an expression."""
        if not isinstance(separator, PosixRegex):
            separator = awk_text(separator)
        if separator == " ":
            return [each for each in re.split(r"[ \t\n]+", text) if each]
        if not text:
            return []
        if separator == "":
            return list(text)
        if isinstance(separator, str) and len(separator) == 1:
            return text.split(separator)
        regex = self.regex(separator)
        parts, start, at = [], 0, 0
        while at <= len(text) and (found := regex.search(text, at)):
            if found.end() == found.start():
                at = found.end() + 1
                continue
            parts.append(text[start : found.start()])
            start = at = found.end()
        return [*parts, text[start:]]

    def regex(self, value):
        """The expression of a node's value, compiled once."""
        if isinstance(value, PosixRegex):
            return value
        text = awk_text(value)
        if text not in self.regexes:
            self.regexes[text] = PosixRegex(text, "awk", True, False, False)
        return self.regexes[text]

    def variable(self, name):
        """The value of a variable."""
        if name == "NF":
            return float(len(self.fields))
        value = self.variables.get(name)
        if isinstance(value, dict):
            raise ValueError(f"{name} is an array")
        return value

    def array(self, name):
        """An array, made when it is first used."""
        found = self.variables.setdefault(name, {})
        if found is None:
            found = self.variables[name] = {}
        if not isinstance(found, dict):
            raise ValueError(f"{name} is not an array")
        return found

    def key(self, nodes):
        """The text of a subscript."""
        texts = [awk_text(self.value(node)) for node in nodes]
        return awk_text(self.variables["SUBSEP"]).join(texts)

    def assign(self, target, value):
        """Give a variable, an element or a field a value."""
        kind, name = target[0], target[1]
        if kind == "element":
            self.array(name)[self.key(target[2])] = value
        elif kind == "field":
            index = int(awk_number(self.value(name)))
            if index == 0:
                self.set_record(awk_text(value))
                return
            self.resize(max(len(self.fields), index))
            self.fields[index - 1] = value
            self.stale = True
        elif name == "NF":
            self.resize(int(awk_number(value)))
            self.stale = True
        elif isinstance(self.variables.get(name), dict):
            raise ValueError(f"{name} is an array")
        elif name in ("OFMT", "CONVFMT", "ARGV", "ARGC"):
            raise ValueError(f"cannot do {name} in awk")
        else:
            self.variables[name] = value

    def resize(self, count):
        """Make so many fields."""
        if count < 0:
            raise ValueError("negative field")
        self.fields = self.fields[:count]
        self.fields += [AwkInput("")] * (count - len(self.fields))

    def field(self, index):
        """The value of $0 or of a field."""
        if index < 0:
            raise ValueError(f"negative field index ${index}")
        if index == 0:
            if self.stale:
                glue = awk_text(self.variables["OFS"])
                self.record = AwkInput(glue.join(map(awk_text, self.fields)))
                self.stale = False
            return self.record
        # A field that is not there is a text to mawk, never a number.
        return self.fields[index - 1] if index <= len(self.fields) else ""

    def value(self, node):
        """Evaluate an expression."""
        return getattr(self, f"on_{node[0]}")(*node[1:])

    def on_number(self, number):
        return number

    def on_string(self, text):
        return text

    def on_regex(self, regex):
        return float(regex.search(self.field(0)) is not None)

    def on_variable(self, name):
        return self.variable(name)

    def on_field(self, node):
        return self.field(int(awk_number(self.value(node))))

    def on_element(self, name, keys):
        return self.array(name).setdefault(self.key(keys), None)

    def on_group(self, items):
        if len(items) != 1:
            raise ValueError("syntax error near a list")
        return self.value(items[0])

    def on_assign(self, target, node):
        value = self.value(node)
        self.assign(target, value)
        return value

    def on_choose(self, test, then, otherwise):
        return self.value(then if awk_is_true(self.value(test)) else otherwise)

    def on_or(self, left, right):
        return float(awk_is_true(self.value(left)) or awk_is_true(self.value(right)))

    def on_and(self, left, right):
        return float(awk_is_true(self.value(left)) and awk_is_true(self.value(right)))

    def on_in(self, keys, name):
        return float(self.key(keys) in self.array(name))

    def on_match(self, operator, left, right):
        text = awk_text(self.value(left))
        regex = right[1] if right[0] == "regex" else self.regex(self.value(right))
        return float((regex.search(text) is not None) == (operator == "~"))

    def on_compare(self, operator, left, right):
        order = awk_compare(self.value(left), self.value(right))
        holds = {"<": order < 0, "<=": order <= 0, "==": order == 0}
        holds |= {"!=": order != 0, ">=": order >= 0, ">": order > 0}
        return float(holds[operator])

    def on_join(self, left, right):
        first = awk_text(self.value(left))
        return first + awk_text(self.value(right))

    def on_unary(self, operator, node):
        value = self.value(node)
        if operator == "!":
            return float(not awk_is_true(value))
        return -awk_number(value) if operator == "-" else awk_number(value)

    def on_compute(self, operator, left, right):
        a = awk_number(self.value(left))
        b = awk_number(self.value(right))
        if operator == "^":
            return a**b
        if operator in "/%" and b == 0:
            raise ValueError("division by zero")
        if operator == "%":
            return math.fmod(a, b)
        return {"+": a + b, "-": a - b, "*": a * b, "/": a / (b or 1)}[operator]

    def on_before(self, sign, target):
        value = awk_number(self.value(target)) + (1 if sign == "+" else -1)
        self.assign(target, value)
        return value

    def on_behind(self, sign, target):
        value = awk_number(self.value(target))
        self.assign(target, value + (1 if sign == "+" else -1))
        return value

    def on_call(self, name, nodes):
        return awk_call(self, name, nodes)
