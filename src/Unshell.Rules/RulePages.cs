using System.Text;

namespace Unshell.Rules;

/// <summary>The rules' pages as Markdown files: what <c>docs/rules</c> holds and <c>unshell explain</c> prints.</summary>
public static class RulePages
{
    /// <summary>The whole page of one rule, with its title; ends with a newline.</summary>
    public static string PageOf(RuleInfo rule) => $"# {rule.Name} ({rule.Id})\n\n{rule.Title}.\n\n{rule.Page.ReplaceLineEndings("\n").TrimEnd()}\n";

    /// <summary>The list of all rules with links to their pages.</summary>
    public static string Index()
    {
        var text = new StringBuilder("# Rules\n\nWritten from the rules' own pages; `unshell explain <rule>` prints the same.\n");
        foreach (var theme in RuleCatalog.All.GroupBy(rule => rule.Info.Id[..3]))
        {
            text.Append("\n## ").Append(ThemeOf(theme.Key)).Append("\n\n| id | rule | what it finds |\n|---|---|---|\n");
            foreach (var rule in theme.Select(rule => rule.Info))
                text.Append("| ").Append(rule.Id).Append(" | [").Append(rule.Name).Append("](").Append(rule.Name).Append(".md) | ").Append(rule.Title).Append(" |\n");
        }

        return text.ToString();
    }

    private static string ThemeOf(string thousand) => thousand switch
    {
        "US0" => "Python code",
        "US1" => "Base image and build",
        "US2" => "Python layout",
        "US3" => "Start-up, shell and signals",
        "US4" => "Programs and libraries",
        "US5" => "Files, users and ports",
        "US6" => "Health checks and orchestrators",
        "US7" => "Pipelines and people",
        "US8" => "Locale, time, certificates and compliance",
        _ => "Suppressions",
    };
}
