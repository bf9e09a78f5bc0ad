using Unshell.Python.Requirements.Versions;

namespace Unshell.Python.Requirements.Markers;

/// <summary>Whether a marker holds: in three values, since what the environment does not say stays open.</summary>
internal static class MarkerEvaluation
{
    private static readonly string[] _versions = ["python_version", "python_full_version", "implementation_version"];

    public static bool? Holds(Marker marker, MarkerEnvironment environment) => marker switch
    {
        Marker.All all => All(all.Parts.Select(part => Holds(part, environment))),
        Marker.Any any => !All(any.Parts.Select(part => !Holds(part, environment))),
        Marker.Comparison comparison => Holds(comparison, environment),
        _ => null,
    };

    private static bool? All(IEnumerable<bool?> parts)
    {
        bool? result = true;
        foreach (var part in parts)
        {
            if (part == false) return false;
            result &= part;
        }

        return result;
    }

    private static bool? Holds(Marker.Comparison comparison, MarkerEnvironment environment)
    {
        if (comparison is { Left: { IsVariable: true, Text: "extra" }, Right.IsVariable: false }) return Extra(comparison.Operator, comparison.Right.Text, environment);
        if (comparison is { Right: { IsVariable: true, Text: "extra" }, Left.IsVariable: false }) return Extra(comparison.Operator, comparison.Left.Text, environment);
        if (ValueOf(comparison.Left, environment) is not { } left || ValueOf(comparison.Right, environment) is not { } right) return null;
        return Versions(comparison, left, right) ?? Texts(comparison.Operator, left, right);
    }

    /// <summary>An extra that is not asked for is unequal to every name.</summary>
    private static bool? Extra(string comparison, string name, MarkerEnvironment environment) => comparison switch
    {
        "==" => environment.Extras.Contains(DistributionName.Normal(name)),
        "!=" => !environment.Extras.Contains(DistributionName.Normal(name)),
        _ => null,
    };

    private static string? ValueOf(MarkerValue value, MarkerEnvironment environment) =>
        value.IsVariable ? environment.Variables.GetValueOrDefault(value.Text) : value.Text;

    private static bool? Versions(Marker.Comparison comparison, string left, string right)
    {
        var asksVersion = new[] { comparison.Left, comparison.Right }.Any(value => value.IsVariable && _versions.Contains(value.Text, StringComparer.Ordinal));
        if (!asksVersion || VersionClause.Parse(comparison.Operator + right) is not { } clause) return null;
        return PackageVersion.Parse(left) is { } version ? clause.Contains(version) : null;
    }

    private static bool? Texts(string comparison, string left, string right) => comparison switch
    {
        "in" => right.Contains(left, StringComparison.Ordinal),
        "not in" => !right.Contains(left, StringComparison.Ordinal),
        "==" => left == right,
        "!=" => left != right,
        "<" => string.CompareOrdinal(left, right) < 0,
        "<=" => string.CompareOrdinal(left, right) <= 0,
        ">" => string.CompareOrdinal(left, right) > 0,
        ">=" => string.CompareOrdinal(left, right) >= 0,
        _ => null,
    };
}
