using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Unshell.Launchers.Compilation;

/// <summary>The names that the parts of the run time define: a function of a script must not take one of them.</summary>
internal static partial class RuntimeNames
{
    private static readonly Lazy<FrozenSet<string>> All = new(Read);

    /// <summary>Whether a part of the run time defines a name.</summary>
    public static bool Has(string name) => All.Value.Contains(name);

    private static FrozenSet<string> Read()
    {
        var assembly = typeof(RuntimeNames).Assembly;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            if (!resource.EndsWith(".py", StringComparison.Ordinal)) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            foreach (Match match in Definition().Matches(reader.ReadToEnd())) names.Add(match.Groups[1].Value);
        }

        return names.ToFrozenSet(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^(?:def |class )?(\w+)(?:\(| = |:)", RegexOptions.Multiline)]
    private static partial Regex Definition();
}
