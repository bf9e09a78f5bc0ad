def true_program(argv, env):
    """Succeed."""
    return 0


def false_program(argv, env):
    """Fail."""
    return 1
