using System.Runtime.CompilerServices;

namespace Unshell.Cli.Tests;

public sealed class ReadmeTests
{
    [Theory]
    [InlineData("check")]
    [InlineData("migrate")]
    public void The_readme_shows_what_the_program_prints(string command)
    {
        var root = Root();
        var heading = $"$ unshell {command} examples/claims-service";
        var shown = File.ReadAllLines(Path.Combine(root, "README.md"))
            .SkipWhile(line => line != heading).Skip(1).TakeWhile(line => line != "```")
            .Where(line => line.Length > 0 && line != "…").ToList();
        var printed = CommandRun.In(root, command, "examples/claims-service").Output.Split('\n').AsEnumerable();

        shown.ShouldNotBeEmpty();
        foreach (var line in shown)
        {
            var rest = printed.SkipWhile(other => other != line).ToList();
            rest.ShouldNotBeEmpty($"README.md shows a line that unshell {command} does not print there: {line}");
            printed = rest.Skip(1);
        }
    }

    [Fact]
    public void The_check_of_the_example_fits_one_screen() =>
        CommandRun.In(Root(), "check", "examples/claims-service").Output.Split('\n').Length.ShouldBeLessThanOrEqualTo(50);

    private static string Root([CallerFilePath] string caller = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(caller)!, "..", ".."));
}
