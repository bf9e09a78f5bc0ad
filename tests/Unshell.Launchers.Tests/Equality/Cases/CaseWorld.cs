using System.Collections.Immutable;

namespace Unshell.Launchers.Tests.Equality.Cases;

/// <summary>The world in which the cases of other suites run.</summary>
internal static class CaseWorld
{
    // All that the cases use and that this machine has; in the image too, so that the language alone is compared.
    private static readonly ImmutableArray<string> Tools =
    [
        .. new[]
        {
            "basename", "cat", "chmod", "cp", "cut", "date", "dirname", "env", "expr", "find", "grep", "head", "id", "ln", "ls", "md5sum", "mkdir", "mkfifo", "mktemp",
            "mv", "od", "paste", "printenv", "readlink", "rm", "rmdir", "sed", "seq", "sleep", "sort", "stat", "tac", "tail", "tee", "touch", "tr", "uname", "uniq", "wc", "which",
            "xargs", "xxd", "yes", "hexdump", "rev", "dd", "realpath", "whoami", "true", "false", "timeout", "nohup", "kill", "hostname", "awk", "getconf", "python3",
        }.Where(name => File.Exists("/usr/bin/" + name)),
    ];

    public static Trial Trial(ShellCase test) => new()
    {
        Script = test.Script,
        Dialect = test.Dialect,
        Environment = ImmutableSortedDictionary.CreateRange<string, string?>(
            StringComparer.Ordinal,
            [
                new("TMP", "@ROOT@/app"), new("TMPDIR", "@ROOT@/app"), new("INTERP_GLOBAL", "value"), new("MULTILINE_INTERP_GLOBAL", "\nwith\nnewlines\n\n"),
                new("MIXEDCASE_INTERP_GLOBAL", "value"), new("PATH_PROG", "sh"), new("ENV_PROG", "env"), new("LC_ALL", "C.UTF-8"),
            ]),
        Programs = [new("argv.py") { Output = "arguments\n" }, new("printenv.py") { Output = "variables\n" }, new("stdout_stderr.py") { Output = "STDOUT\n", Errors = "STDERR\n" }],
        Tools = Tools,
        KeepsTools = true,
        Limit = TimeSpan.FromSeconds(5),
    };

    /// <summary>Why a case says nothing about launchers, or null.</summary>
    public static string? NotOurs(ShellCase test)
    {
        if (test.Script.Contains("$SH", StringComparison.Ordinal) || test.Script.Contains("${SH", StringComparison.Ordinal))
            return "the case starts another shell and looks at that";
        if (test.Script.Contains("GOSH_PROG", StringComparison.Ordinal)) return "the case wants a program of its suite";
        return test.Script.Contains("OILS_", StringComparison.Ordinal) || test.Script.Contains("REPO_ROOT", StringComparison.Ordinal)
            ? "the case wants files of its suite"
            : null;
    }
}
