using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Unshell.Services.Launching;

/// <summary>
/// The lines at the top of a launcher: what it was compiled from, so that it is not written anew while that is unchanged, and the
/// programs that it runs, so that the image is asked for them.
/// </summary>
/// <param name="Source">Path of the script, or the file that holds the text, relative to the repository.</param>
/// <param name="Digest">Of the text it was compiled from.</param>
/// <param name="Programs">Programs it runs.</param>
public sealed partial record LauncherHeader(string Source, string Digest, ImmutableArray<string> Programs)
{
    private const int DigestBytes = 8;

    /// <summary>The digest of a shell text.</summary>
    public static string DigestOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, DigestBytes));

    /// <summary>The header of a file, or null where it is no launcher.</summary>
    public static LauncherHeader? Read(string python)
    {
        var match = Lines().Match(python);
        if (!match.Success) return null;
        var programs = match.Groups["programs"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new LauncherHeader(match.Groups["source"].Value, match.Groups["digest"].Value, [.. programs]);
    }

    /// <summary>A launcher's text with the header: below the line for the kernel, above all else.</summary>
    /// <param name="python">The launcher as it was compiled.</param>
    public string On(string python)
    {
        var start = python.StartsWith("#!", StringComparison.Ordinal) ? python.IndexOf('\n', StringComparison.Ordinal) + 1 : 0;
        var runs = Programs.IsEmpty ? "" : $"# It runs: {string.Join(", ", Programs)}\n";
        return $"{python[..start]}# Compiled by unshell from {Source} ({Digest}); yours to change.\n{runs}{Origin().Replace(python[start..], "${text}\"\"\"\n", 1)}";
    }

    /// <summary>The paragraph that says the same as the header; without it a short docstring stands on one line.</summary>
    [GeneratedRegex("""\A(?<text>\"{3}[^"\n\\]+)\n\nCompiled from [^\n]+: does the same without a shell\.\n\"{3}\n""", RegexOptions.CultureInvariant)]
    private static partial Regex Origin();

    [GeneratedRegex(@"\A(?:#![^\n]*\n)?# Compiled by unshell from (?<source>[^\n]+) \((?<digest>[0-9a-f]{16})\); yours to change\.\r?\n(?:# It runs: (?<programs>[^\r\n]*)\r?\n)?", RegexOptions.CultureInvariant)]
    private static partial Regex Lines();
}
