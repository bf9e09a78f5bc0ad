using System.Collections.Immutable;

namespace Unshell.Services.Simulation;

/// <summary>The rules of a <c>.dockerignore</c> file, as github.com/moby/patternmatcher reads them.</summary>
internal sealed class IgnoreRules(ImmutableArray<IgnoreRules.Rule> rules)
{
    public static IgnoreRules None { get; } = new([]);

    /// <summary>Reads an ignore file; a line that cannot be a pattern is left out.</summary>
    public static IgnoreRules Parse(string content)
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        foreach (var line in content.TrimStart('\uFEFF').Split('\n'))
        {
            // A comment's mark counts in the first column only, before blanks are trimmed.
            if (line.StartsWith('#')) continue;
            var pattern = line.Trim();
            var negated = pattern.StartsWith('!');
            if (negated) pattern = pattern[1..].Trim();
            if (pattern.Length == 0) continue;
            var clean = UnixPath.Relative(pattern);
            if (clean.Length == 0 && !negated) continue;
            rules.Add(new Rule(Split(clean), negated));
        }

        return new IgnoreRules(rules.ToImmutable());
    }

    // "**" inside a name crosses directories too: "**.log" means a name at any depth.
    private static string Split(string pattern) => string.Join('/', pattern.Split('/').Select(part =>
        part.Length <= 2 || !part.Contains("**", StringComparison.Ordinal) ? part
        : part.StartsWith("**", StringComparison.Ordinal) ? "**/*" + part.TrimStart('*')
        : part.Replace("**", "*", StringComparison.Ordinal)));

    /// <summary>The files that are not kept out of the context: the last rule that matches a file or a directory above it decides.</summary>
    /// <param name="paths">Paths relative to the context, in ordinal order.</param>
    public ImmutableArray<string> Keep(ImmutableArray<string> paths)
    {
        if (rules.IsEmpty) return paths;
        var kept = ImmutableArray.CreateBuilder<string>();
        var folders = new Stack<IgnoredFolder>();
        folders.Push(IgnoredFolder.Root(rules));
        foreach (var path in paths)
        {
            // In ordinal order all that a directory holds comes in one run, so that what is above is decided once for it.
            while (!folders.Peek().Holds(path)) folders.Pop();
            var folder = folders.Peek();
            while (!folder.ExcludesAll && path.IndexOf('/', folder.Prefix.Length) is >= 0 and var slash)
            {
                folder = folder.Below(path[..(slash + 1)]);
                folders.Push(folder);
            }

            if (!folder.Excludes(path)) kept.Add(path);
        }

        return kept.ToImmutable();
    }

    internal sealed record Rule(string Pattern, bool Negated)
    {
        private readonly string[] pattern = Pattern.Split('/');

        // Without ** a pattern speaks of one depth only.
        private readonly bool isDeep = Pattern.Split('/').Contains("**");

        /// <summary>Whether the path or a directory above it matches.</summary>
        /// <param name="path">The path, split at its slashes.</param>
        public bool Matches(ReadOnlySpan<string> path)
        {
            if (!isDeep) return path.Length >= pattern.Length && PathPattern.MatchesDeep(pattern, path[..pattern.Length]);
            for (var depth = path.Length; depth > 0; depth--)
            {
                if (PathPattern.MatchesDeep(pattern, path[..depth])) return true;
            }

            return false;
        }

        /// <summary>Whether the path itself matches, whatever is above it.</summary>
        public bool MatchesItself(ReadOnlySpan<string> path) => (isDeep || path.Length == pattern.Length) && PathPattern.MatchesDeep(pattern, path);
    }
}
