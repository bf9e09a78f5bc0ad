using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Tests.Equality.Semantics;

/// <summary>What a compiler of shell scripts must not get wrong, case by case; both shells are asked.</summary>
public sealed class SemanticCases
{
    /// <summary>Cases that are refused, and those that are still different, by topic, shell and name: the list only gets shorter.</summary>
    private static readonly Dictionary<string, string> Known =
        File.ReadLines(Repository.Folder("tests/Unshell.Launchers.Tests/Equality/Semantics/known.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split(' ', 2))
            .ToDictionary(words => words[1], words => words[0], StringComparer.Ordinal);

    public static TheoryData<string, string, string> Cases =>
        [.. SemanticCase.All.Select(test => new TheoryDataRow<string, string, string>(test.Topic, test.Dialect == ShellDialect.Bash ? "bash" : "dash", test.Name))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_launcher_means_what_its_script_means(string topic, string shell, string name)
    {
        Machine.SkipWithoutShells();
        var test = SemanticCase.All.Single(test => test.Topic == topic && test.Name == name && test.Dialect == (shell == "bash" ? ShellDialect.Bash : ShellDialect.Posix));
        using var sandbox = new Sandbox();
        var (state, text) = EqualityCheck.Run(sandbox, test.Trial) switch
        {
            Verdict.Outside outside => ("refused", string.Join("; ", outside.Reasons)),
            Verdict.Different different => ("different", $"{test.Script}\n{string.Join("", different.Differences)}\n{different.Python}"),
            Verdict.Unsteady unsteady => ("unsteady", string.Join("", unsteady.Differences)),
            _ => ("equal", ""),
        };
        state.ShouldBe(Known.GetValueOrDefault($"{topic} {shell} {name}", "equal"), $"{state}: {text}\nknown.txt says what is expected");
    }

    [Fact]
    public void The_list_of_known_cases_names_cases() =>
        Known.Keys.Except(SemanticCase.All.Select(test => $"{test.Topic} {(test.Dialect == ShellDialect.Bash ? "bash" : "dash")} {test.Name}"), StringComparer.Ordinal)
            .ShouldBeEmpty();
}
