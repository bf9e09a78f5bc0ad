using System.Collections.Immutable;

namespace Unshell.Services.Simulation;

/// <summary>What the rules of an ignore file say of a directory, and so of all below it that no rule names itself.</summary>
internal sealed class IgnoredFolder
{
    private readonly ImmutableArray<IgnoreRules.Rule> rules;
    private readonly bool[] matched;

    private IgnoredFolder(ImmutableArray<IgnoreRules.Rule> rules, string prefix, bool[] matched)
    {
        this.rules = rules;
        this.matched = matched;
        Prefix = prefix;
        var last = Array.LastIndexOf(matched, true);
        ExcludesAll = last >= 0 && !rules[last].Negated && !rules[(last + 1)..].Any(rule => rule.Negated);
    }

    /// <summary>Its path with the slash behind it; empty for the context itself.</summary>
    public string Prefix { get; }

    /// <summary>Whether nothing below it can be taken back in.</summary>
    public bool ExcludesAll { get; }

    /// <summary>The context itself, which no rule speaks of.</summary>
    public static IgnoredFolder Root(ImmutableArray<IgnoreRules.Rule> rules) => new(rules, "", new bool[rules.Length]);

    /// <summary>Whether a path lies in it.</summary>
    public bool Holds(string path) => path.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>A directory in it.</summary>
    /// <param name="prefix">Its path with the slash behind it.</param>
    public IgnoredFolder Below(string prefix)
    {
        var parts = prefix[..^1].Split('/');
        var below = new bool[rules.Length];
        for (var i = 0; i < below.Length; i++) below[i] = matched[i] || rules[i].MatchesItself(parts);
        return new IgnoredFolder(rules, prefix, below);
    }

    /// <summary>Whether a file that lies directly in it is kept out.</summary>
    public bool Excludes(string path)
    {
        if (ExcludesAll) return true;
        var parts = path.Split('/');
        for (var i = rules.Length - 1; i >= 0; i--)
        {
            if (matched[i] || rules[i].MatchesItself(parts)) return !rules[i].Negated;
        }

        return false;
    }
}
