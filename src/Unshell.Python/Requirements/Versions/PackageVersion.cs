using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Unshell.Python.Requirements.Versions;

/// <summary>What a pre-release is called.</summary>
public enum PreRelease
{
    /// <summary><c>a</c>, <c>alpha</c>.</summary>
    Alpha,
    /// <summary><c>b</c>, <c>beta</c>.</summary>
    Beta,
    /// <summary><c>rc</c>, <c>c</c>, <c>pre</c>, <c>preview</c>.</summary>
    Candidate,
}

/// <summary>
/// The version of a distribution. Spellings that mean the same (<c>1.0</c>, <c>v1.0.0</c>; <c>1.0-alpha.1</c>, <c>1.0a1</c>) are equal.
/// Source: the version specifiers specification of packaging.python.org (PEP 440).
/// </summary>
public sealed partial class PackageVersion : IComparable<PackageVersion>, IEquatable<PackageVersion>
{
    // CPython reads no number of more digits from text.
    private const int MaximalLength = 4300;

    private PackageVersion(
        BigInteger epoch, ImmutableArray<BigInteger> release, (PreRelease, BigInteger)? pre, BigInteger? post, BigInteger? dev, ImmutableArray<string> local)
    {
        Epoch = epoch;
        Release = release;
        Pre = pre;
        Post = post;
        Dev = dev;
        Local = local;
    }

    /// <summary>The number before <c>!</c>; 0 where none is said.</summary>
    public BigInteger Epoch { get; }

    /// <summary>The numbers of the release, as many as were written; never empty.</summary>
    public ImmutableArray<BigInteger> Release { get; }

    /// <summary>The pre-release, or null.</summary>
    public (PreRelease Kind, BigInteger Number)? Pre { get; }

    /// <summary>The post-release, or null.</summary>
    public BigInteger? Post { get; }

    /// <summary>The development release, or null.</summary>
    public BigInteger? Dev { get; }

    /// <summary>The parts behind <c>+</c>, lower case; empty where there are none.</summary>
    public ImmutableArray<string> Local { get; }

    /// <summary>Whether installers pass it over unless it is asked for: a pre-release or a development release.</summary>
    public bool IsPreRelease => Pre is not null || Dev is not null;

    /// <summary>The version without its local part.</summary>
    public PackageVersion Public => Local.IsEmpty ? this : new PackageVersion(Epoch, Release, Pre, Post, Dev, []);

    /// <summary>Epoch and release alone.</summary>
    public PackageVersion Base => new(Epoch, Release, null, null, null, []);

    /// <summary>Reads a version, blanks around it allowed; null where the text is none, or longer than any program reads.</summary>
    public static PackageVersion? Parse(string text)
    {
        if (text.Length > MaximalLength) return null;
        var match = Form().Match(text);
        if (!match.Success) return null;
        var groups = match.Groups;
        (PreRelease, BigInteger)? pre = groups["pre"].Success ? (KindOf(groups["pre"].Value), Number(groups["preNumber"]) ?? 0) : null;
        var post = groups["postDash"].Success ? Number(groups["postDash"]) : groups["post"].Success ? Number(groups["postNumber"]) ?? 0 : null;
        var dev = groups["dev"].Success ? Number(groups["devNumber"]) ?? 0 : (BigInteger?)null;
        ImmutableArray<string> local = groups["local"].Success ? [.. groups["local"].Value.Split('.', '-', '_').Select(LocalPart)] : [];
        return new PackageVersion(
            Number(groups["epoch"]) ?? 0, [.. groups["release"].Value.Split('.').Select(Number)], pre, post, dev, local);
    }

    /// <summary>A final release.</summary>
    /// <param name="release">At least one number.</param>
    public static PackageVersion Of(params ReadOnlySpan<int> release)
    {
        if (release.IsEmpty) throw new ArgumentException("a version has at least one number", nameof(release));
        return new PackageVersion(0, [.. release.ToArray().Select(number => new BigInteger(number))], null, null, null, []);
    }

    /// <summary>The release numbers raised at one place, all behind it dropped: of 1.2.3 at place 1 it is 1.3.</summary>
    /// <param name="place">From 0; places that are not written count as 0.</param>
    public PackageVersion Raised(int place)
    {
        var numbers = Release.Take(place + 1).Concat(Enumerable.Repeat(BigInteger.Zero, Math.Max(0, place + 1 - Release.Length))).ToArray();
        numbers[place] += 1;
        return new PackageVersion(Epoch, [.. numbers], null, null, null, []);
    }

