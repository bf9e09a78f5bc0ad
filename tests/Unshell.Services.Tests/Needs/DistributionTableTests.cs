using Unshell.Catalog;
using Unshell.Python.Packages;

namespace Unshell.Services.Tests.Needs;

/// <summary>The table of distributions and the catalog's packages speak of the same packages.</summary>
public sealed class DistributionTableTests
{
    private static readonly Distro _bookworm = new("debian", "12");
    private static readonly Distro _trixie = new("debian", "13");

    // Packages that Debian 13 dropped, and nothing took their place.
    private static readonly string[] _gone = ["wkhtmltopdf"];

    public static TheoryData<string, string, string> Packages => [.. DistributionKnowledge.All.Where(fact => fact.Kind is
            DistributionFactKind.Library or DistributionFactKind.LoadedLibrary or DistributionFactKind.Program or DistributionFactKind.ProgramAtImport)
        .Select(fact => (fact.Distribution, Value: fact.Value[0], Package: fact.Value[1], fact.Kind))
        .Select(row => row.Kind is DistributionFactKind.Program or DistributionFactKind.ProgramAtImport ? (row.Distribution, row.Package, row.Value) : (row.Distribution, row.Value, row.Package))];

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_package_brings_what_the_distribution_needs(string distribution, string package, string brings)
    {
        var facts = PackageKnowledge.Of(package, _bookworm, _bookworm);
        facts.Role.ShouldNotBe(PackageRole.Unknown, $"{distribution}: nothing is known of {package}");
        if (brings.Contains(".so", StringComparison.Ordinal)) facts.Libraries.ShouldContain(brings, $"{distribution}");
        else if (!brings.StartsWith('/')) facts.Programs.ShouldContain(brings, $"{distribution}");
        if (!_gone.Contains(package)) PackageKnowledge.Of(package, _bookworm, _trixie).NameInDistro.ShouldNotBeNull($"{distribution}: what is {package} called in Debian 13?");
    }
}
