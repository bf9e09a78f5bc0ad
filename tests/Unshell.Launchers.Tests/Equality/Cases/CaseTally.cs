using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Unshell.Launchers.Tests.Equality.Cases;

/// <summary>The count over all cases, and its text.</summary>
internal sealed partial class CaseTally
{
    private readonly ConcurrentBag<(ShellCase Case, Verdict Verdict)> results = [];

    private readonly ConcurrentBag<(ShellCase Case, string Reason)> notOurs = [];

    public IEnumerable<(ShellCase Case, Verdict.Different Verdict)> Different =>
        results.Where(result => result.Verdict is Verdict.Different)
            .Select(result => (result.Case, (Verdict.Different)result.Verdict))
            .OrderBy(result => result.Case.Id, StringComparer.Ordinal);

    public void Add(ShellCase test, Verdict verdict) => results.Add((test, verdict));

    public void AddNotOurs(ShellCase test, string reason) => notOurs.Add((test, reason));

    /// <summary>The scoreboard.</summary>
    public string Print()
    {
        var text = new StringBuilder();
        text.Append("# Written by the tests of Unshell.Launchers; corpus/README.md tells what each word means.\n\n");
        Line(text, "all", results);
        text.Append(CultureInfo.InvariantCulture, $"not ours {notOurs.Count}\n");
        foreach (var group in notOurs.GroupBy(entry => entry.Reason).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"  {group.Count(),5} {group.Key}\n");
        text.Append("\nby shell\n");
        foreach (var group in results.GroupBy(result => result.Case.Dialect).OrderBy(group => group.Key)) Line(text, "  " + (group.Key == 0 ? "dash" : "bash"), group);
        text.Append("\nby file\n");
        foreach (var group in results.GroupBy(result => result.Case.File).OrderBy(group => group.Key, StringComparer.Ordinal)) Line(text, "  " + group.Key, group);
        text.Append("\nwhat stops those outside, each case once for its first reason\n");
        var reasons = results.Select(result => result.Verdict).OfType<Verdict.Outside>().GroupBy(outside => General(outside.Reasons.FirstOrDefault("(no reason)")));
        foreach (var group in reasons.OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"  {group.Count(),5} {group.Key}\n");
        text.Append("\ndifferent\n");
        foreach (var (test, _) in Different) text.Append(CultureInfo.InvariantCulture, $"  {test.Id}\n");
        return text.ToString();
    }

    private static void Line(StringBuilder text, string name, IEnumerable<(ShellCase Case, Verdict Verdict)> results)
    {
        var verdicts = results.Select(result => result.Verdict).ToList();
        text.Append(CultureInfo.InvariantCulture,
            $"{name,-42} run {verdicts.Count(verdict => verdict is not Verdict.Outside),5}  equal {verdicts.Count(verdict => verdict is Verdict.Equal),5}  different {verdicts.Count(verdict => verdict is Verdict.Different),4}  unsteady {verdicts.Count(verdict => verdict is Verdict.Unsteady),3}  outside {verdicts.Count(verdict => verdict is Verdict.Outside),5}\n");
    }

    // Names and numbers of one script say nothing in a count.
    private static string General(string reason) => Quoted().Replace(reason.Split('\n')[0], "…");

    [GeneratedRegex("`[^`]*`|\"[^\"]*\"|'[^']*'|\\d+")]
    private static partial Regex Quoted();
}
