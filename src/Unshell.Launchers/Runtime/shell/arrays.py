def set_array(name, values):
    """Make a variable an array of these values."""
    dict.__setitem__(variables, name, dict(enumerate(values)))


def append_array(name, values):
    """Add values behind the last one of an array."""
    array = array_of(name)
    start = max((key for key in array if isinstance(key, int)), default=-1) + 1
    array.update(enumerate(values, start))


def array_of(name):
    """An array to be changed; a plain value becomes its first element."""
    value = variables.get(name)
    if not isinstance(value, dict):
        value = {} if value is None else {0: value}
        dict.__setitem__(variables, name, value)
    return value


def array_key(array, key):
    """A subscript, counted from the end where it is negative."""
    if isinstance(key, int) and key < 0:
        return max(array, default=-1) + 1 + key
    return key


def set_element(name, key, value):
    """Give an element of an array a value."""
    array = array_of(name)
    array[array_key(array, key)] = value


def assign_element(name, key, value):
    """Give an element of an array a number, which is also the result."""
    value = wrapped(value)
    set_element(name, key, str(value))
    return value


def element(name, key):
    """An element of an array, empty where there is none."""
    array = variables.get(name, {})
    if not isinstance(array, dict):
        array = {0: array}
    return array.get(array_key(array, key), "")


def has_element(name, key):
    """Whether an array has an element."""
    array = variables.get(name, {})
    if not isinstance(array, dict):
        array = {0: array}
    return array_key(array, key) in array


def unset_element(name, key):
    """Take an element out of an array."""
    array = array_of(name)
    array.pop(array_key(array, key), None)


def elements(name):
    """All elements of an array, in the order of their subscripts."""
    array = variables.get(name, {})
    if not isinstance(array, dict):
        return [array]
    return [array[key] for key in keys_in_order(array)]


def keys_in_order(array):
    """Subscripts in order; those of an associative array as they came."""
    if all(isinstance(key, int) for key in array):
        return sorted(array)
    return list(array)


def array_keys(name):
    """The subscripts of an array, as texts."""
    array = variables.get(name, {})
    if not isinstance(array, dict):
        return ["0"]
    return [str(key) for key in keys_in_order(array)]


def items_of(items, offset, length=None):
    """A part of a list (`${a[@]:offset:length}`)."""
    start = offset if offset >= 0 else len(items) + offset
    if start < 0:
        return []
    return items[start:] if length is None else items[start : start + length]
