using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Unshell.Rules.Tests;

/// <summary>One example of a rule's page: a Dockerfile with the files beside it.</summary>
internal sealed partial record PageExample(RuleInfo Rule, bool IsBad, int Number, ImmutableArray<(string Path, string Content)> Files)
{
    /// <summary>Whether it is moved to images in FIPS mode: a block marked <c>fips</c>.</summary>
    public bool IsFips { get; init; }

    /// <summary>What the Dockerfiles of the pages copy, and the build that names the image which their manifests run.</summary>
    private static readonly ImmutableArray<(string Path, string Content)> Beside =
    [
        ("Makefile", "image:\n\tdocker build -t app:latest .\n"),
        ("app.py", "print('serving')\n"),
        ("company.crt", "-----BEGIN CERTIFICATE-----\n"),
        ("data/readme", "data\n"),
        ("job.py", "print('done')\n"),
        ("jobs", "* * * * * root python /job.py\n"),
        ("requirements.txt", "gunicorn==23.0.0\n"),
        ("supervisord.conf", "[supervisord]\n"),
    ];

    private const string PlainDockerfile = "FROM python:3.11-slim-bookworm\nCOPY app.py .\nCMD [\"python\", \"app.py\"]\n";

    public override string ToString() => $"{Rule.Name} {(IsBad ? "bad" : "good")} {Number}";

    /// <summary>
    /// The examples of a page. A block marked <c>bad</c> or <c>good</c> begins one; blocks with <c>file=</c> belong to the one
    /// before. An example without a Dockerfile gets a plain one, and every example the files that a Dockerfile copies.
    /// </summary>
    public static ImmutableArray<PageExample> Of(RuleInfo rule)
    {
        var examples = ImmutableArray.CreateBuilder<PageExample>();
        foreach (Match block in Fence().Matches(rule.Page.ReplaceLineEndings("\n")))
        {
            var words = block.Groups["info"].Value.Split(' ');
            var file = words.FirstOrDefault(word => word.StartsWith("file=", StringComparison.Ordinal))?["file=".Length..]
                ?? (words[0] == "dockerfile" ? "Dockerfile" : null);
            if (file is null) continue;
            if (words.Contains("bad") || words.Contains("good"))
                examples.Add(new PageExample(rule, words.Contains("bad"), examples.Count + 1, []) { IsFips = words.Contains("fips") });
            examples[^1] = examples[^1] with { Files = examples[^1].Files.Add((file, block.Groups["body"].Value)) };
        }

        return [.. examples.Select(example => example.WithPlainDockerfile().WithFilesBeside())];
    }

    private PageExample WithPlainDockerfile() => Files.Any(file => file.Path == "Dockerfile")
        ? this
        : this with { Files = Files.Add(("Dockerfile", PlainDockerfile)) };

    private PageExample WithFilesBeside() => this with
    {
        Files = [.. Files, .. Beside.Where(beside => Files.All(file => file.Path != beside.Path))],
    };

    [GeneratedRegex("^```(?<info>.*)\n(?<body>(?:.*\n)*?)```$", RegexOptions.Multiline)]
    private static partial Regex Fence();
}
