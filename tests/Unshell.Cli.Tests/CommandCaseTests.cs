using System.Globalization;
using Unshell.Testing;

namespace Unshell.Cli.Tests;

/// <summary>Each case runs command.txt in a copy of input/; stdout.txt, stderr.txt and exit.txt say what comes of it.</summary>
public sealed class CommandCaseTests
{
    public static TheoryData<string> Cases => [.. Golden.Cases()];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_command_says_what_is_expected(string folder)
    {
        using var copy = new TestFolder();
        if (Directory.Exists(Path.Combine(folder, "input"))) copy.CopyFrom(Path.Combine(folder, "input"));
        var before = copy.State();
        var line = File.ReadAllText(Path.Combine(folder, "command.txt")).Trim().Split(" < ");
        var input = line.Length > 1 ? copy.Read(line[1]) : "";
        var run = CommandRun.In(copy.Path, input, line[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]);
        Golden.Match(folder, "stdout.txt", run.Output.Replace(copy.Path, "(folder)", StringComparison.Ordinal));
        Golden.Match(folder, "stderr.txt", run.Error.Replace(copy.Path, "(folder)", StringComparison.Ordinal));
        Golden.Match(folder, "exit.txt", ((int)run.ExitCode).ToString(CultureInfo.InvariantCulture) + "\n");
        Golden.NothingElse(folder, "command.txt", "input/");
        copy.State().ShouldBe(before, "no command of these writes");
    }

    [Fact]
    public void There_are_cases() => Cases.ShouldNotBeEmpty();

    [Fact]
    public void An_expectation_that_nothing_gives_is_told()
    {
        using var folder = new TestFolder().With("command.txt", "").With("input/a", "").With("stdout.txt", "said\n").With("stdout.old.txt", "said\n");
        Golden.Match(folder.Path, "stdout.txt", "said\n");

        Should.Throw<InvalidOperationException>(() => Golden.NothingElse(folder.Path, "command.txt", "input/"))
            .Message.ShouldBe($"{folder.Path}/stdout.old.txt is an expectation that nothing gives; remove it, or mend the test");
    }
}
