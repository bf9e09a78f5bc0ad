using System.Collections.Immutable;
using Unshell.Catalog;
using Unshell.Services;
using Unshell.Services.Repositories;

namespace Unshell.Rules.Tests;

public sealed class PageExampleTests
{
    public static TheoryData<string, int> Examples()
    {
        var data = new TheoryData<string, int>();
        foreach (var example in RuleCatalog.All.SelectMany(rule => PageExample.Of(rule.Info))) data.Add(example.Rule.Name, example.Number);
        return data;
    }

    [Fact]
    public void Every_page_shows_what_is_bad_and_what_is_good()
    {
        foreach (var rule in RuleCatalog.All)
            PageExample.Of(rule.Info).Select(example => example.IsBad).Distinct().Count().ShouldBe(2, rule.Info.Name);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_rule_finds_what_its_page_calls_bad_and_nothing_in_what_it_calls_good(string rule, int number)
    {
        var example = ExampleOf(rule, number);
        var findings = Analyze(example).SelectMany(service => RuleCatalog.Check(service)).ToList();
        var names = string.Join("\n", findings.Select(finding => $"{finding.Place.Position} {finding.Rule.Name}: {finding.Message}"));

        findings.Any(finding => finding.Rule.Name == rule).ShouldBe(example.IsBad, names);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_laws_of_findings_hold_on_every_example(string rule, int number)
    {
        foreach (var service in Analyze(ExampleOf(rule, number))) RuleLaws.Hold(service);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_comment_silences_the_findings_of_its_rule_at_its_place_and_no_other(string rule, int number)
    {
        var example = ExampleOf(rule, number);
        foreach (var finding in Analyze(example).SelectMany(service => RuleCatalog.Check(service)).Where(finding => finding.Place.File.Path == "Dockerfile"))
        {
            if (finding.Rule.Id[2] == '9') continue;
            var service = Analyze(example)[0];
            var instruction = service.Build.Syntax.Instructions.First(each => each.Span.Contains(finding.Place.Span.Start));
            var comment = $"# unshell: allow {finding.Rule.Name} -- the test says so\n";
            var commented = service.Dockerfile.Content.Insert(instruction.Span.Start, comment);
            var files = example.Files.Select(file => file.Path == "Dockerfile" ? (file.Path, commented) : file);

            var before = Keys(RuleCatalog.Check(service), at => at);
            var after = Keys(RuleCatalog.Check(Analyze(files, example.IsFips)[0]), at => at > instruction.Span.Start ? at - comment.Length : at);

            before.Except(after).ShouldAllBe(key => key.Rule == finding.Rule.Name);
            before.Except(after).ShouldContain(key => key.At == finding.Place.Span.Start);
            after.Except(before).ShouldBeEmpty();
        }
    }

    private static HashSet<(string Rule, string File, int At)> Keys(ImmutableArray<Finding> findings, Func<int, int> place) =>
        [.. findings.Select(finding => (finding.Rule.Name, finding.Place.File.Path,
            finding.Place.File.Path == "Dockerfile" ? place(finding.Place.Span.Start) : finding.Place.Span.Start))];

    private static PageExample ExampleOf(string rule, int number) => PageExample.Of(RuleCatalog.Find(rule)!.Info)[number - 1];

    private static ImmutableArray<ServiceModel> Analyze(PageExample example) => Analyze(example.Files, example.IsFips);

    private static ImmutableArray<ServiceModel> Analyze(IEnumerable<(string Path, string Content)> files, bool isFips = false) =>
        ServiceAnalysis.AnalyzeDockerfile(MemoryRepository.Of(files), "Dockerfile", new AnalysisOptions { Catalog = HardenedCatalog.Embedded, Images = isFips ? new ResolutionOptions { Fips = true, Registry = "registry.example.com/dhi-" } : new ResolutionOptions() });
}
