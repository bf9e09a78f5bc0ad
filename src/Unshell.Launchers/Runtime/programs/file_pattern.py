import re


def file_pattern(pattern, ignore_case=False):
    """Compile a shell pattern that matches a whole name; "*" also matches slashes."""
    parts, at = [], 0
    while at < len(pattern):
        char = pattern[at]
        at += 1
        if char == "*":
            parts.append(".*")
        elif char == "?":
            parts.append(".")
        elif char == "\\" and at < len(pattern):
            parts.append(re.escape(pattern[at]))
            at += 1
        elif char == "[":
            text = "^" + pattern[at + 1 :] if pattern[at : at + 1] == "!" else None
            try:
                bracket, end = regex_bracket(text or pattern[at:], 0, "grep", True)
                parts.append(bracket)
                at += end
            except ValueError:
                parts.append("\\[")
        else:
            parts.append(re.escape(char))
    flags = re.DOTALL | (re.IGNORECASE if ignore_case else 0)
    return re.compile("".join(parts) + r"\Z", flags)
