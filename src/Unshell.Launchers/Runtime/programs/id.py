import os
import pwd

ID_OPTIONS = {
    "-u": "user",
    "--user": "user",
    "-g": "group",
    "--group": "group",
    "-G": "groups",
    "--groups": "groups",
    "-n": "name",
    "--name": "name",
    "-r": "real",
    "--real": "real",
}


def id_program(argv, env):
    """Write the ids of the user, or of a named one."""
    options, operands = read_options("id", argv, ID_OPTIONS)
    if options is None:
        return 125
    if len(operands) > 1:
        return extra_operand("id", operands[1])
    choices = [key for key in ("user", "group", "groups") if key in options]
    if len(choices) > 1 or (not choices and options):
        complain("id", "cannot print these together")
        return 1
    if operands:
        uid = user_id(operands[0])
        name = None if uid is None else user_name(uid)
        if name is None:
            complain("id", f"{quoted_name(operands[0])}: no such user")
            return 1
        gid = pwd.getpwuid(uid).pw_gid
        groups = os.getgrouplist(name, gid)
    else:
        uid, gid = os.geteuid(), os.getegid()
        if "real" in options:
            uid, gid = os.getuid(), os.getgid()
        groups = [gid] + [each for each in os.getgroups() if each != gid]
    if not choices:
        return id_everything(uid, gid, groups)
    numbers = {"user": [uid], "group": [gid], "groups": groups}[choices[0]]
    status, words = 0, [str(number) for number in numbers]
    if "name" in options:
        lookup = user_name if choices == ["user"] else group_name
        for at, number in enumerate(numbers):
            name = lookup(number)
            words[at] = name or words[at]
            if name is None:
                complain("id", f"cannot find name for {choices[0]} ID {number}")
                status = 1
    write_all(1, os.fsencode(" ".join(words) + "\n"))
    return status


def id_everything(uid, gid, groups):
    """Write user, group and groups with their names."""
    users = [(f"uid={uid}", user_name(uid)), (f" gid={gid}", group_name(gid))]
    text = "".join(key if name is None else f"{key}({name})" for key, name in users)
    named = [(each, group_name(each)) for each in groups]
    words = [str(each) if name is None else f"{each}({name})" for each, name in named]
    write_all(1, os.fsencode(f"{text} groups={','.join(words)}\n"))
    return 0
