using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Tests.Equality.Semantics;

/// <summary>What a compiler of shell scripts must not get wrong, case by case; both shells are asked.</summary>
public sealed class SemanticCases
{
    /// <summary>What is refused, as it should be: a case by its topic, name and dialect.</summary>
    private static readonly HashSet<string> Outside = [];

    public static TheoryData<string, string, string> Cases =>
        [.. SemanticCase.All.Select(test => new TheoryDataRow<string, string, string>(test.Topic, test.Dialect == ShellDialect.Bash ? "bash" : "dash", test.Name))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_launcher_means_what_its_script_means(string topic, string shell, string name)
    {
        Machine.SkipWithoutShells();
        var test = SemanticCase.All.Single(test => test.Topic == topic && test.Name == name && test.Dialect == (shell == "bash" ? ShellDialect.Bash : ShellDialect.Posix));
        using var sandbox = new Sandbox();
        switch (EqualityCheck.Run(sandbox, test.Trial))
        {
            case Verdict.Outside outside:
                Outside.ShouldContain($"{topic} {shell} {name}", $"refused: {string.Join("; ", outside.Reasons)}");
                break;
            case Verdict.Different different:
                Assert.Fail($"{test.Script}\n{string.Join("", different.Differences)}\n{different.Python}");
                break;
            case Verdict.Unsteady unsteady:
                Assert.Fail($"the script does not do the same twice\n{string.Join("", unsteady.Differences)}");
                break;
        }
    }
}
