using System.Collections.Immutable;
using Unshell.Rules;
using Unshell.Services.Needs;

namespace Unshell.Cli.Reports;

/// <summary>
/// A service's check on one screen: a line for each thing that breaks, and a line for each error that is met. Places are
/// relative to the repository, and what every line would repeat stands in the heading.
/// </summary>
internal sealed class CheckOverview(Ink ink, string prefix)
{
    private const string InFrontOfCause = "unable to start container process: ";

    public void Write(CheckedService service)
    {
        var model = service.Model;
        var image = model.Build.Target < 0 ? null : model.Offers[model.Build.Target].Image;
        ink.Line(0, $"{(prefix.Length == 0 ? "" : prefix.TrimEnd('/') + ": ")}{model.Dockerfile.Path}{(image is null ? "" : $" on {image}")}", ink.Bold);
        if (service.Findings.IsEmpty) ink.Line(2, "nothing stands against it", ink.Green);
        foreach (var phase in service.Findings.GroupBy(finding => finding.Phase))
        {
            ink.Line(0, Words.Heading(phase.Key), ink.Bold);
            foreach (var alike in phase.GroupBy(finding => (finding.Rule.Id, finding.Message, finding.Fix.Applicability)))
                Finding([.. alike], image);
        }

        if (!service.Cycles.IsEmpty) Cycles(service.Cycles);
        ink.Line();
    }

    private void Finding(ImmutableArray<Finding> alike, string? image)
    {
        var first = alike[0];
        var applicability = Words.Of(first.Fix.Applicability);
        ink.Line(2, $"{applicability,-6}  {Places(alike.Select(finding => finding.Place), WithColumn)}  {Shortened(first.Message, image)}  [{first.Rule.Name}]", first.Fix.Applicability switch
        {
            Applicability.Safe => null,
            Applicability.Review => ink.Yellow,
            _ => ink.Red,
        });
    }

    private void Cycles(ImmutableArray<RebuildCycle> cycles)
    {
        ink.Line(0, $"What the naive swap would have cost: {Words.Count(cycles.Length, "rebuild")}", ink.Bold);
        for (var at = 0; at < cycles.Length;)
        {
            var end = at + 1;
            while (end < cycles.Length && cycles[end].Phase == cycles[at].Phase && Cause(cycles[end]) == Cause(cycles[at])) end++;
            var numbers = end == at + 1 ? $"{cycles[at].Number}" : $"{cycles[at].Number}-{cycles[end - 1].Number}";
            ink.Line(2, $"{numbers,5}  {Words.Of(cycles[at].Phase),-6}  {Places(cycles[at..end].Select(cycle => cycle.First.Place), Line)}  {Cause(cycles[at])}");
            at = end;
        }
    }

    /// <summary>Places with each file's name once: <c>Dockerfile:4:5, 9:5; compose.yaml:3:1</c>.</summary>
    private static string Places(IEnumerable<Evidence> places, Func<Evidence, string> position) => string.Join(
        "; ",
        places.GroupBy(place => place.File.Path, StringComparer.Ordinal)
            .Select(file => $"{file.Key}:{string.Join(", ", file.Select(position).Distinct(StringComparer.Ordinal))}"));

    private static string WithColumn(Evidence place) => $"{place.File.PositionOf(place.Span.Start)}";

    private static string Line(Evidence place) => $"{place.File.PositionOf(place.Span.Start).Line}";

    private static string Shortened(string message, string? image)
    {
        if (image is null) return message;
        var known = $", which {image} does not have";
        return message.EndsWith(known, StringComparison.Ordinal) ? message[..^known.Length] : message.Replace(image, "the new image", StringComparison.Ordinal);
    }

    /// <summary>The error without the layers that pass it on, which are the same for every container.</summary>
    private static string Cause(RebuildCycle cycle)
    {
        var error = cycle.Error.Split('\n')[0];
        var at = error.IndexOf(InFrontOfCause, StringComparison.Ordinal);
        if (at < 0) return error;
        var cause = error[(at + InFrontOfCause.Length)..];
        return cause.EndsWith(": unknown", StringComparison.Ordinal) ? cause[..^": unknown".Length] : cause;
    }
}
