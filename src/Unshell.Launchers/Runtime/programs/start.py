import os
import sys

python_programs = {}


def call_program(argv, env):
    """Run a program, in Python where the launcher has it so, and wait for it."""
    function = python_programs.get(argv[0])
    if function is not None:
        return function(argv[1:], env)
    return wait_status(fork(lambda: exec_program(argv, env)))


def exec_program(argv, env):
    """Become a program; one that is done in Python ends the process."""
    function = python_programs.get(argv[0])
    if function is not None:
        sys.exit(function(argv[1:], env))
    try:
        os.execvpe(argv[0] or "/", argv, env)
    except OSError as error:
        complain(argv[0], os.strerror(error.errno))
        missing = isinstance(error, (FileNotFoundError, NotADirectoryError))
        sys.exit(127 if missing or not argv[0] else 126)


def with_programs(function, inner, argv, env):
    """Do a program that runs others, of which these are done in Python."""
    python_programs.update(inner)
    return function(argv, env)
