using Unshell.Python.Requirements.Versions;
using Unshell.Text;

namespace Unshell.Python.Requirements.Formats;

/// <summary>Reads <c>setup.cfg</c>: the options of setuptools. Source: setuptools' documentation, Configuring setuptools using setup.cfg files.</summary>
internal static class SetupConfiguration
{
    public static RequirementDocument Read(SourceText source)
    {
        var tables = new ProjectTables(source);
        string? project = null;
        StatedPython? python = null;
        foreach (var setting in Values(source))
        {
            var (section, key, value, span, _) = setting;
            if (value.Length == 0) continue;
            switch (section, key)
            {
                case ("metadata", "name"):
                    project = DistributionName.Normal(value);
                    break;
                case ("options", "python_requires"):
                    python = VersionRange.Parse(value) is { } range ? new StatedPython(range, span) : python;
                    break;
                case ("options", "install_requires"):
                    Requirement(tables, setting, "");
                    break;
                case ("options.extras_require", _):
                    Requirement(tables, setting, DistributionName.Normal(key));
                    break;
            }
        }

        return new RequirementDocument
        {
            Source = source,
            Requirements = tables.Requirements.ToImmutable(),
            Project = project,
            Python = python,
            Diagnostics = tables.Diagnostics.ToImmutable(),
        };
    }

    private static void Requirement(ProjectTables tables, SetupValue setting, string group)
    {
        var (_, _, value, span, isContinued) = setting;
        // file: names another file, which setuptools reads when it builds.
        if (value.StartsWith("file:", StringComparison.Ordinal)) return;
        foreach (var part in isContinued ? [value] : value.Split(';'))
            if (part.Trim() is { Length: > 0 } text) tables.Specifier(text, span, group, group.Length > 0);
    }

    /// <summary>Section, key and value of every line that says one; a value of several lines comes line by line.</summary>
    private static IEnumerable<SetupValue> Values(SourceText source)
    {
        var section = "";
        var key = "";
        for (var number = 1; number <= source.Lines.Count; number++)
        {
            var start = source.Lines.StartOf(number);
            var end = number < source.Lines.Count ? source.Lines.StartOf(number + 1) : source.Length;
            var line = source.Content[start..end].TrimEnd();
            var text = line.TrimStart();
            if (text.Length == 0 || text[0] is '#' or ';') continue;
            if (line[0] == '[' && text.EndsWith(']'))
            {
                (section, key) = (text[1..^1].Trim(), "");
                continue;
            }

            var isContinued = char.IsWhiteSpace(line[0]) && key.Length > 0;
            var separator = isContinued ? -1 : text.AsSpan().IndexOfAny('=', ':');
            if (!isContinued && separator < 0) continue;
            if (!isContinued) key = text[..separator].Trim().ToLowerInvariant();
            var value = text[(separator + 1)..].Trim();
            var comment = value.IndexOf(" #", StringComparison.Ordinal);
            if (comment >= 0) value = value[..comment].TrimEnd();
            var at = line.Length - text.Length + separator + 1 + (text.Length - separator - 1 - text[(separator + 1)..].TrimStart().Length);
            yield return new SetupValue(section, key, value, new TextSpan(start + at, value.Length), isContinued);
        }
    }

    /// <param name="Section">The section's name.</param>
    /// <param name="Key">The key in lower case.</param>
    /// <param name="Value">One line of the value.</param>
    /// <param name="Span">Its place.</param>
    /// <param name="IsContinued">Whether it stands on a line of its own: setuptools splits at semicolons only where all stands on one line.</param>
    private readonly record struct SetupValue(string Section, string Key, string Value, TextSpan Span, bool IsContinued);
}
