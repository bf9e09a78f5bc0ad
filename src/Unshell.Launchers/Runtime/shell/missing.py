import sys


def not_set(name, message):
    """Stop: a variable that the script asks for has no value."""
    complain_line(f"{name}: {message}")
    sys.exit(FATAL)


def needed(store, name):
    """The value of a variable that must be set (set -u)."""
    if name not in store:
        not_set(name, "unbound variable")
    return store[name]


def unbound(name):
    """Stop: a variable is not set (set -u)."""
    not_set(name, "unbound variable")


def argument(arguments, number):
    """A positional parameter, empty where there are not so many."""
    return arguments[number - 1] if number <= len(arguments) else ""


def needed_argument(arguments, number):
    """A positional parameter that must be there (set -u)."""
    if number > len(arguments):
        not_set(f"${number}", "unbound variable")
    return arguments[number - 1]
