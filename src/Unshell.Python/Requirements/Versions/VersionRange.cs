using System.Collections.Immutable;

namespace Unshell.Python.Requirements.Versions;

/// <summary>Whether pre-releases count.</summary>
public enum PreReleases
{
    /// <summary>They do where a clause names one.</summary>
    WhereNamed,
    /// <summary>They do.</summary>
    Allowed,
    /// <summary>They do not.</summary>
    Excluded,
}

/// <summary>
/// A version specifier: clauses that must all hold. With alternatives (poetry's <c>||</c>) one of several such sets must hold.
/// </summary>
public sealed class VersionRange
{
    /// <summary>Every version.</summary>
    public static readonly VersionRange Any = new([[]]);

    private VersionRange(ImmutableArray<ImmutableArray<VersionClause>> alternatives) => Alternatives = alternatives;

    /// <summary>The sets of clauses of which one must hold; never empty. A set without clauses holds for every version.</summary>
    public ImmutableArray<ImmutableArray<VersionClause>> Alternatives { get; }

    /// <summary>The version that alone is allowed, or null: <c>==1.2.3</c> among the clauses.</summary>
    public PackageVersion? Pinned => Alternatives is [var clauses]
        ? clauses.FirstOrDefault(clause => clause is { Comparison: VersionComparison.Equal or VersionComparison.Identical, IsPrefix: false, Version: not null })?.Version
        : null;

    /// <summary>Reads clauses with commas between them; an empty text allows every version. Null where one of them is none.</summary>
    public static VersionRange? Parse(string text)
    {
        var clauses = ImmutableArray.CreateBuilder<VersionClause>();
        foreach (var part in text.Split(',').Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            if (VersionClause.Parse(part) is not { } clause) return null;
            clauses.Add(clause);
        }

        return new VersionRange([clauses.ToImmutable()]);
    }

    /// <summary>A range of clauses that must all hold.</summary>
    public static VersionRange Of(params ImmutableArray<VersionClause> clauses) => new([clauses]);

    /// <summary>A range of which one part must hold.</summary>
    /// <param name="parts">At least one.</param>
    public static VersionRange AnyOf(IEnumerable<VersionRange> parts) => new([.. parts.SelectMany(part => part.Alternatives)]);

    /// <summary>What both ranges allow.</summary>
    public VersionRange And(VersionRange other) => new([.. from mine in Alternatives from theirs in other.Alternatives select mine.AddRange(theirs)]);

    /// <summary>Whether a version lies in the range.</summary>
    public bool Contains(PackageVersion version, PreReleases preReleases = PreReleases.Allowed) => Alternatives.Any(clauses =>
        (!version.IsPreRelease || preReleases == PreReleases.Allowed
            || (preReleases == PreReleases.WhereNamed && clauses.Any(clause => clause.NamesPreRelease)))
        && clauses.All(clause => clause.Contains(version)));

    /// <summary>
    /// Whether the range can hold a version from <paramref name="bound"/> on. Says yes where it cannot be told.
    /// </summary>
    public bool Reaches(PackageVersion bound) => Alternatives.Any(clauses => clauses.All(clause => clause.Version is not { } version || clause.Comparison switch
    {
        VersionComparison.Before => version > bound,
        VersionComparison.NotAfter => version >= bound,
        VersionComparison.Equal => clause.IsPrefix ? bound.StartsWith(version) || version > bound : version >= bound,
        VersionComparison.Compatible => version > bound || clause.Contains(bound) || bound.StartsWith(PackageVersion.Parse($"{version.Epoch}!{string.Join('.', version.Release.SkipLast(1))}")!),
        VersionComparison.Identical => version >= bound,
        _ => true,
    }));

    /// <summary>The clauses as written, <c> || </c> between alternatives.</summary>
    public override string ToString() => string.Join(" || ", Alternatives.Select(clauses => string.Join(',', clauses)));
}
