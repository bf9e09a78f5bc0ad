using System.Collections.Frozen;
using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Compilation;

/// <summary>The builtins of dash and bash, by name.</summary>
internal static class ShellBuiltins
{
    private static readonly FrozenSet<string> Special = FrozenSet.Create(
        StringComparer.Ordinal, ":", ".", "break", "continue", "eval", "exec", "exit", "export", "readonly", "return", "set", "shift", "times", "trap", "unset");

    private static readonly FrozenSet<string> Regular = FrozenSet.Create(
        StringComparer.Ordinal,
        "[", "alias", "bg", "cd", "command", "echo", "false", "fg", "getopts", "hash", "jobs", "kill", "local", "printf", "pwd", "read", "test",
        "true", "type", "ulimit", "umask", "unalias", "wait");

    private static readonly FrozenSet<string> OfBash = FrozenSet.Create(
        StringComparer.Ordinal,
        "bind", "builtin", "caller", "compgen", "complete", "compopt", "declare", "dirs", "disown", "enable", "help", "history", "let", "logout",
        "mapfile", "popd", "pushd", "readarray", "shopt", "source", "suspend", "typeset");

    /// <summary>Whether either shell has such a builtin.</summary>
    public static bool Has(string name) => Special.Contains(name) || Regular.Contains(name) || OfBash.Contains(name);

    /// <summary>Whether the shell of a dialect has such a builtin.</summary>
    public static bool Has(string name, ShellDialect dialect) =>
        Special.Contains(name) || Regular.Contains(name) || (dialect == ShellDialect.Bash && OfBash.Contains(name));

    /// <summary>Whether it is a special builtin of POSIX (XCU 2.14).</summary>
    public static bool IsSpecial(string name) => Special.Contains(name);
}
