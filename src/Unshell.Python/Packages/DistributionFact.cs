using Unshell.Python.Requirements.Versions;

namespace Unshell.Python.Packages;

/// <summary>What a fact speaks of.</summary>
public enum DistributionFactKind
{
    /// <summary>C libraries for which wheels exist.</summary>
    Wheel,
    /// <summary>A library that it is linked with where it is built from source.</summary>
    Library,
    /// <summary>A library that it opens when it runs, wheel or not.</summary>
    LoadedLibrary,
    /// <summary>A program that it runs.</summary>
    Program,
    /// <summary>A program without which the import fails.</summary>
    ProgramAtImport,
    /// <summary>Files that it reads.</summary>
    Data,
    /// <summary>A cache that it writes, and the variable that moves it.</summary>
    Cache,
    /// <summary>A variable or file that says where it writes.</summary>
    Writes,
    /// <summary>Whose cryptography it uses.</summary>
    Cryptography,
    /// <summary>It imports <c>pkg_resources</c> when it runs.</summary>
    Setuptools,
    /// <summary>The Pythons that it can be installed on.</summary>
    Python,
}

/// <summary>How sure a fact is.</summary>
public enum FactCertainty
{
    /// <summary>Read in the package index or the file lists that the source names.</summary>
    Checked,
    /// <summary>The page or file that the source names says it.</summary>
    Documented,
    /// <summary>Common knowledge of the field; the source is where to look it up.</summary>
    Known,
}

/// <summary>One fact about a distribution.</summary>
public sealed record DistributionFact
{
    /// <summary>The distribution in normal spelling.</summary>
    public required string Distribution { get; init; }

    /// <summary>The versions that it holds for.</summary>
    public required VersionRange Versions { get; init; }

    /// <summary>What it speaks of.</summary>
    public required DistributionFactKind Kind { get; init; }

    /// <summary>The words of the value; what they mean for each kind is said in <c>Data/distributions.txt</c>.</summary>
    public required System.Collections.Immutable.ImmutableArray<string> Value { get; init; }

    /// <summary>How sure it is.</summary>
    public required FactCertainty Certainty { get; init; }

    /// <summary>Where it is from: a page, a file of a repository, a package.</summary>
    public required string Source { get; init; }
}