    /// <summary>Whether the release of this version begins with that of another, missing numbers being 0; epochs must be equal.</summary>
    public bool StartsWith(PackageVersion prefix) =>
        Epoch == prefix.Epoch && Enumerable.Range(0, prefix.Release.Length).All(place => NumberAt(place) == prefix.Release[place]);

    /// <inheritdoc/>
    public int CompareTo(PackageVersion? other) => other is null ? 1 : VersionOrder.Compare(this, other);

    /// <inheritdoc/>
    public bool Equals(PackageVersion? other) => other is not null && CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PackageVersion);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Epoch);
        var length = Release.Length;
        while (length > 1 && Release[length - 1].IsZero) length--;
        foreach (var number in Release.AsSpan()[..length]) hash.Add(number);
        hash.Add(Pre);
        hash.Add(Post);
        hash.Add(Dev);
        foreach (var part in Local) hash.Add(part, StringComparer.Ordinal);
        return hash.ToHashCode();
    }

    /// <summary>The normal spelling: <c>1!2.0a1.post3.dev4+local.5</c>.</summary>
    public override string ToString() =>
        (Epoch.IsZero ? "" : Epoch.ToString(CultureInfo.InvariantCulture) + "!")
        + string.Join('.', Release.Select(number => number.ToString(CultureInfo.InvariantCulture)))
        + (Pre is var (kind, number) ? kind switch { PreRelease.Alpha => "a", PreRelease.Beta => "b", _ => "rc" } + number.ToString(CultureInfo.InvariantCulture) : "")
        + (Post is { } post ? ".post" + post.ToString(CultureInfo.InvariantCulture) : "")
        + (Dev is { } dev ? ".dev" + dev.ToString(CultureInfo.InvariantCulture) : "")
        + (Local.IsEmpty ? "" : "+" + string.Join('.', Local));

    /// <summary>Whether both are the same version.</summary>
    public static bool operator ==(PackageVersion? left, PackageVersion? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they are different versions.</summary>
    public static bool operator !=(PackageVersion? left, PackageVersion? right) => !(left == right);

    /// <summary>Whether the left is earlier.</summary>
    public static bool operator <(PackageVersion left, PackageVersion right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left is later.</summary>
    public static bool operator >(PackageVersion left, PackageVersion right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left is not later.</summary>
    public static bool operator <=(PackageVersion left, PackageVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left is not earlier.</summary>
    public static bool operator >=(PackageVersion left, PackageVersion right) => left.CompareTo(right) >= 0;

    internal BigInteger NumberAt(int place) => place < Release.Length ? Release[place] : BigInteger.Zero;

    private static BigInteger? Number(Group digits) => digits.Success ? Number(digits.Value) : null;

    private static BigInteger Number(string digits) => BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string LocalPart(string part) =>
        part.All(char.IsAsciiDigit) ? Number(part).ToString(CultureInfo.InvariantCulture) : part.ToLowerInvariant();

    private static PreRelease KindOf(string word) => word[0] switch
    {
        'a' or 'A' => PreRelease.Alpha,
        'b' or 'B' => PreRelease.Beta,
        _ => PreRelease.Candidate,
    };

    [GeneratedRegex(
        """
        ^\s* [vV]? (?: (?<epoch>[0-9]+) ! )? (?<release> [0-9]+ (?: \.[0-9]+ )* )
        (?: [-_.]? (?<pre> (?i: alpha | beta | preview | pre | rc | a | b | c ) ) (?: [-_.]? (?<preNumber>[0-9]+) | [-_.] )? )?
        (?: - (?<postDash>[0-9]+) | [-_.]? (?<post> (?i: post | rev | r ) ) (?: [-_.]? (?<postNumber>[0-9]+) | [-_.] )? )?
        (?: [-_.]? (?<dev> (?i: dev ) ) (?: [-_.]? (?<devNumber>[0-9]+) | [-_.] )? )?
        (?: \+ (?<local> [a-zA-Z0-9]+ (?: [-_.][a-zA-Z0-9]+ )* ) )? \s*\z
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
