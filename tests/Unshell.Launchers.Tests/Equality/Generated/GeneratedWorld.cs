using System.Collections.Immutable;
using CsCheck;
using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Tests.Equality.Generated;

/// <summary>The world in which generated scripts run, and how one becomes smaller.</summary>
internal static class GeneratedWorld
{
    /// <summary>The script of a seed; the same on every machine.</summary>
    public static Fragment Script(ShellDialect dialect, uint seed) => new ScriptGen(dialect).Generate(new PCG(seed), null, out _);

    public static Trial Trial(ShellDialect dialect, string script) => new()
    {
        Script = script,
        Dialect = dialect,
        Arguments = ["one", "", "two words", "*"],
        Environment = ImmutableSortedDictionary.CreateRange<string, string?>(StringComparer.Ordinal, [new("E", "from outside"), new("c", "c:d e")]),
        Input = "in 1\nin  2 \nin 3",
        Programs =
        [
            new("run"), new("take") { ReadsInput = true }, new("say") { Output = "said  this\nand that\n\n" },
            new("fail") { ExitCode = 3, Errors = "failed\n" },
        ],
        Tools = ["cat", "tr"],
        Files = ImmutableSortedDictionary.CreateRange<string, string>(
            StringComparer.Ordinal,
            [
                new("f1.txt", "first  line\n second\\\nthird\n"), new("d1/f2", "x"), new("d1/.hidden", ""), new("word.txt", ""),
                new("lib.sh", "libf() { echo \"lib $1 $#\"; }\nL=1\necho \"sourced $#\"\n"),
            ]),
        IsConcurrent = script.Contains(" &\n", StringComparison.Ordinal),
        Limit = TimeSpan.FromSeconds(8),
    };

    /// <summary>The smallest script found, by taking one thing after the other away, for which something still holds.</summary>
    public static Fragment Shrink(Fragment script, Func<string, bool> stillHolds, int attempts = 200)
    {
        var again = true;
        while (again && attempts > 0)
        {
            again = false;
            foreach (var smaller in script.Smaller())
            {
                if (attempts-- <= 0) break;
                if (!stillHolds(smaller.ToString())) continue;
                script = smaller;
                again = true;
                break;
            }
        }

        return script;
    }
}
