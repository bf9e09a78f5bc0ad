namespace Unshell.Launchers.Programs;

/// <summary>Whose regular expression it is; they differ in their escapes.</summary>
internal enum RegexDialect
{
    /// <summary>That of grep and expr.</summary>
    Grep,
    /// <summary>That of sed.</summary>
    Sed,
    /// <summary>That of awk.</summary>
    Awk,
}

/// <summary>What in a POSIX regular expression <c>PosixRegex</c> cannot do.</summary>
internal static class RegexCheck
{
    /// <summary>Names the first thing that cannot be done, or null.</summary>
    public static string? Unknown(string pattern, RegexDialect dialect, bool extended)
    {
        bool refers = false, chooses = false;
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] == '[')
            {
                var end = BracketEnd(pattern, at);
                if (Bracket(pattern[at..end], dialect) is { } problem) return problem;
                at = end - 1;
                continue;
            }

            if (pattern[at] == '{' && dialect == RegexDialect.Awk) return "{ in a pattern of awk";
            chooses |= extended && pattern[at] == '|';
            if (pattern[at] != '\\' || at + 1 == pattern.Length) continue;
            at++;
            refers |= char.IsAsciiDigit(pattern[at]) && dialect != RegexDialect.Awk;
            chooses |= !extended && pattern[at] == '|';
            if (char.IsAsciiLetterOrDigit(pattern[at]) && !Letters(dialect).Contains(pattern[at])) return $"the escape \\{pattern[at]}";
        }

        return refers && chooses ? "a back reference together with alternatives" : null;
    }

    private static string Letters(RegexDialect dialect) => dialect switch
    {
        RegexDialect.Grep => "wWsSbB123456789",
        RegexDialect.Sed => "wWsSbB123456789afnrtv",
        _ => "afnrtv",
    };

    /// <summary>The place behind a bracket expression.</summary>
    internal static int BracketEnd(string pattern, int start)
    {
        var at = start + 1;
        if (at < pattern.Length && pattern[at] == '^') at++;
        if (at < pattern.Length && pattern[at] == ']') at++;
        while (at < pattern.Length && pattern[at] != ']')
        {
            if (pattern[at] == '[' && at + 1 < pattern.Length && pattern[at + 1] is ':' or '.' or '=')
            {
                var close = pattern.IndexOf($"{pattern[at + 1]}]", at + 2, StringComparison.Ordinal);
                if (close > 0) at = close + 1;
            }

            at++;
        }

        return Math.Min(at + 1, pattern.Length);
    }

    private static string? Bracket(string bracket, RegexDialect dialect)
    {
        if (dialect == RegexDialect.Grep) return null;
        for (var at = 0; at + 1 < bracket.Length; at++)
        {
            if (bracket[at] != '\\') continue;
            var letter = bracket[at + 1];
            var isKnown = "afnrtv".Contains(letter) || (dialect == RegexDialect.Sed ? !"cdox".Contains(letter) : !char.IsAsciiLetterOrDigit(letter));
            if (!isKnown) return $"the escape \\{letter} in brackets";
            if (dialect == RegexDialect.Awk) at++;
        }

        return null;
    }
}
