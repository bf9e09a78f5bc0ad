using Unshell.Migration;
using Unshell.Services.Needs;
using Unshell.Text;
using Unshell.Text.Diffs;

namespace Unshell.Cli.Reports;

/// <summary>How much a migration's report says.</summary>
internal enum Detail
{
    /// <summary>The difference and what is left.</summary>
    Changes,
    /// <summary>Also where each instruction went and what travels, with the reasons.</summary>
    Explained,
}

/// <summary>A migration as people read it: the difference of every file, then per service what was decided and what is left.</summary>
internal sealed class MigrationText(Ink ink, string prefix)
{
    public static void Write(MigrationReport report, Detail detail, Caller caller)
    {
        var ink = new Ink(caller);
        var text = new MigrationText(ink, report.Prefix);
        var check = new CheckText(ink, report.Prefix);
        check.Problems(report.Problems);
        foreach (var change in report.Changes) text.Difference(change);
        foreach (var launcher in report.Results.SelectMany(result => result.Launchers)) SideBySide.Write(launcher, ink, caller);
        foreach (var result in report.Results) text.Result(result, detail);
        foreach (var service in report.PassedOver) check.PassedOver(service);
        text.Sum(report);
    }

    private void Difference(FileChange change)
    {
        foreach (var line in UnifiedDiff.Of(change.Path, change.Before, change.After).TrimEnd('\n').Split('\n'))
            ink.Verbatim(line.TrimEnd('\r'), Paint(line));
        ink.Line();
    }

    private Func<string, string> Paint(string line) => line switch
    {
        ['-', '-', '-', ' ', ..] or ['+', '+', '+', ' ', ..] => ink.Bold,
        ['-', ..] => ink.Red,
        ['+', ..] => ink.Green,
        ['@', ..] => ink.Cyan,
        _ => Ink.Harmless,
    };

    private void Result(MigrationResult result, Detail detail)
    {
        ink.Line(0, $"{prefix}{result.Service.Dockerfile.Path}: {Words.Of(result.Verdict)}", ink.Bold);
        foreach (var refusal in result.Refusals) Refusal(refusal);
        if (detail == Detail.Explained) Explain(result);
        Notes(result);
        if (result.Verdict != MigrationVerdict.Refused) Open(result);
        ink.Line();
    }

    private void Refusal(Refusal refusal)
    {
        ink.Line(2, $"{prefix}{new Evidence(refusal.File, refusal.Span).Position}  {refusal.Message}", ink.Red);
        ink.Line(6, refusal.Advice, ink.Cyan);
    }

    private void Explain(MigrationResult result)
    {
        var file = result.Service.Dockerfile;
        if (!result.Placements.IsEmpty) ink.Line(2, "Where each instruction went", ink.Bold);
        foreach (var placement in result.Placements)
        {
            var line = file.PositionOf(placement.Instruction.Span.Start).Line;
            ink.Line(4, $"{line,4}  {FirstLine(file, placement.Instruction.Span)}");
            ink.Line(10, $"{Words.Of(placement.Kind)}: {placement.Reason}", ink.Cyan);
        }

        if (!result.Artifacts.IsEmpty) ink.Line(2, "What travels to the runtime stage", ink.Bold);
        foreach (var artifact in result.Artifacts)
        {
            var owner = artifact.Owner is { } name ? $", owned by {name}" : "";
            ink.Line(4, $"{artifact.Path}  from {artifact.FromStage}{owner}");
            ink.Line(10, artifact.Reason, ink.Cyan);
        }
    }

    private static string FirstLine(SourceText file, TextSpan span)
    {
        var text = file.TextOf(span);
        var end = text.IndexOfAny(['\r', '\n']);
        return end < 0 ? text : text[..end].TrimEnd();
    }

    private void Notes(MigrationResult result)
    {
        if (result.Notes.IsEmpty) return;
        ink.Line(2, "Decided for you", ink.Bold);
        foreach (var note in result.Notes.Distinct(StringComparer.Ordinal)) ink.Line(4, note);
    }

    private void Open(MigrationResult result)
    {
        if (result.Open.IsEmpty) return;
        ink.Line(2, "Left for a person", ink.Bold);
        foreach (var finding in result.Open)
        {
            ink.Line(4, $"{prefix}{finding.Place.Position}  {finding.Message}  [{finding.Rule.Name}]", ink.Yellow);
            ink.Line(8, $"{Words.Of(finding.Fix.Applicability)}: {finding.Fix.Text}", ink.Cyan);
        }
    }

    private void Sum(MigrationReport report)
    {
        var verdicts = report.Results.GroupBy(result => result.Verdict).OrderBy(group => group.Key)
            .Select(group => $"{group.Count()} {Words.Of(group.Key)}");
        var files = Words.Count(report.Changes.Length, "file");
        var done = report.Changes.IsEmpty ? "no file to change"
            : report.IsWritten ? $"{files} written"
            : $"{files} to change; --write writes them";
        ink.Line(0, $"{Words.Count(report.Results.Length, "service")}: {string.Join(", ", verdicts)}; {done}");
    }
}
