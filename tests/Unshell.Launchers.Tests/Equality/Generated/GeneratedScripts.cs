using System.Globalization;
using System.Text;
using Unshell.Shell.Syntax;
using Unshell.Text;

namespace Unshell.Launchers.Tests.Equality.Generated;

/// <summary>
/// Launchers of generated scripts do what the scripts do. <c>UNSHELL_EQUALITY_SCRIPTS</c> says how many,
/// <c>UNSHELL_EQUALITY_SEED</c> for others; <c>UNSHELL_EQUALITY_REPORT</c> names a file for all that was found.
/// </summary>
public sealed class GeneratedScripts
{
    /// <summary>Making one script small runs it some hundred times.</summary>
    private const int MostShrunk = 12;

    private static string? Reports => Environment.GetEnvironmentVariable("UNSHELL_EQUALITY_REPORT");

    [Theory]
    [InlineData(ShellDialect.Posix)]
    [InlineData(ShellDialect.Bash)]
    public void A_launcher_does_what_its_script_does(ShellDialect dialect)
    {
        Machine.SkipWithoutShells();
        var count = Setting("UNSHELL_EQUALITY_SCRIPTS", 0);
        Assert.SkipWhen(count == 0, "UNSHELL_EQUALITY_SCRIPTS asks for no scripts: launchers of generated scripts were not compared");
        var first = Setting("UNSHELL_EQUALITY_SEED", 1);
        var found = new List<string>();
        int equal = 0, outside = 0, unsteady = 0;
        Parallel.For(first, first + count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, () => new Sandbox(), (seed, state, sandbox) =>
        {
            var script = GeneratedWorld.Script(dialect, (uint)seed);
            var verdict = EqualityCheck.Run(sandbox, GeneratedWorld.Trial(dialect, script.ToString()));
            _ = verdict switch
            {
                Verdict.Equal => Interlocked.Increment(ref equal),
                Verdict.Outside => Interlocked.Increment(ref outside),
                Verdict.Unsteady => Interlocked.Increment(ref unsteady),
                _ => 0,
            };
            if (verdict is not Verdict.Different) return sandbox;
            var report = Report(sandbox, dialect, seed, script, found.Count < MostShrunk, What(verdict));
            lock (found)
            {
                found.Add(report);
                if (Reports is { } file) File.AppendAllText(file, report);
            }

            return sandbox;
        }, sandbox => sandbox.Dispose());
        var summary = $"{dialect}: {count} scripts, {equal} equal, {found.Count} different, {outside} outside, {unsteady} unsteady\n";
        TestContext.Current.SendDiagnosticMessage(summary);
        if (Reports is { } path) File.AppendAllText(path, summary);
        found.ShouldBeEmpty(summary + string.Join('\n', found.Take(10)));
        // A generator that makes only what is refused would prove nothing.
        equal.ShouldBeGreaterThan(count / 2, summary);
    }

    [Theory]
    [InlineData(ShellDialect.Posix)]
    [InlineData(ShellDialect.Bash)]
    public void Generated_scripts_are_scripts(ShellDialect dialect)
    {
        for (var seed = 1u; seed <= 2000; seed++)
        {
            var script = GeneratedWorld.Script(dialect, seed).ToString();
            var errors = ShellSyntax.Parse(new SourceText("entrypoint", script), dialect).Diagnostics;
            errors.ShouldBeEmpty($"seed {seed}: {string.Join("; ", errors.Select(error => error.Message))}\n{script}");
        }
    }

    [Theory]
    [InlineData(ShellDialect.Posix)]
    [InlineData(ShellDialect.Bash)]
    public void Generated_scripts_do_the_same_twice(ShellDialect dialect)
    {
        Machine.SkipWithoutShells();
        using var sandbox = new Sandbox();
        for (var seed = 1u; seed <= 40; seed++)
        {
            var trial = GeneratedWorld.Trial(dialect, GeneratedWorld.Script(dialect, seed).ToString());
            var shell = Machine.ShellFor(dialect);
            var once = sandbox.RunScript(trial, shell);
            once.WasKilled.ShouldBeFalse($"seed {seed}\n{trial.Script}");
            Comparison.Differences(trial, once, sandbox.RunScript(trial, shell)).ShouldBeEmpty($"seed {seed}\n{trial.Script}");
        }
    }

    private static string Report(Sandbox sandbox, ShellDialect dialect, int seed, Fragment script, bool isShrunk, string? what)
    {
        var smallest = !isShrunk ? script : GeneratedWorld.Shrink(script, text => What(EqualityCheck.Run(sandbox, GeneratedWorld.Trial(dialect, text))) == what);
        var text = new StringBuilder($"==== {dialect}, seed {seed} ====\n{smallest}");
        if (EqualityCheck.Run(sandbox, GeneratedWorld.Trial(dialect, smallest.ToString())) is Verdict.Different different)
            text.AppendJoin("", different.Differences.Select(difference => $"-- {difference}"));
        return text.Append('\n').ToString();
    }

    // The first thing that differs and what the script had there: with that kept, a smaller script differs for the same reason.
    private static string? What(Verdict verdict) =>
        verdict is Verdict.Different different ? string.Join('\n', different.Differences[0].Split('\n').Take(2)) + different.Differences.Any(text => text.StartsWith("a traceback", StringComparison.Ordinal)) : null;

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
