import os

AWK_OPTIONS = {
    "-F": "separator=",
    "-v": "variables+=",
    "-f": "files+=",
}


def awk_program(argv, env):
    """Run an awk program over the records of files."""
    options, operands = read_options("awk", argv, AWK_OPTIONS, permute=False)
    if options is None:
        return 125
    texts = []
    for path in options.get("files", []):
        fd = open_operand("awk", path)
        if fd is None:
            return 2
        texts.append(os.fsdecode(read_all(fd)))
        os.close(fd)
    if not options.get("files"):
        if not operands:
            complain("awk", "no program given")
            return 2
        texts.append(operands.pop(0))
    variables = {}
    if "separator" in options:
        separator = operand_text(options["separator"], False)
        variables["FS"] = awk_unescaped(separator)
    for text in options.get("variables", []):
        name, equals, value = text.partition("=")
        if not equals or not name.isidentifier():
            complain("awk", f"improper assignment: -v {text}")
            return 2
        variables[name] = AwkInput(awk_unescaped(operand_text(value, False)))
    try:
        parser = AwkParser(operand_text("\n".join(texts), False), False)
        return AwkRun(parser, variables, env).run(operands)
    except ValueError as error:
        complain("awk", str(error))
        return 125 if "cannot do" in str(error) else 2
    except OSError as error:
        complain("awk", f"{error.filename}: {os.strerror(error.errno)}")
        return 2
