using System.Collections.Immutable;
using System.Numerics;

namespace Unshell.Python.Requirements.Versions;

/// <summary>Which version is the later one: development release, pre-release, release, post-release; local versions behind their public one.</summary>
internal static class VersionOrder
{
    public static int Compare(PackageVersion left, PackageVersion right)
    {
        var order = left.Epoch.CompareTo(right.Epoch);
        if (order == 0) order = CompareReleases(left, right);
        if (order == 0) order = PreRank(left).CompareTo(PreRank(right));
        if (order == 0 && left.Pre is var (_, number) && right.Pre is var (_, other)) order = number.CompareTo(other);
        if (order == 0) order = (left.Post ?? BigInteger.MinusOne).CompareTo(right.Post ?? BigInteger.MinusOne);
        if (order == 0) order = CompareDevelopment(left.Dev, right.Dev);
        return order != 0 ? order : CompareLocal(left.Local, right.Local);
    }

    private static int CompareReleases(PackageVersion left, PackageVersion right)
    {
        for (var place = 0; place < Math.Max(left.Release.Length, right.Release.Length); place++)
        {
            var order = left.NumberAt(place).CompareTo(right.NumberAt(place));
            if (order != 0) return order;
        }

        return 0;
    }

    /// <summary>A development release of a release comes before that release's first alpha.</summary>
    private static int PreRank(PackageVersion version) => version switch
    {
        { Pre: var (kind, _) } => (int)kind,
        { Post: null, Dev: not null } => -1,
        _ => int.MaxValue,
    };

    private static int CompareDevelopment(BigInteger? left, BigInteger? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        var (one, other) => one.Value.CompareTo(other.Value),
    };

    private static int CompareLocal(ImmutableArray<string> left, ImmutableArray<string> right)
    {
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var order = CompareLocal(left[i], right[i]);
            if (order != 0) return order;
        }

        return left.Length.CompareTo(right.Length);
    }

    /// <summary>Numbers compare as numbers and come behind words; both are written without leading zeros.</summary>
    private static int CompareLocal(string left, string right)
    {
        var (isNumber, isOtherNumber) = (char.IsAsciiDigit(left[0]) && left.All(char.IsAsciiDigit), char.IsAsciiDigit(right[0]) && right.All(char.IsAsciiDigit));
        if (isNumber != isOtherNumber) return isNumber ? 1 : -1;
        return isNumber && left.Length != right.Length ? left.Length.CompareTo(right.Length) : Math.Sign(string.CompareOrdinal(left, right));
    }
}
