using Unshell.Python.Requirements.Collecting;
using Unshell.Python.Requirements.Versions;

namespace Unshell.Python.Packages;

/// <summary>What distributions need when they run, beside Python. Source: <c>Data/distributions.txt</c>, which names one a fact.</summary>
public static class DistributionKnowledge
{
    // Stands for whatever is newest where no file says a version.
    private static readonly PackageVersion _newest = PackageVersion.Of(1_000_000);

    private static readonly Lazy<ILookup<string, DistributionFact>> _facts = new(() => FactTable.Read().ToLookup(fact => fact.Distribution, StringComparer.Ordinal));

    /// <summary>All facts, in the order of the table.</summary>
    public static IEnumerable<DistributionFact> All => _facts.Value.SelectMany(group => group);

    /// <summary>
    /// The facts that hold for a distribution. Where its version is not known, those for the newest, unless its range shuts that out:
    /// then only those for every version.
    /// </summary>
    public static IEnumerable<DistributionFact> Of(WantedDistribution distribution)
    {
        var version = distribution.Version ?? (distribution.Range.Contains(_newest) ? _newest : null);
        return _facts.Value[distribution.Name].Where(fact => version is null ? fact.Versions.Alternatives is [[]] : fact.Versions.Contains(version));
    }

    /// <summary>Whether a distribution is built from source: true, false, or null where nothing tells.</summary>
    /// <param name="distribution">The distribution.</param>
    /// <param name="python">Python as <c>3.11</c>, or null.</param>
    /// <param name="libc">The C library of the image.</param>
    public static bool? IsBuiltFromSource(WantedDistribution distribution, string? python, LibC libc)
    {
        if (distribution.IsBuiltFromSource) return true;
        if (distribution.Files.Length > 0) return !WheelFile.FitsAny(distribution.Files, python, libc);
        if (Of(distribution).FirstOrDefault(fact => fact.Kind == DistributionFactKind.Wheel) is not { } wheel) return null;
        return !wheel.Value.Contains("any", StringComparer.Ordinal) && !wheel.Value.Contains(libc == LibC.Glibc ? "glibc" : "musl", StringComparer.Ordinal);
    }

    /// <summary>The libraries that a distribution loads: Debian 12 package and soname. Those of its own wheel are not named.</summary>
    public static IEnumerable<(string Package, string Soname, DistributionFact Fact)> LibrariesOf(WantedDistribution distribution, string? python, LibC libc)
    {
        // psycopg names its C and binary builds as extras; the binary one brings its library.
        if (distribution.Extras.Contains("binary")) yield break;
        var isBuilt = IsBuiltFromSource(distribution, python, libc) == true;
        foreach (var fact in Of(distribution))
            if (fact.Kind == DistributionFactKind.LoadedLibrary || (fact.Kind == DistributionFactKind.Library && isBuilt)) yield return (fact.Value[0], fact.Value[1], fact);
    }
}
