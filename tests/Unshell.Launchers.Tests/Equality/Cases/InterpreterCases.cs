using System.Text;
using Unshell.Testing;

namespace Unshell.Launchers.Tests.Equality.Cases;

/// <summary>
/// The interpreter cases of mvdan/sh and of Oils, where they were fetched: under this machine's shells and as launchers. The count is in
/// <c>corpus/shell-cases.txt</c>. <c>UNSHELL_SHELL_CASES_REPORT</c> names a file for the whole of each difference,
/// <c>UNSHELL_SHELL_CASES_FILTER</c> a part of the ids to run.
/// </summary>
public sealed class InterpreterCases
{
    [Fact]
    public void A_launcher_does_what_the_case_does_under_the_real_shell()
    {
        Machine.SkipWithoutShells();
        Assert.SkipWhen(ShellCases.Folder is null, "UNSHELL_SHELL_CASES names no folder: corpus/shell-cases.sh fetches the cases and runs them");
        var filter = Environment.GetEnvironmentVariable("UNSHELL_SHELL_CASES_FILTER") ?? "";
        var cases = ShellCases.Read(ShellCases.Folder!).Where(test => test.Id.Contains(filter, StringComparison.Ordinal)).ToList();
        var tally = new CaseTally();
        Parallel.ForEach(cases, new ParallelOptions { MaxDegreeOfParallelism = 2 }, () => new Sandbox(), (test, state, sandbox) =>
        {
            try
            {
                if (CaseWorld.NotOurs(test) is { } reason) tally.AddNotOurs(test, reason);
                else tally.Add(test, EqualityCheck.Run(sandbox, CaseWorld.Trial(test)));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidOperationException)
            {
                tally.AddNotOurs(test, $"the sandbox fails: {error.GetType().Name}");
            }

            return sandbox;
        }, sandbox => sandbox.Dispose());
        if (Environment.GetEnvironmentVariable("UNSHELL_SHELL_CASES_REPORT") is { } path) File.WriteAllText(path, Report(tally));
        if (filter.Length == 0) Golden.Match(Repository.Folder("corpus"), "shell-cases.txt", tally.Print());
    }

    private static string Report(CaseTally tally)
    {
        var text = new StringBuilder();
        foreach (var (test, verdict) in tally.Different)
        {
            text.Append($"==== {test.Id}\n{test.Script.TrimEnd('\n')}\n");
            foreach (var difference in verdict.Differences) text.Append($"-- {difference}");
            text.Append('\n');
        }

        return text.ToString();
    }
}
