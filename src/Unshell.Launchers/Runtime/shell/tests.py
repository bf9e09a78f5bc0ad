import os
import re
import stat


def compare(left, operator, right):
    """Compare two texts as integers; false, with a message, where one is none."""
    for text in (left, right):
        if not re.fullmatch(r"\s*[-+]?[0-9]+\s*", str(text)):
            complain_line(f"[: {text}: integer expected")
            return False
    order = (int(left) > int(right)) - (int(left) < int(right))
    orders = {"==": (0,), "<=": (-1, 0), ">=": (0, 1), "<": (-1,), ">": (1,)}
    return order in orders.get(operator, (-1, 1))


def is_terminal(fd):
    """Whether a descriptor is a terminal."""
    return os.isatty(fd)


def is_file(test, path):
    """The less usual tests of files, by their letter."""
    try:
        info = os.stat(path)
    except (OSError, ValueError):
        return False
    return {
        "-s": info.st_size > 0,
        "-S": stat.S_ISSOCK(info.st_mode),
        "-p": stat.S_ISFIFO(info.st_mode),
        "-b": stat.S_ISBLK(info.st_mode),
        "-c": stat.S_ISCHR(info.st_mode),
        "-u": bool(info.st_mode & stat.S_ISUID),
        "-g": bool(info.st_mode & stat.S_ISGID),
        "-k": bool(info.st_mode & stat.S_ISVTX),
        "-O": info.st_uid == os.geteuid(),
        "-G": info.st_gid == os.getegid(),
    }[test]


def compare_files(left, operator, right):
    """Compare two files: newer, older, the same."""
    first, second = file_age(left), file_age(right)
    if operator == "-ef":
        return bool(first and second) and os.path.samefile(left, right)
    if operator == "-ot":
        first, second = second, first
    if first is None:
        return False
    return second is None and IS_BASH or second is not None and first > second


def file_age(path):
    """When a file was changed; None where there is none."""
    try:
        return os.stat(path).st_mtime_ns
    except OSError:
        return None


def test_command(*words):
    """The shell's test: 0 for yes, 1 for no, 2 for a test that makes no sense."""
    try:
        return 0 if test_words(list(words)) else 1
    except ValueError as error:
        complain_line(f"test: {error}")
        return 2


FILE_TESTS = {
    "-e": os.path.exists,
    "-a": os.path.exists,
    "-f": os.path.isfile,
    "-d": os.path.isdir,
    "-h": os.path.islink,
    "-L": os.path.islink,
    "-r": lambda path: os.access(path, os.R_OK),
    "-w": lambda path: os.access(path, os.W_OK),
    "-x": lambda path: os.access(path, os.X_OK),
    "-n": bool,
    "-z": lambda text: not text,
}
NUMBER_TESTS = {
    "-eq": "==",
    "-ne": "!=",
    "-gt": ">",
    "-ge": ">=",
    "-lt": "<",
    "-le": "<=",
}


def test_words(words):
    """Decide by the number of words, as POSIX says."""
    if len(words) < 2:
        return bool(words and words[0])
    if len(words) == 2:
        if words[0] == "!":
            return not words[1]
        return test_unary(*words)
    if len(words) == 3:
        if is_binary_test(words[1]):
            return test_binary(*words)
        if words[1] in ("-a", "-o"):
            both = (bool(words[0]), bool(words[2]))
            return all(both) if words[1] == "-a" else any(both)
        if words[0] == "!":
            return not test_words(words[1:])
        if words[0] == "(" and words[2] == ")":
            return bool(words[1])
        raise ValueError(f"{words[1]}: binary operator expected")
    if len(words) == 4 and words[0] == "!":
        return not test_words(words[1:])
    if len(words) == 4 and words[0] == "(" and words[3] == ")":
        return test_words(words[1:3])
    value, rest = test_alternatives(words)
    if rest:
        raise ValueError("too many arguments")
    return value


def test_alternatives(words):
    """Tests joined by -o, and what is left of the words."""
    value, words = test_all(words)
    while words and words[0] == "-o":
        other, words = test_all(words[1:])
        value = value or other
    return value, words


def test_all(words):
    """Tests joined by -a, and what is left of the words."""
    value, words = test_term(words)
    while words and words[0] == "-a":
        other, words = test_term(words[1:])
        value = value and other
    return value, words


def test_term(words):
    """One test, and what is left of the words."""
    if not words:
        raise ValueError("argument expected")
    if len(words) > 2 and is_binary_test(words[1]):
        return test_binary(*words[:3]), words[3:]
    if words[0] == "!":
        value, rest = test_term(words[1:])
        return not value, rest
    if words[0] == "(":
        value, rest = test_alternatives(words[1:])
        if rest[:1] != [")"]:
            raise ValueError("closing paren expected")
        return value, rest[1:]
    if len(words) > 1 and re.fullmatch("-[a-zA-Z]", words[0]):
        return test_unary(*words[:2]), words[2:]
    return bool(words[0]), words[1:]


def is_binary_test(word):
    """Whether a word stands between two operands."""
    known = ("=", "!=", "<", ">", "-nt", "-ot", "-ef", *NUMBER_TESTS)
    return word in known or (IS_BASH and word == "==")


def test_unary(operator, operand):
    """A test of one operand."""
    if operator in FILE_TESTS:
        return FILE_TESTS[operator](operand)
    if operator == "-t":
        return operand.isdigit() and os.isatty(int(operand))
    if re.fullmatch("-[sSpbcugkOG]", operator):
        return is_file(operator, operand)
    raise ValueError(f"{operator}: unary operator expected")


def test_binary(left, operator, right):
    """A test of two operands."""
    if operator in NUMBER_TESTS:
        for text in (left, right):
            if not re.fullmatch(r"\s*[-+]?\d+\s*", text, re.ASCII):
                raise ValueError(f"{text}: integer expression expected")
        return compare(left, NUMBER_TESTS[operator], right)
    if operator in ("-nt", "-ot", "-ef"):
        return compare_files(left, operator, right)
    if operator in ("<", ">"):
        return left < right if operator == "<" else left > right
    return (left == right) == (operator != "!=")


def matches_regex(text, pattern):
    """Match a POSIX regular expression; its groups go to BASH_REMATCH."""
    match = re.search(python_regex(pattern), text, re.DOTALL)
    groups = [match[0], *(group or "" for group in match.groups())] if match else []
    set_array("BASH_REMATCH", groups)
    return bool(match)


def python_regex(pattern):
    """A POSIX extended regular expression as Python writes it."""
    return re.sub(r"\[\^?\]?(?:\[[:.=].*?[:.=]\]|[^]])*\]|\\.|\$", regex_part, pattern)


def regex_part(match):
    """A bracket, an escape or an anchor of a regular expression for Python."""
    part = match[0]
    if part == "$":
        return r"\Z"
    if part.startswith("\\"):
        return re.escape(part[1])
    return bracket_regex(part[1:-1])


def regex_literal(text):
    """A text that a regular expression takes as it stands."""
    return re.sub(r"([\\.*+?^${}()|[\]])", r"\\\1", text)
