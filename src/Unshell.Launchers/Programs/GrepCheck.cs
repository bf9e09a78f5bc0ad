namespace Unshell.Launchers.Programs;

/// <summary>The patterns of <c>grep</c>.</summary>
internal static class GrepCheck
{
    /// <summary>Looks at the patterns that are known.</summary>
    public static ProgramVerdict Of(ProgramWords words, bool extended)
    {
        if (FilePrograms.Uncolored(words, "grep") is ProgramVerdict.Refused refused) return refused;
        if (words.Options.LastOrDefault(option => option.Key is "fixed" or "extended" or "basic").Key == "fixed") return ProgramVerdict.Fine.Instance;
        var patterns = words.Has("patterns") || words.Has("pattern_files") ? words.Values("patterns") : words.Operands.Take(1).OfType<string>();
        foreach (var pattern in patterns.SelectMany(text => text.Split('\n')))
        {
            if (RegexCheck.Unknown(pattern, RegexDialect.Grep, extended) is { } unknown)
                return new ProgramVerdict.Refused($"grep: {unknown} needs the real program");
        }

        return ProgramVerdict.Fine.Instance;
    }
}
