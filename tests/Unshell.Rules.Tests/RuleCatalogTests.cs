using System.Text.RegularExpressions;

namespace Unshell.Rules.Tests;

public sealed partial class RuleCatalogTests
{
    [Fact]
    public void Every_rule_of_the_assembly_is_in_the_catalog_once()
    {
        var types = typeof(Rule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract);

        RuleCatalog.All.Select(rule => rule.GetType().FullName).Order(StringComparer.Ordinal)
            .ShouldBe(types.Select(type => type.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_catalog_is_sorted_by_id_and_no_id_or_name_stands_twice()
    {
        var ids = RuleCatalog.All.Select(rule => rule.Info.Id).ToList();

        ids.ShouldBe(ids.Order(StringComparer.Ordinal));
        ids.ShouldBeUnique();
        RuleCatalog.All.Select(rule => rule.Info.Name).ShouldBeUnique();
    }

    [Fact]
    public void A_class_is_named_as_its_rule_and_stands_in_the_folder_of_its_theme()
    {
        var themes = new Dictionary<char, string>
        {
            ['0'] = "Sources",
            ['1'] = "Base",
            ['2'] = "Layout",
            ['3'] = "Starting",
            ['4'] = "Native",
            ['5'] = "Identity",
            ['6'] = "Orchestration",
            ['7'] = "Pipelines",
            ['8'] = "Compliance",
            ['9'] = "Suppressions",
        };
        foreach (var rule in RuleCatalog.All)
        {
            Id().IsMatch(rule.Info.Id).ShouldBeTrue(rule.Info.Id);
            Name().IsMatch(rule.Info.Name).ShouldBeTrue(rule.Info.Name);
            rule.GetType().Name.ShouldBe(string.Concat(rule.Info.Name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])));
            rule.GetType().Namespace.ShouldBe($"Unshell.Rules.{themes[rule.Info.Id[2]]}");
        }
    }

    [Fact]
    public void A_title_is_one_line_without_a_full_stop()
    {
        foreach (var title in RuleCatalog.All.Select(rule => rule.Info.Title))
        {
            title.ShouldNotContain('\n');
            title.ShouldNotEndWith(".");
            char.IsUpper(title[0]).ShouldBeTrue(title);
        }
    }

    [Fact]
    public void A_rule_is_found_by_its_id_and_by_its_name()
    {
        foreach (var rule in RuleCatalog.All)
        {
            RuleCatalog.Find(rule.Info.Id).ShouldBe(rule);
            RuleCatalog.Find(rule.Info.Name).ShouldBe(rule);
        }

        RuleCatalog.Find("no-such-rule").ShouldBeNull();
    }

    [GeneratedRegex("^US[0-9]{4}$")]
    private static partial Regex Id();

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex Name();
}
