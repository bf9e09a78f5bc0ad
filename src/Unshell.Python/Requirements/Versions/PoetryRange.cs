using System.Buffers;
using System.Collections.Immutable;

namespace Unshell.Python.Requirements.Versions;

/// <summary>
/// Poetry's own way to write ranges: caret, tilde, wildcard, bare versions, <c>||</c>, blanks for commas.
/// Source: python-poetry.org, Dependency specification.
/// </summary>
internal static class PoetryRange
{
    private static readonly SearchValues<char> _operators = SearchValues.Create("<>=!~^");

    /// <summary>The range, or null where the text is none.</summary>
    public static VersionRange? Parse(string text)
    {
        var parts = ImmutableArray.CreateBuilder<VersionRange>();
        foreach (var alternative in text.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Alternative(alternative) is not { } range) return null;
            parts.Add(range);
        }

        return parts.Count == 0 ? VersionRange.Any : VersionRange.AnyOf(parts);
    }

    private static VersionRange? Alternative(string text)
    {
        var range = VersionRange.Any;
        foreach (var word in Words(text))
        {
            if (Clause(word) is not { } clause) return null;
            range = range.And(clause);
        }

        return range;
    }

    /// <summary>Commas and blanks both separate, but an operator may stand apart from its version.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var pending = "";
        foreach (var word in text.Split([',', ' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            pending += word;
            if (pending.AsSpan().IndexOfAnyExcept(_operators) < 0) continue;
            yield return pending;
            pending = "";
        }

        if (pending.Length > 0) yield return pending;
    }

    private static VersionRange? Clause(string word) => word switch
    {
        "*" => VersionRange.Any,
        ['^', .. var rest] => PackageVersion.Parse(rest) is { } version ? Between(version, version.Raised(CaretPlace(version))) : null,
        ['~', not '=', ..] => PackageVersion.Parse(word[1..]) is { } version ? Between(version, version.Raised(Math.Min(1, version.Release.Length - 1))) : null,
        ['=', not '=', ..] => VersionRange.Parse("=" + word),
        [var first, ..] when char.IsAsciiDigit(first) || first is 'v' => VersionRange.Parse("==" + word),
        _ => VersionRange.Parse(word),
    };

    private static VersionRange Between(PackageVersion from, PackageVersion before) => VersionRange.Of(
        VersionClause.Of(VersionComparison.NotBefore, from), VersionClause.Of(VersionComparison.Before, before));

    /// <summary>The first number that is not 0 must stay; of all zeros the last one written.</summary>
    private static int CaretPlace(PackageVersion version)
    {
        for (var place = 0; place < version.Release.Length; place++)
            if (!version.Release[place].IsZero) return place;
        return version.Release.Length - 1;
    }
}
