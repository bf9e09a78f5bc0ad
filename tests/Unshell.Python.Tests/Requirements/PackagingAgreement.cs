using System.Text.Json.Nodes;
using CsCheck;
using Unshell.Python.Requirements;
using Unshell.Python.Requirements.Markers;
using Unshell.Python.Requirements.Versions;

namespace Unshell.Python.Tests.Requirements;

/// <summary>Versions, specifiers, markers and requirements mean what they mean to pip.</summary>
public sealed class PackagingAgreement
{
    private const int Cases = 4000;

    private static readonly Dictionary<string, string> _environment = new()
    {
        ["python_version"] = "3.11",
        ["python_full_version"] = "3.11.7",
        ["os_name"] = "posix",
        ["sys_platform"] = "linux",
        ["platform_machine"] = "x86_64",
        ["platform_system"] = "Linux",
        ["implementation_name"] = "cpython",
        ["platform_python_implementation"] = "CPython",
        ["implementation_version"] = "3.11.7",
        ["extra"] = "test",
    };

    [Fact]
    public void The_same_texts_are_versions_and_read_the_same() =>
        Agree(PackagingTexts.NearVersion.Select(text => new object[] { "version", text }), question => PackageVersion.Parse((string)question[1])?.ToString());

    [Fact]
    public void Versions_have_the_same_order() => Agree(
        Gen.Select(PackagingTexts.Version, PackagingTexts.Version, (a, b) => new object[] { "compare", a, b }),
        question => Math.Sign(PackageVersion.Parse((string)question[1])!.CompareTo(PackageVersion.Parse((string)question[2]))));

    [Fact]
    public void Specifiers_allow_the_same_versions() => Agree(
        Gen.Select(PackagingTexts.Clauses, PackagingTexts.Version, (s, v) => new object[] { "contains", s, v }),
        question => VersionRange.Parse((string)question[1])?.Contains(PackageVersion.Parse((string)question[2])!));

    [Fact]
    public void Specifiers_leave_out_the_same_prereleases() => Agree(
        Gen.Select(PackagingTexts.Clauses, PackagingTexts.Version, (s, v) => new object[] { "final", s, v }),
        question => VersionRange.Parse((string)question[1])?.Contains(PackageVersion.Parse((string)question[2])!, PreReleases.Excluded));

    [Fact]
    public void Markers_hold_in_the_same_environments()
    {
        var environment = new MarkerEnvironment(
            System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, _environment), []).With(["test"]);
        Agree(
            PackagingTexts.Marker.Select(text => new object[] { "marker", text, _environment }),
            question => MarkerParser.Parse((string)question[1]).Marker?.Holds(environment));
    }

    [Fact]
    public void Requirements_read_the_same() => Agree(
        PackagingTexts.Requirement.Select(text => new object[] { "requirement", text }),
        question => DependencySpecifier.Parse((string)question[1]).Specifier is not { } read ? null : new JsonArray(
            read.Name, new JsonArray([.. read.Extras]), new JsonArray([.. read.Versions.Alternatives[0].Select(clause => clause.ToString()).Distinct().Order(StringComparer.Ordinal)]),
            read.Address, read.Marker is not null));

    [Fact]
    public void Names_are_normalised_the_same() => Agree(
        Gen.Char["abAB-_.9"].Array[1, 12].Select(letters => new object[] { "name", new string(letters) }), question => DistributionName.Normal((string)question[1]));

    private static void Agree(Gen<object[]> questions, Func<object[], JsonNode?> ours)
    {
        RealPackaging.SkipWithout();
        var asked = new List<object[]>();
        questions.Sample(asked.Add, iter: Cases, threads: 1);
        var theirs = RealPackaging.Ask(asked);
        var wrong = asked.Select((question, index) => (Text: string.Join("   ", question.Skip(1)), Theirs: theirs[index]?.ToJsonString() ?? "nothing", Ours: ours(question)?.ToJsonString() ?? "nothing"))
            .Where(answer => answer.Ours != answer.Theirs).Select(answer => $"{answer.Text}: pip says {answer.Theirs}, we say {answer.Ours}").Distinct().ToList();
        wrong.ShouldBeEmpty($"{wrong.Count} of {asked.Count}:\n{string.Join("\n", wrong.Take(30))}");
    }
}
