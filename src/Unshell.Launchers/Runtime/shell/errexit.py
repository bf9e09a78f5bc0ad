import sys

error_exit = {"on": False, "tests": 0}


def set_error_exit(on):
    """Turn `set -e` on or off."""
    error_exit["on"] = on


def check_unless_tested(status):
    """Stop where a command fails, if `set -e` holds and no condition is around it."""
    if status and error_exit["on"] and not error_exit["tests"]:
        sys.exit(status)


def tested(body):
    """Run a part as a condition: failures in it do not stop the script."""
    error_exit["tests"] += 1
    try:
        return body()
    finally:
        error_exit["tests"] -= 1
