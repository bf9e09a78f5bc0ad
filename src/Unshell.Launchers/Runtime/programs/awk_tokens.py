import re

AWK_TOKEN = re.compile(
    r"""[ \t\r]*(?:\\\n[ \t]*)*(?:
    (?P<newline>\n) | \#[^\n]*
  | (?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)
  | (?P<call>[A-Za-z_]\w*)(?=\() | (?P<name>[A-Za-z_]\w*)
  | "(?P<string>(?:[^"\\\n]|\\.|\\\n)*)"
  | (?P<mark>&&|\|\||\+\+|--|[-+*/%^<>=!]=|>>|!~|[-+*/%^<>=!~?:,;(){}\[\]$|])
    )""",
    re.VERBOSE | re.ASCII,
)
AWK_REGEX = re.compile(r"((?:[^/\\\[\n]|\\.|\[\^?\]?(?:\[:\w+:\]|[^]\\\n]|\\.)*\])*)/")
AWK_KEYWORDS = set(
    "BEGIN END if else while for do break continue next exit delete in print printf "
    "getline return function func nextfile".split()
)
AWK_FUNCTIONS = set(
    "length substr index split sub gsub match sprintf tolower toupper int sqrt exp log "
    "sin cos atan2 system close fflush".split()
)


def awk_tokens(text):
    """Split a program into pairs of a kind and a text; raises ValueError."""
    tokens, at = [], 0
    text = text.rstrip(" \t") + "\n"
    while at < len(text):
        ends_value = tokens and (
            tokens[-1][0] in ("number", "string", "name", "builtin")
            or tokens[-1][1] in (")", "]", "$", "++", "--")
        )
        slash = re.compile(r"[ \t]*/").match(text, at)
        if slash and not ends_value:
            found = AWK_REGEX.match(text, slash.end())
            if found is None:
                raise ValueError("unterminated regular expression")
            tokens.append(("regex", found[1].replace("\\/", "/")))
            at = found.end()
            continue
        found = AWK_TOKEN.match(text, at)
        if found is None:
            if not text[at:].strip(" \t\r"):
                break
            raise ValueError(f"syntax error near {text[at : at + 20]!r}")
        at = found.end()
        kind = found.lastgroup
        if kind is None:
            continue
        value = found[kind]
        if kind in ("call", "name") and value in AWK_KEYWORDS:
            kind = "keyword"
        elif kind in ("call", "name") and value in AWK_FUNCTIONS:
            kind = "builtin"
        elif kind == "string":
            value = awk_unescaped(value)
        tokens.append((kind, value))
    return [*tokens, ("end", "")]


def awk_unescaped(text):
    """Replace the escapes of a string."""
    controls = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
    controls |= {"v": "\v", '"': '"', "\\": "\\", "\n": ""}

    def character(match):
        if match[1]:
            return chr(int(match[1], 8) & 255)
        return controls.get(match[2], match[0])

    return re.sub(r"\\(?:([0-7]{1,3})|(.|\n))", character, text)
