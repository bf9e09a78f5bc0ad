using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Unshell.Rules;

namespace Scoreboard;

/// <summary>Writes the scoreboard: totals, then one line a service with its wrong fields below.</summary>
internal static class Report
{
    public static string Write(ImmutableArray<Trial> trials)
    {
        var judged = trials.Select(trial => (Trial: trial, Fields: Fields.Of(trial))).ToList();
        var text = new StringBuilder();
        text.Append("# Written by corpus/Scoreboard; corpus/README.md tells what each word means.\n\n");
        Totals(text, judged);
        text.Append('\n');
        foreach (var (trial, fields) in judged) Line(text, trial, fields);
        return text.ToString();
    }

    private static void Totals(StringBuilder text, List<(Trial Trial, ImmutableArray<Field> Fields)> judged)
    {
        text.Append(CultureInfo.InvariantCulture, $"verdicts  {judged.Count(one => IsRight(one.Trial))} of {judged.Count} as expected\n");
        text.Append(CultureInfo.InvariantCulture, $"better    {judged.Count(one => Verdicts.IsBetter(one.Trial))} of them: a launcher does what was left to a person\n");
        foreach (var group in judged.GroupBy(one => one.Trial.Expected.Verdict).OrderBy(group => group.Key))
            text.Append(CultureInfo.InvariantCulture, $"  {Verdicts.Word(group.Key),-11} {group.Count(one => IsRight(one.Trial))} of {group.Count()}\n");
        var fields = judged.SelectMany(one => one.Fields).Where(field => field.IsRight is not null).ToList();
        text.Append(CultureInfo.InvariantCulture, $"fields    {fields.Count(field => field.IsRight == true)} of {fields.Count} right, in {judged.Count(one => one.Trial.After is not null)} migrated services\n");
        foreach (var group in fields.GroupBy(field => field.Name))
            text.Append(CultureInfo.InvariantCulture, $"  {group.Key,-19} {group.Count(field => field.IsRight == true)} of {group.Count()}\n");
        var open = judged.Where(one => one.Trial.After is not null).SelectMany(one => one.Trial.Result.Open).ToList();
        text.Append(CultureInfo.InvariantCulture, $"open      {open.Count} findings in the migrated files, {open.Count(IsManual)} for a person, {open.Count(finding => finding.Fix.Applicability == Applicability.Safe)} that were called safe to mend\n");
    }

    private static void Line(StringBuilder text, Trial trial, ImmutableArray<Field> fields)
    {
        var known = fields.Where(field => field.IsRight is not null).ToList();
        var open = trial.Result.Open;
        var score = known.Count == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{known.Count(field => field.IsRight == true)}/{known.Count}");
        text.Append(CultureInfo.InvariantCulture,
            $"{(Verdicts.IsBetter(trial) ? "good " : IsRight(trial) ? "ok   " : "WRONG")} {trial.Expected.Id,-54} expected {Verdicts.Word(trial.Expected.Verdict),-10} is {Verdicts.Word(trial.Verdict),-10} open {open.Length}/{open.Count(IsManual)} fields {score}{(trial.Python is { } line ? $" (Python {line} chosen)" : "")}\n");
        foreach (var refusal in trial.Result.Refusals.Take(1)) text.Append(CultureInfo.InvariantCulture, $"        refused: {refusal.Message}\n");
        if (known.Count > 0)
            text.Append("        ").AppendJoin(' ', known.Select(field => (field.IsRight == true ? "+" : "-") + field.Name)).Append('\n');
        foreach (var field in known.Where(field => field.IsRight == false))
            text.Append(CultureInfo.InvariantCulture, $"        {field.Name} is {Shown(field.Actual)}\n");
        if (trial.After is null) return;
        foreach (var finding in open)
            text.Append(CultureInfo.InvariantCulture, $"        open: {finding.Rule.Id} {finding.Rule.Name} {finding.Fix.Applicability.ToString().ToLowerInvariant()} ({finding.Phase.ToString().ToLowerInvariant()})\n");
    }

    // Words of third-party files do not belong into a committed file.
    private static string Shown(string actual) => actual.Length <= 60 ? actual : actual[..57] + "...";

    private static bool IsRight(Trial trial) => trial.Verdict == trial.Expected.Verdict || Verdicts.IsBetter(trial);

    private static bool IsManual(Finding finding) => finding.Fix.Applicability == Applicability.Manual;
}
