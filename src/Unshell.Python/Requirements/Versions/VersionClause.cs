using System.Text.RegularExpressions;

namespace Unshell.Python.Requirements.Versions;

/// <summary>How a clause compares.</summary>
public enum VersionComparison
{
    /// <summary><c>==</c>.</summary>
    Equal,
    /// <summary><c>!=</c>.</summary>
    NotEqual,
    /// <summary><c>&lt;</c>.</summary>
    Before,
    /// <summary><c>&lt;=</c>.</summary>
    NotAfter,
    /// <summary><c>&gt;</c>.</summary>
    After,
    /// <summary><c>&gt;=</c>.</summary>
    NotBefore,
    /// <summary><c>~=</c>.</summary>
    Compatible,
    /// <summary><c>===</c>: the texts are compared.</summary>
    Identical,
}

/// <summary>One clause of a version specifier: <c>&gt;=1.2</c>, <c>==1.*</c>.</summary>
public sealed partial class VersionClause
{
    private VersionClause(VersionComparison comparison, string text, PackageVersion? version, bool isPrefix)
    {
        Comparison = comparison;
        Text = text;
        Version = version;
        IsPrefix = isPrefix;
    }

    /// <summary>How it compares.</summary>
    public VersionComparison Comparison { get; }

    /// <summary>The version as written, without operator and blanks.</summary>
    public string Text { get; }

    /// <summary>The version compared with, <c>.*</c> taken off; null only for <c>===</c> with a text that is no version.</summary>
    public PackageVersion? Version { get; }

    /// <summary>Whether <c>.*</c> stands behind it.</summary>
    public bool IsPrefix { get; }

    /// <summary>Whether it names a pre-release, so that pre-releases are meant too.</summary>
    public bool NamesPreRelease => Comparison != VersionComparison.NotEqual && Version is { IsPreRelease: true };

    /// <summary>Reads one clause, blanks around it allowed; null where the text is none.</summary>
    public static VersionClause? Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success) return null;
        var comparison = ComparisonOf(match.Groups["operator"].Value);
        var written = match.Groups["version"].Value;
        if (comparison == VersionComparison.Identical) return new VersionClause(comparison, written, PackageVersion.Parse(written), false);
        var isPrefix = written.EndsWith(".*", StringComparison.Ordinal);
        if (PackageVersion.Parse(isPrefix ? written[..^2] : written) is not { } version) return null;
        var isExact = comparison is VersionComparison.Equal or VersionComparison.NotEqual;
        var isFinal = version is { Pre: null, Post: null, Dev: null };
        if ((isPrefix && !(isExact && isFinal)) || (!version.Local.IsEmpty && (isPrefix || !isExact))) return null;
        return comparison == VersionComparison.Compatible && version.Release.Length < 2 ? null : new VersionClause(comparison, written, version, isPrefix);
    }

    /// <summary>A clause of a version.</summary>
    public static VersionClause Of(VersionComparison comparison, PackageVersion version) => new(comparison, version.ToString(), version, false);

    /// <summary>Whether a version fulfils the clause; whether pre-releases count is not asked here.</summary>
    public bool Contains(PackageVersion candidate) => Comparison == VersionComparison.Identical
        ? string.Equals(candidate.ToString(), Text, StringComparison.OrdinalIgnoreCase)
        : Contains(candidate, Version!);

    /// <summary>Operator and version.</summary>
    public override string ToString() => OperatorOf(Comparison) + Text;

    internal static string OperatorOf(VersionComparison comparison) => comparison switch
    {
        VersionComparison.Equal => "==",
        VersionComparison.NotEqual => "!=",
        VersionComparison.Before => "<",
        VersionComparison.NotAfter => "<=",
        VersionComparison.After => ">",
        VersionComparison.NotBefore => ">=",
        VersionComparison.Compatible => "~=",
        _ => "===",
    };

    internal static VersionComparison ComparisonOf(string text) => text switch
    {
        "==" => VersionComparison.Equal,
        "!=" => VersionComparison.NotEqual,
        "<" => VersionComparison.Before,
        "<=" => VersionComparison.NotAfter,
        ">" => VersionComparison.After,
        ">=" => VersionComparison.NotBefore,
        "~=" => VersionComparison.Compatible,
        _ => VersionComparison.Identical,
    };

    private bool Contains(PackageVersion candidate, PackageVersion version) => Comparison switch
    {
        VersionComparison.Equal => Equals(candidate, version),
        VersionComparison.NotEqual => !Equals(candidate, version),
        VersionComparison.NotAfter => candidate.Public <= version,
        VersionComparison.NotBefore => candidate.Public >= version,
        // A pre-release of the version itself is not meant, although it is earlier.
        VersionComparison.Before => candidate < version && (version.IsPreRelease || !candidate.IsPreRelease || candidate.Base != version.Base),
        VersionComparison.After => candidate > version
            && (version.Post is not null || candidate.Post is null || candidate.Base != version.Base)
            && (candidate.Local.IsEmpty || candidate.Base != version.Base),
        _ => candidate.Public >= version && candidate.StartsWith(Shortened(version)),
    };

    private bool Equals(PackageVersion candidate, PackageVersion version) =>
        IsPrefix ? candidate.StartsWith(version) : (version.Local.IsEmpty ? candidate.Public : candidate) == version;

    private static PackageVersion Shortened(PackageVersion version) =>
        PackageVersion.Parse($"{version.Epoch}!{string.Join('.', version.Release.SkipLast(1))}")!;

    [GeneratedRegex(@"^\s*(?:(?<operator>===)\s*(?<version>[^\s;)]+)|(?<operator>==|~=|!=|<=|>=|<|>)\s*(?<version>[^\s,;=<>~]+))\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
