def is_utf8(env):
    """Whether the environment asks for a locale with UTF-8."""
    name = env.get("LC_ALL") or env.get("LC_CTYPE") or env.get("LANG") or "C"
    return "utf8" in name.lower().replace("-", "")


def text_of(data, utf8):
    """Decode bytes to characters of the locale; bytes that are none are kept."""
    return data.decode("utf-8", "surrogateescape") if utf8 else data.decode("latin-1")


def bytes_of(text, utf8):
    """Encode characters of the locale."""
    return text.encode("utf-8", "surrogateescape") if utf8 else text.encode("latin-1")


def operand_text(operand, utf8):
    """Decode an operand to characters of the locale."""
    return text_of(bytes_of(operand, True), utf8)
