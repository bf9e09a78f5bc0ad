class AwkParser:
    """Reads an awk program into rules: pairs of a pattern and a list of statements.

    Nodes are tuples that begin with their kind. Raises ValueError for what is wrong, or
    cannot be done.
    """

    def __init__(self, text, utf8):
        self.tokens, self.at, self.utf8, self.in_brackets = awk_tokens(text), 0, utf8, 0
        self.no_in = self.no_greater = False
        self.rules = []
        self.skip()
        while not self.sees("end"):
            self.rules.append(self.rule())
            self.skip()

    def sees(self, kind, *texts):
        """Whether the next token is of this kind and has one of these texts."""
        token = self.tokens[self.at]
        return token[0] == kind and (not texts or token[1] in texts)

    def take(self, kind, *texts):
        """Step over such a token and return its text, or return None."""
        if not self.sees(kind, *texts):
            return None
        self.at += 1
        return self.tokens[self.at - 1][1]

    def need(self, kind, *texts):
        """Step over such a token; raises ValueError if it is not there."""
        found = self.take(kind, *texts)
        if found is None:
            raise ValueError(f"syntax error at or near {self.tokens[self.at][1]!r}")
        return found

    def skip(self):
        """Step over newlines and semicolons."""
        while self.take("newline") or self.take("mark", ";"):
            pass

    def newlines(self):
        """Step over newlines."""
        while self.take("newline"):
            pass

    def rule(self):
        """Read a pattern and its action."""
        pattern = None
        if self.sees("keyword", "BEGIN", "END"):
            pattern = (self.need("keyword"),)
        elif self.sees("keyword", "function", "func"):
            raise ValueError("cannot do functions in awk")
        elif not self.sees("mark", "{"):
            pattern = ("when", self.expression())
            if self.take("mark", ","):
                self.newlines()
                pattern = ("range", pattern[1], self.expression())
        body = self.block() if self.sees("mark", "{") else None
        if body is None and pattern[0] in ("BEGIN", "END"):
            raise ValueError(f"{pattern[0]} needs an action")
        if body is None:
            body = [("print", [], None)]
        return (pattern, body)

    def block(self):
        """Read statements between braces."""
        self.need("mark", "{")
        found = []
        self.skip()
        while not self.take("mark", "}"):
            found.append(self.statement())
            self.skip()
        return found

    def body(self):
        """Read the statement or the block that a condition is for."""
        self.newlines()
        if self.take("mark", ";"):
            return []
        return self.block() if self.sees("mark", "{") else [self.statement()]

    def statement(self):
        """Read one statement with what ends it."""
        word = self.take("keyword", "if", "while", "for", "do")
        if word:
            return getattr(self, f"{word}_statement")()
        if self.sees("mark", "{"):
            return ("block", self.block())
        found = self.simple()
        if not self.sees("mark", "}", ";") and not self.sees("newline"):
            self.need("end")
        return found

    def simple(self):
        """Read a statement without other statements in it."""
        word = self.take("keyword", "next", "break", "continue", "exit", "delete")
        if word in ("next", "break", "continue"):
            return (word,)
        if word == "exit":
            ends = self.sees("mark", "}", ";") or self.sees("newline")
            return ("exit", None if ends else self.expression())
        if word == "delete":
            name, keys = self.need("name"), None
            if self.take("mark", "["):
                keys = self.list("]")
            return ("delete", name, keys)
        word = self.take("keyword", "print", "printf")
        if word:
            return self.output(word)
        if self.sees("keyword"):
            raise ValueError(f"cannot do {self.tokens[self.at][1]} in awk")
        return ("do", self.expression())

    def output(self, word):
        """Read what print or printf writes, and where to."""
        outer, self.no_greater = self.no_greater, True
        items, grouped = [], False
        if not self.sees("mark", ";", "}", ">", ">>", "|") and not self.sees("newline"):
            items = [self.expression()]
            while self.take("mark", ","):
                self.newlines()
                items.append(self.expression())
            grouped = len(items) == 1 and items[0][0] == "group"
        self.no_greater = outer
        if grouped:
            items = items[0][1]
        if any(item[0] == "group" and len(item[1]) > 1 for item in items):
            raise ValueError("syntax error near a list")
        target = self.take("mark", ">", ">>", "|")
        if target == "|":
            raise ValueError("cannot do | in awk")
        if target:
            self.no_greater = True
            target = (target, self.expression())
            self.no_greater = outer
        return (word, items, target)

    def if_statement(self):
        self.need("mark", "(")
        test = self.expression()
        self.need("mark", ")")
        then, otherwise, before = self.body(), [], self.at
        self.skip()
        if self.take("keyword", "else"):
            otherwise = self.body()
        else:
            self.at = before
        return ("if", test, then, otherwise)

    def while_statement(self):
        self.need("mark", "(")
        test = self.expression()
        self.need("mark", ")")
        return ("while", test, self.body(), None)

    def do_statement(self):
        body = self.body()
        self.skip()
        self.need("keyword", "while")
        self.need("mark", "(")
        test = self.expression()
        self.need("mark", ")")
        return ("repeat", test, body)

    def for_statement(self):
        self.need("mark", "(")
        tokens = self.tokens[self.at : self.at + 4]
        kinds = [token[0] for token in tokens[:3]]
        if kinds == ["name", "keyword", "name"] and tokens[3][1] == ")":
            self.at += 4
            return ("each", tokens[0][1], tokens[2][1], self.body())
        first = None if self.sees("mark", ";") else self.simple()
        self.need("mark", ";")
        self.newlines()
        test = None if self.sees("mark", ";") else self.expression()
        self.need("mark", ";")
        self.newlines()
        last = None if self.sees("mark", ")") else self.simple()
        self.need("mark", ")")
        loop = ("while", test or ("number", 1.0), self.body(), last)
        return ("block", [first, loop] if first else [loop])

    def list(self, end):
        """Read expressions up to a closing mark."""
        outer, self.no_greater = self.no_greater, False
        self.newlines()
        found = [] if self.sees("mark", end) else [self.expression()]
        while self.take("mark", ","):
            self.newlines()
            found.append(self.expression())
        self.newlines()
        self.need("mark", end)
        self.no_greater = outer
        return found

    def expression(self):
        """Read an expression with assignments and conditions."""
        left = self.alternative()
        if self.take("mark", "?"):
            self.newlines()
            then = self.expression()
            self.newlines()
            self.need("mark", ":")
            self.newlines()
            return ("choose", left, then, self.expression())
        operator = self.take("mark", "=", "+=", "-=", "*=", "/=", "%=", "^=")
        if operator:
            if left[0] not in ("variable", "field", "element"):
                raise ValueError("syntax error: only variables can be assigned to")
            self.newlines()
            value = self.expression()
            if operator != "=":
                value = ("compute", operator[0], left, value)
            return ("assign", left, value)
        return left

    def alternative(self):
        left = self.conjunction()
        while self.take("mark", "||"):
            self.newlines()
            left = ("or", left, self.conjunction())
        return left

    def conjunction(self):
        left = self.membership()
        while self.take("mark", "&&"):
            self.newlines()
            left = ("and", left, self.membership())
        return left

    def membership(self):
        left = self.matching()
        while self.take("keyword", "in"):
            keys = left[1] if left[0] == "group" else [left]
            left = ("in", keys, self.need("name"))
        return left

    def matching(self):
        left = self.comparison()
        while operator := self.take("mark", "~", "!~"):
            left = ("match", operator, left, self.comparison())
        return left

    def comparison(self):
        left = self.concatenation()
        marks = ["<", "<=", "==", "!=", ">="] + ([] if self.no_greater else [">"])
        operator = self.take("mark", *marks)
        if operator:
            return ("compare", operator, left, self.concatenation())
        return left

    def concatenation(self):
        left = self.addition()
        while self.starts_operand():
            left = ("join", left, self.addition())
        return left

    def starts_operand(self):
        """Whether the next token begins another operand of a concatenation."""
        if self.sees("keyword", "in"):
            return False
        kinds = ("number", "string", "name", "builtin", "regex", "call")
        marks = ("$", "!", "(", "-", "+", "++", "--")
        return self.tokens[self.at][0] in kinds or self.sees("mark", *marks)

    def addition(self):
        left = self.product()
        while operator := self.take("mark", "+", "-"):
            left = ("compute", operator, left, self.product())
        return left

    def product(self):
        left = self.unary()
        while operator := self.take("mark", "*", "/", "%"):
            left = ("compute", operator, left, self.unary())
        return left

    def unary(self):
        operator = self.take("mark", "!", "-", "+")
        if operator:
            return ("unary", operator, self.unary())
        return self.power()

    def power(self):
        left = self.postfix()
        if self.take("mark", "^"):
            right = self.unary() if self.sees("mark", "-", "+", "!") else self.power()
            return ("compute", "^", left, right)
        return left

    def postfix(self):
        """Read a value, with ++ or -- before or behind it."""
        operator = self.take("mark", "++", "--")
        if operator:
            target = self.postfix()
            return ("before", operator[0], self.changed(target))
        value = self.value()
        if value[0] in ("variable", "field", "element"):
            operator = self.take("mark", "++", "--")
            if operator:
                return ("behind", operator[0], value)
        return value

    def changed(self, target):
        """Make sure that a node can be changed."""
        if target[0] not in ("variable", "field", "element"):
            raise ValueError("syntax error: only variables can be changed")
        return target

    def value(self):
        """Read a constant, a variable, a field, a call or a group."""
        kind, text = self.tokens[self.at]
        self.at += 1
        if kind == "number":
            return ("number", float(text))
        if kind == "string":
            return ("string", text)
        if kind == "regex":
            return ("regex", PosixRegex(text, "awk", True, False, self.utf8))
        if kind == "name":
            if self.take("mark", "["):
                return ("element", text, self.list("]"))
            return ("variable", text)
        if kind == "builtin":
            if text == "length" and not self.sees("mark", "("):
                return ("call", text, [])
            if text in ("system", "close", "fflush"):
                raise ValueError(f"cannot do {text} in awk")
            self.need("mark", "(")
            return ("call", text, self.list(")"))
        if (kind, text) == ("mark", "$"):
            operator = self.take("mark", "++", "--", "-")
            if operator == "-":
                return ("field", ("unary", "-", self.value()))
            if operator:
                return ("field", ("before", operator[0], self.value()))
            return ("field", self.value())
        if (kind, text) == ("mark", "("):
            items = self.list(")")
            return ("group", items)
        if kind in ("call", "keyword"):
            raise ValueError(f"cannot do {text} in awk")
        raise ValueError(f"syntax error at or near {text!r}")
