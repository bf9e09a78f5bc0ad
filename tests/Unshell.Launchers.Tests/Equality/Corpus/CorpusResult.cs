using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Unshell.Launchers.Tests.Equality.Corpus;

/// <summary>What became of one script of the corpus.</summary>
/// <param name="Entry">The script.</param>
/// <param name="State"><c>plain</c>, <c>run time</c> or <c>refused</c>.</param>
/// <param name="Reasons">Why it was refused, with lines.</param>
/// <param name="Details">The whole of each difference, the launcher at the end.</param>
internal sealed record CorpusResult(CorpusEntry Entry, string State, ImmutableArray<string> Reasons, string Details)
{
    public int Runs { get; init; }

    public int Equal { get; init; }

    public int Different { get; init; }

    public static CorpusResult Of(Sandbox sandbox, CorpusEntry entry, string checkouts)
    {
        var (script, dialect) = entry.Script(checkouts);
        var trials = CorpusWorld.Trials(entry, script, dialect).ToList();
        var compiled = LauncherCompiler.Compile(EqualityCheck.Source(trials[0]), EqualityCheck.Target(trials[0]));
        if (compiled.Python is null) return new(entry, "refused", [.. compiled.Refusals.Select(Place)], "");
        var details = new StringBuilder();
        int equal = 0, different = 0;
        for (var i = 0; i < trials.Count; i++)
        {
            var verdict = EqualityCheck.Run(sandbox, trials[i]);
            if (verdict is Verdict.Equal) equal++;
            if (verdict is Verdict.Different) different++;
            var differences = verdict switch { Verdict.Different found => found.Differences, Verdict.Unsteady found => found.Differences, _ => [] };
            if (differences.IsEmpty) continue;
            details.Append(CultureInfo.InvariantCulture, $"==== {verdict.GetType().Name} {entry.Id}, run {i + 1}: {string.Join(' ', trials[i].Arguments)}\n");
            foreach (var difference in differences) details.Append(CultureInfo.InvariantCulture, $"-- {difference}");
        }

        if (details.Length > 0) details.Append(CultureInfo.InvariantCulture, $"---- launcher\n{compiled.Python}\n");
        return new(entry, compiled.IsPlain ? "plain" : "run time", [], details.ToString()) { Runs = trials.Count, Equal = equal, Different = different };
    }

    private static string Place(LauncherRefusal refusal) =>
        string.Create(CultureInfo.InvariantCulture, $"line {refusal.File.PositionOf(refusal.Span.Start).Line}: {refusal.Reason}");
}
