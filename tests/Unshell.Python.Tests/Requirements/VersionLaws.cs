using CsCheck;
using Unshell.Python.Requirements.Versions;

namespace Unshell.Python.Tests.Requirements;

/// <summary>Laws of versions and ranges.</summary>
public sealed class VersionLaws
{
    private static readonly Gen<PackageVersion> Version = PackagingTexts.Version.Select(text => PackageVersion.Parse(text)!);

    private static readonly Gen<VersionRange> Range = PackagingTexts.Clauses.Select(text => VersionRange.Parse(text) ?? VersionRange.Any);

    [Fact]
    public void A_version_is_what_its_text_says() => Version.Sample(version =>
    {
        var again = PackageVersion.Parse(version.ToString())!;
        again.ShouldBe(version);
        again.ToString().ShouldBe(version.ToString());
        again.GetHashCode().ShouldBe(version.GetHashCode());
    });

    [Fact]
    public void The_order_is_one_order() => Gen.Select(Version, Version, Version).Sample((a, b, c) =>
    {
        Math.Sign(a.CompareTo(b)).ShouldBe(-Math.Sign(b.CompareTo(a)));
        if (a <= b && b <= c) (a <= c).ShouldBeTrue();
        if (a == b) a.GetHashCode().ShouldBe(b.GetHashCode());
    });

    [Fact]
    public void What_two_ranges_allow_together_each_allows() => Gen.Select(Range, Range, Version).Sample((a, b, version) =>
        a.And(b).Contains(version).ShouldBe(a.Contains(version) && b.Contains(version)));

    [Fact]
    public void One_of_several_ranges_is_enough() => Gen.Select(Range, Range, Version).Sample((a, b, version) =>
        VersionRange.AnyOf([a, b]).Contains(version).ShouldBe(a.Contains(version) || b.Contains(version)));

    [Fact]
    public void A_range_reaches_every_bound_that_one_of_its_versions_passes() => Gen.Select(Range, Version, Version).Sample((range, version, bound) =>
    {
        if (range.Contains(version) && version >= bound) range.Reaches(bound).ShouldBeTrue($"{range} holds {version}, which is not before {bound}");
    });

    [Theory]
    [InlineData("^1.2.3", "1.9.9", "2.0.0")]
    [InlineData("^0.2.3", "0.2.9", "0.3.0")]
    [InlineData("^0.0.3", "0.0.3", "0.0.4")]
    [InlineData("^0.0", "0.0.9", "0.1.0")]
    [InlineData("^0", "0.9", "1.0")]
    [InlineData("~1.2.3", "1.2.9", "1.3.0")]
    [InlineData("~1", "1.9", "2.0")]
    [InlineData("1.2.*", "1.2.9", "1.3")]
    [InlineData("1.2", "1.2.0", "1.2.1")]
    [InlineData(">= 1.2 < 2", "1.5", "2.0")]
    [InlineData("^1.0 || ^3.0", "3.4", "2.5")]
    [InlineData("*", "7", null)]
    public void Constraints_of_poetry_allow_one_version_and_not_the_other(string constraint, string allowed, string? refused)
    {
        var range = PoetryRange.Parse(constraint).ShouldNotBeNull();
        range.Contains(PackageVersion.Parse(allowed)!).ShouldBeTrue();
        if (refused is not null) range.Contains(PackageVersion.Parse(refused)!).ShouldBeFalse();
    }
}
