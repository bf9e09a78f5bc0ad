import grp
import os
import pwd


def user_id(name):
    """Look up a user name or number; None if there is no such user."""
    try:
        return pwd.getpwnam(name).pw_uid
    except KeyError:
        return int(name) if name.isascii() and name.isdigit() else None


def group_id(name):
    """Look up a group name or number; None if there is no such group."""
    try:
        return grp.getgrnam(name).gr_gid
    except KeyError:
        return int(name) if name.isascii() and name.isdigit() else None


def user_name(number):
    """Look up a user's name; None if the number has none."""
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return None


def group_name(number):
    """Look up a group's name; None if the number has none."""
    try:
        return grp.getgrgid(number).gr_name
    except KeyError:
        return None


def owner_ids(text):
    """Read USER, USER:GROUP, USER: or :GROUP into two ids, -1 for no change.

    Raises ValueError with what is wrong.
    """
    user, colon, group = text.partition(":")
    uid = gid = -1
    if user and (uid := user_id(user)) is None:
        raise ValueError(f"invalid user: {quoted_name(text)}")
    if group and (gid := group_id(group)) is None:
        raise ValueError(f"invalid group: {quoted_name(text)}")
    if user and colon and not group:
        try:
            gid = pwd.getpwnam(user).pw_gid
        except KeyError:
            raise ValueError(f"invalid spec: {quoted_name(text)}") from None
    return uid, gid


def change_owner(name, path, ids, options, named=True):
    """Give a path, and with -R all below it, to a user and a group."""
    follows = named and not options.keys() & {"no_dereference", "recursive"}
    status = 0
    try:
        info = os.stat(path) if follows else os.lstat(path)
        change = [new not in (-1, old) for new, old in zip(ids, info[4:6])]
        if any(change):
            os.chown(path, *ids, follow_symlinks=follows)
    except OSError as error:
        if "silent" not in options:
            reason = os.strerror(error.errno)
            complain(name, f"cannot change owner of {quoted_name(path)}: {reason}")
        status = 1
    is_tree = os.path.isdir(path) and not os.path.islink(path)
    if "recursive" not in options or not is_tree:
        return status
    try:
        children = sorted(os.listdir(path))
    except OSError as error:
        if "silent" not in options:
            complain_of(name, f"cannot read directory {quoted_name(path)}", error)
        return 1
    for child in children:
        below = f"{path.rstrip('/')}/{child}"
        status |= change_owner(name, below, ids, options, False)
    return status
