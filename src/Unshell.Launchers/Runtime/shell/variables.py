import os


class Variables(dict):
    """The script's variables; those in the environment change there as well."""

    def __setitem__(self, name, value):
        super().__setitem__(name, value)
        if name in os.environ:
            os.environ[name] = value

    def pop(self, name, *default):
        os.environ.pop(name, None)
        return super().pop(name, *default)


variables = Variables(os.environ)


def export(name, value=None):
    """Give a variable to the programs that run from now on."""
    if value is None:
        value = variables.get(name)
        if value is None:
            export_later.add(name)
            return
    os.environ[name] = value
    variables[name] = value


export_later = set()


def unexport(*names):
    """Keep variables, but not for programs."""
    for name in names:
        os.environ.pop(name, None)
    return 0


def export_words(*words):
    """Export words such as NAME=value that are known only now."""
    for word in words:
        name, equals, value = word.partition("=")
        if not name.isidentifier() or not name.isascii():
            complain_line(f"export: {word}: not a valid identifier")
            return FATAL
        export(name, value if equals else None)
    return 0


def assign_words(*words):
    """Assign words such as NAME=value that are known only now."""
    for word in words:
        name, equals, value = word.partition("=")
        if equals:
            variables[name] = value


def unset(*names):
    """Take variables away."""
    for name in names:
        variables.pop(name, None)
        os.environ.pop(name, None)


def assigned(name, value):
    """Give a variable a value, which is also the result."""
    variables[name] = value
    return value


def value_of(name):
    """The value of a variable whose name is known only now."""
    return variables.get(name, "")


def is_set(name):
    """Whether a variable whose name is known only now has a value."""
    return name in variables


class local_variables:
    """Give variables their values back when a function ends."""

    def __init__(self, *names):
        self.names = names

    def __enter__(self):
        self.values = {name: variables.get(name) for name in self.names}
        self.exported = {name: os.environ.get(name) for name in self.names}

    def __exit__(self, *error):
        for name in self.names:
            restore_variable(name, self.values[name], self.exported[name])


def restore_variable(name, value, exported):
    """Put a variable back as it was."""
    variables.pop(name, None)
    if exported is not None:
        os.environ[name] = exported
    if value is not None:
        variables[name] = value


def temporarily(values, body):
    """Run a part with variables of its own in the environment."""
    with local_variables(*values):
        for name, value in values.items():
            export(name, value)
        return body()
