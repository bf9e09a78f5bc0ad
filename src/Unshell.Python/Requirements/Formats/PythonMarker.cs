using System.Collections.Immutable;
using Unshell.Python.Requirements.Markers;
using Unshell.Python.Requirements.Versions;

namespace Unshell.Python.Requirements.Formats;

/// <summary>Poetry's <c>python = "^3.10"</c> as the marker that it stands for.</summary>
internal static class PythonMarker
{
    public static Marker Of(string constraint)
    {
        if (PoetryRange.Parse(constraint) is not { } range) return new Marker.Unknown(constraint);
        var alternatives = range.Alternatives.Select(All).ToImmutableArray();
        return alternatives.Length == 1 ? alternatives[0] : new Marker.Any(alternatives);
    }

    private static Marker All(ImmutableArray<VersionClause> clauses)
    {
        var parts = clauses.Select(Marker (clause) => new Marker.Comparison(
            new MarkerValue("python_full_version", true), VersionClause.OperatorOf(clause.Comparison), new MarkerValue(clause.Text, false))).ToImmutableArray();
        return parts switch
        {
            [] => new Marker.Comparison(new MarkerValue("python_full_version", true), ">=", new MarkerValue("0", false)),
            [var one] => one,
            _ => new Marker.All(parts),
        };
    }
}
