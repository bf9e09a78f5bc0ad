import os
import pwd

SETPRIV_OPTIONS = {
    "--reuid": "user=",
    "--regid": "group=",
    "--init-groups": "init_groups",
    "--clear-groups": "clear_groups",
    "--keep-groups": "keep_groups",
}
RUNUSER_OPTIONS = {
    "-u": "user=",
    "--user": "user=",
}


def gosu_program(argv, env):
    """Run a program as a user; who is not root has no privileges to drop."""
    if len(argv) < 2:
        complain("gosu", "usage: gosu user-spec command [args]")
        return 1
    return run_as("gosu", argv[0], argv[1:], env)


def su_exec_program(argv, env):
    """Run a program as a user, as gosu does."""
    if len(argv) < 2:
        complain("su-exec", "usage: su-exec user-spec command [args]")
        return 1
    return run_as("su-exec", argv[0], argv[1:], env)


def runuser_program(argv, env):
    """Run a program as the user of -u."""
    options, operands = read_options("runuser", argv, RUNUSER_OPTIONS, permute=False)
    if options is None or "user" not in options or not operands:
        complain("runuser", "cannot do this without -u and a program")
        return 125
    return run_as("runuser", options["user"], operands, env)


def setpriv_program(argv, env):
    """Run a program with the ids of --reuid and --regid."""
    options, operands = read_options("setpriv", argv, SETPRIV_OPTIONS, permute=False)
    if options is None or not operands:
        complain("setpriv", "cannot do this without a program")
        return 125
    user, group = options.get("user", ""), options.get("group", "")
    if not user or not group:
        complain("setpriv", "cannot do this without --reuid and --regid")
        return 125
    return run_as("setpriv", f"{user}:{group}", operands, env)


def run_as(name, spec, argv, env):
    """Run a program as USER or USER:GROUP; who is not root stays who they are."""
    if os.geteuid() != 0:
        return call_program(argv, env)
    try:
        uid, gid = owner_ids(spec)
        entry = pwd.getpwuid(uid)
        home, groups = entry.pw_dir, os.getgrouplist(entry.pw_name, entry.pw_gid)
        gid = entry.pw_gid if gid == -1 else gid
    except KeyError:
        home, groups = "/", [gid] if gid != -1 else []
    except ValueError as error:
        complain(name, str(error))
        return 1
    changed = {**env, "HOME": home} if name in ("gosu", "su-exec") else env

    def become():
        os.setgroups(groups if ":" not in spec else [gid])
        if gid != -1:
            os.setgid(gid)
        os.setuid(uid)
        exec_program(argv, changed)

    return wait_status(fork(become))
