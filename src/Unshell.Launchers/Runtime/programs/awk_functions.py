import math


def awk_call(run, name, nodes):
    """Call one of awk's own functions."""
    if name in ("sub", "gsub"):
        return awk_substitute(run, name, nodes)
    if name == "split":
        return awk_split(run, nodes)
    if name == "length" and nodes and nodes[0][0] == "variable":
        value = run.variables.get(nodes[0][1])
        if isinstance(value, dict):
            return float(len(value))
    if name == "match":
        text = awk_text(run.value(nodes[0]))
        found = awk_regex(run, nodes[1]).search(text)
        run.variables["RSTART"] = found.start() + 1.0 if found else 0.0
        run.variables["RLENGTH"] = float(len(found[0])) if found else -1.0
        return run.variables["RSTART"]
    values = [run.value(node) for node in nodes]
    if name == "length":
        return float(len(awk_text(values[0]) if values else run.field(0)))
    if name == "sprintf":
        return awk_format(awk_text(values[0]), values[1:])
    if name == "index":
        return awk_text(values[0]).find(awk_text(values[1])) + 1.0
    if name == "substr":
        return awk_substring(*values)
    if name in ("tolower", "toupper"):
        data = awk_text(values[0]).encode("latin-1")
        changed = data.lower() if name == "tolower" else data.upper()
        return changed.decode("latin-1")
    numbers = [awk_number(value) for value in values]
    if name == "int":
        return float(math.trunc(numbers[0]))
    return float(getattr(math, name)(*numbers))


def awk_regex(run, node):
    """The expression that an argument is or makes."""
    return node[1] if node[0] == "regex" else run.regex(run.value(node))


def awk_substring(text, start, length=None):
    """Part of a text; what lies outside of it is left out."""
    text, first = awk_text(text), awk_number(start)
    count = float(len(text)) if length is None else awk_number(length)
    if first < 1 or not (first.is_integer() and count.is_integer()):
        raise ValueError("cannot do substr from there: awks differ")
    return text[int(first) - 1 : max(0, int(first + count) - 1)]


def awk_split(run, nodes):
    """Split a text into an array; the number of parts."""
    text = awk_text(run.value(nodes[0]))
    separator = run.variable("FS")
    if len(nodes) > 2:
        node = nodes[2]
        separator = node[1] if node[0] == "regex" else run.value(node)
    parts = run.split(text, separator)
    array = run.array(nodes[1][1])
    array.clear()
    array.update((str(at), AwkInput(part)) for at, part in enumerate(parts, 1))
    return float(len(parts))


def awk_substitute(run, name, nodes):
    """Replace the first match or all; the number of replacements."""
    regex = awk_regex(run, nodes[0])
    parts = awk_replacement(awk_text(run.value(nodes[1])))
    target = nodes[2] if len(nodes) > 2 else ("field", ("number", 0.0))
    text = awk_text(run.value(target))
    made, at, copied, count, last = [], 0, 0, 0, -1
    while at <= len(text) and (found := regex.search(text, at)):
        start, end = found.span()
        at = end if end > start else end + 1
        if start == end == last:
            continue
        made.append(text[copied:start])
        made += [found[0] if part is None else part for part in parts]
        copied = last = end
        count += 1
        if name == "sub":
            break
    if count and target[0] in ("variable", "field", "element"):
        run.assign(target, "".join(made) + text[copied:])
    return float(count)
