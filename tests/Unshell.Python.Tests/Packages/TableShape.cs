using Unshell.Python.Packages;
using Unshell.Python.Requirements;
using Unshell.Python.Requirements.Collecting;
using Unshell.Python.Requirements.Versions;
using Unshell.Text;

namespace Unshell.Python.Tests.Packages;

/// <summary>The table of distributions is whole, sorted and says where each fact is from.</summary>
public sealed class TableShape
{
    [Fact]
    public void Every_line_has_its_fields_and_a_source()
    {
        foreach (var fields in FactTable.Lines())
        {
            fields.Length.ShouldBe(6, string.Join(' ', fields));
            fields.ShouldAllBe(field => field.Length > 0 && field.Trim() == field, string.Join(' ', fields));
            DistributionName.Normal(fields[0]).ShouldBe(fields[0]);
            fields[5].Length.ShouldBeGreaterThan(6, $"{fields[0]}: where is it from?");
        }
    }

    [Fact]
    public void Each_fact_is_said_once_and_distributions_stand_in_order()
    {
        var facts = DistributionKnowledge.All.ToList();
        facts.Select(fact => $"{fact.Distribution} {fact.Versions} {fact.Kind} {string.Join(' ', fact.Value)}").ShouldBeUnique();
        facts.Select(fact => fact.Distribution).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
        facts.Select(fact => fact.Distribution).Distinct().Count().ShouldBeGreaterThanOrEqualTo(150);
    }

    [Fact]
    public void Values_have_the_words_that_their_kind_wants()
    {
        foreach (var fact in DistributionKnowledge.All)
        {
            var line = $"{fact.Distribution} {fact.Kind} {string.Join(' ', fact.Value)}";
            switch (fact.Kind)
            {
                case DistributionFactKind.Wheel:
                    fact.Value.ShouldAllBe(word => word == "glibc" || word == "musl" || word == "any", line);
                    break;
                case DistributionFactKind.Library or DistributionFactKind.LoadedLibrary:
                    fact.Value.Length.ShouldBe(2, line);
                    fact.Value[1].ShouldContain(".so.", Case.Sensitive, line);
                    break;
                case DistributionFactKind.Program or DistributionFactKind.ProgramAtImport:
                    fact.Value.Length.ShouldBe(2, line);
                    break;
                case DistributionFactKind.Cache:
                    fact.Value.Length.ShouldBe(3, line);
                    fact.Value[0].ShouldMatch("^[A-Z][A-Z0-9_]+$", line);
                    new[] { "slow", "fails" }.ShouldContain(fact.Value[2], line);
                    break;
                case DistributionFactKind.Cryptography:
                    new[] { "bundles-openssl", "bundles-boringssl", "rust-tls", "own", "system", "driver" }.ShouldContain(fact.Value.ShouldHaveSingleItem(), line);
                    break;
                case DistributionFactKind.Python:
                    VersionRange.Parse(fact.Value.ShouldHaveSingleItem()).ShouldNotBeNull(line);
                    break;
                case DistributionFactKind.Setuptools:
                    fact.Value.ShouldBeEmpty(line);
                    break;
                default:
                    fact.Value.ShouldHaveSingleItem(line);
                    break;
            }
        }
    }

    [Theory]
    [InlineData("psycopg2==2.9.9", LibC.Glibc, "libpq5")]
    [InlineData("psycopg2-binary==2.9.9", LibC.Glibc, "")]
    [InlineData("psycopg[binary]", LibC.Glibc, "")]
    [InlineData("psycopg", LibC.Glibc, "libpq5")]
    [InlineData("mysqlclient>=2", LibC.Glibc, "libmariadb3")]
    [InlineData("lxml", LibC.Glibc, "")]
    [InlineData("lxml==4.6.1", LibC.Glibc, "")]
    [InlineData("lightgbm", LibC.Glibc, "libgomp1")]
    [InlineData("confluent-kafka", LibC.Musl, "librdkafka1")]
    [InlineData("confluent-kafka", LibC.Glibc, "")]
    public void A_distribution_needs_the_libraries_that_its_installation_does_not_bring(string requirement, LibC libc, string packages) =>
        string.Join(' ', DistributionKnowledge.LibrariesOf(Wanted(requirement), "3.11", libc).Select(library => library.Package)).ShouldBe(packages);

    [Fact]
    public void A_lock_that_names_no_wheel_for_the_platform_means_a_build_from_source()
    {
        var wanted = Wanted("lxml==6.1.0") with { Files = ["lxml-6.1.0-cp312-cp312-win_amd64.whl", "lxml-6.1.0.tar.gz"] };
        DistributionKnowledge.IsBuiltFromSource(wanted, "3.12", LibC.Glibc).ShouldBe(true);
        DistributionKnowledge.LibrariesOf(wanted, "3.12", LibC.Glibc).Select(library => library.Soname).ShouldBe(["libxml2.so.2", "libxslt.so.1"]);
    }

    private static WantedDistribution Wanted(string requirement)
    {
        var specifier = DependencySpecifier.Parse(requirement).Specifier.ShouldNotBeNull();
        return new WantedDistribution
        {
            Name = specifier.Name,
            Extras = specifier.Extras,
            Range = specifier.Versions,
            Version = specifier.Versions.Pinned,
            Source = new SourceText("requirements.txt", requirement),
            Span = new TextSpan(0, requirement.Length),
            IsCertain = true,
        };
    }
}
