using System.Collections.Immutable;
using Unshell.Text;

namespace Unshell.Launchers.Tests.Equality;

/// <summary>What came of one comparison.</summary>
internal abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>Nothing differs.</summary>
    public sealed record Equal(bool IsPlain) : Verdict;

    /// <summary>The launcher does something else than the script.</summary>
    public sealed record Different(ImmutableArray<string> Differences, string Python) : Verdict;

    /// <summary>The compiler refuses the script.</summary>
    public sealed record Outside(ImmutableArray<string> Reasons) : Verdict;

    /// <summary>The script itself does not do the same twice.</summary>
    public sealed record Unsteady(ImmutableArray<string> Differences) : Verdict;
}

/// <summary>Compiles a script and compares it with its launcher.</summary>
internal static class EqualityCheck
{
    private const int Repetitions = 3;

    public static Verdict Run(Sandbox sandbox, Trial trial)
    {
        LauncherResult result;
        try
        {
            result = LauncherCompiler.Compile(Source(trial), Target(trial));
        }
        catch (Exception error)
        {
            return new Verdict.Different([$"the compiler fails: {error.Message}\n{error.StackTrace}\n"], "");
        }

        if (result.Python is not { } python) return new Verdict.Outside([.. result.Refusals.Select(refusal => refusal.Reason)]);
        var shell = Machine.ShellFor(trial.Dialect);
        var script = sandbox.RunScript(trial, shell);
        var launcher = sandbox.RunLauncher(trial, python);
        var differences = Comparison.Differences(trial, script, launcher);
        if (differences.IsEmpty) return new Verdict.Equal(result.IsPlain);
        for (var i = 0; i < Repetitions; i++)
        {
            var again = Comparison.Differences(trial, script, sandbox.RunScript(trial, shell));
            if (!again.IsEmpty) return new Verdict.Unsteady(again);
        }

        return new Verdict.Different(differences, python);
    }

    public static LauncherSource Source(Trial trial) => new()
    {
        Text = new SourceText(Sandbox.ScriptName, trial.Script),
        Dialect = trial.Dialect,
        IsScript = trial.IsScript,
        Options = trial.Options,
        Files = trial.Files.Select(file => KeyValuePair.Create(file.Key, new SourceText(file.Key, file.Value)))
            .ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    /// <summary>An image with the fake programs and nothing else.</summary>
    public static LauncherTarget Target(Trial trial)
    {
        var programs = trial.Programs.Select(program => program.Path ?? program.Name)
            .Concat(trial.KeepsTools ? trial.Tools : []).ToImmutableHashSet(StringComparer.Ordinal);
        return new()
        {
            HasProgram = name => programs.Contains(name) || programs.Contains(name.TrimStart('.', '/')),
            UserId = (int)UserIds.User,
            GroupId = (int)UserIds.Group,
            UserName = Environment.UserName,
        };
    }
}
