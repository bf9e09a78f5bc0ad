using System.Globalization;
using System.Text;
using Unshell.Rules;

namespace Scoreboard;

/// <summary>Writes what a person reads to judge a migration: findings, notes, placements and the migrated files. Never committed.</summary>
internal static class Details
{
    public static void Write(Trial trial, string folder)
    {
        Directory.CreateDirectory(folder);
        var name = trial.Expected.Id.Replace('/', '+').Replace(':', '.') + ".txt";
        File.WriteAllText(Path.Combine(folder, name), Of(trial));
    }

    private static string Of(Trial trial)
    {
        var (text, result) = (new StringBuilder(), trial.Result);
        text.Append(CultureInfo.InvariantCulture, $"{trial.Expected.Id} expected {Verdicts.Word(trial.Expected.Verdict)} is {Verdicts.Word(trial.Verdict)}\n");
        foreach (var refusal in result.Refusals) text.Append(CultureInfo.InvariantCulture, $"refused: {refusal.Message}; {refusal.Advice}\n");
        foreach (var finding in result.Findings) Append(text, "found", finding);
        foreach (var finding in result.Open) Append(text, "open", finding);
        text.Append(SourceUses.List(result.Service.Source));
        foreach (var note in result.Notes) text.Append("note: ").Append(note).Append('\n');
        foreach (var placement in result.Placements)
            text.Append(CultureInfo.InvariantCulture, $"line {result.Service.Dockerfile.PositionOf(placement.Instruction.Span.Start).Line}: {placement.Instruction.Keyword} {placement.Kind}: {placement.Reason}\n");
        foreach (var artifact in result.Artifacts) text.Append("artifact: ").Append(artifact).Append('\n');
        foreach (var change in result.Changes) text.Append(CultureInfo.InvariantCulture, $"\n===== {change.Path}\n{change.After}");
        return text.ToString();
    }

    private static void Append(StringBuilder text, string kind, Finding finding) => text.Append(
        CultureInfo.InvariantCulture,
        $"{kind}: {finding.Place.Position} {finding.Rule.Id} {finding.Rule.Name} {finding.Phase}: {finding.Message} [{finding.Fix.Applicability}: {finding.Fix.Text}]\n");
}
