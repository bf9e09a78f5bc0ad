using System.Collections.Immutable;
using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Tests.Equality.Semantics;

/// <summary>A script of a few lines about one thing: <c>#### what it shows</c> in a file of <c>cases</c>, then the lines.</summary>
internal sealed record SemanticCase(string Topic, string Name, ShellDialect Dialect, string Script)
{
    /// <summary>All cases; those of <c>bash.sh</c> are for bash alone, all others for both shells.</summary>
    public static ImmutableArray<SemanticCase> All { get; } =
    [
        .. Directory.EnumerateFiles(Repository.Folder("tests/Unshell.Launchers.Tests/Equality/Semantics/cases"), "*.sh")
            .Order(StringComparer.Ordinal).SelectMany(Read),
    ];

    public Trial Trial => new()
    {
        Script = Script,
        Dialect = Dialect,
        Arguments = ["one", "", "two words", "*"],
        Environment = ImmutableSortedDictionary.CreateRange<string, string?>(StringComparer.Ordinal, [new("E", "from outside")]),
        Input = "in 1\nin  2 \\\nin 3",
        Programs =
        [
            new("run"), new("take") { ReadsInput = true, Output = "taken\n" }, new("say") { Output = "said  this\nand that\n\n" },
            new("fail") { ExitCode = 3, Errors = "failed\n" }, new("flaky") { FailsFirst = 2 }, new("sleep"), new("tool") { Path = "tool" },
        ],
        Tools = ["cat", "tr", "cut", "sort", "uniq", "sed", "head", "tail", "wc", "awk", "grep", "ls", "mkdir", "ln", "dirname", "basename"],
        Files = ImmutableSortedDictionary.CreateRange<string, string>(
            StringComparer.Ordinal,
            [
                new("f1.txt", "first  line\n second\\\nthird\n"), new("d1/f2", "x"), new("d1/.hidden", ""), new("word.txt", ""),
                new("lib.sh", "libf() { echo \"lib $1 $#\"; }\nL=1\necho \"sourced $#\"\n"),
            ]),
    };

    private static IEnumerable<SemanticCase> Read(string path)
    {
        var topic = Path.GetFileNameWithoutExtension(path);
        ShellDialect[] dialects = topic == "bash" ? [ShellDialect.Bash] : [ShellDialect.Posix, ShellDialect.Bash];
        foreach (var part in ("\n" + File.ReadAllText(path)).Split("\n#### ").Skip(1))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            foreach (var dialect in dialects) yield return new(topic, part[..end], dialect, part[(end + 1)..] + "\n");
        }
    }
}
