using System.Collections.Immutable;

namespace Unshell.Launchers.Programs;

/// <summary>Programs that talk to servers of any kind.</summary>
internal static class NetworkPrograms
{
    /// <summary>Each once.</summary>
    public static ImmutableArray<LauncherProgram> All { get; } =
    [
        new("curl") { Content = Requested },
        new("nc") { Aliases = ["netcat", "ncat"], LeastOperands = 2, MostOperands = 2 },
        new("wget") { LeastOperands = 1, Content = words => Reached("wget", words.Operands) },
    ];

    private static ProgramVerdict Requested(ProgramWords words)
    {
        if (words.Operands.IsEmpty && !words.Has("urls")) return new ProgramVerdict.Refused("curl: there is no URL");
        if (words.Values("headers").FirstOrDefault(header => header.StartsWith('@') || !header.Contains(':', StringComparison.Ordinal)) is { } header)
            return new ProgramVerdict.Refused($"curl: the header {header} needs the real program");
        if (words.Values("user").Any(user => !user.Contains(':', StringComparison.Ordinal))) return new ProgramVerdict.Refused("curl: it would ask for a password");
        foreach (var format in words.Values("write_out"))
        {
            if (UnknownVariable(format) is { } unknown) return new ProgramVerdict.Refused($"curl: {unknown} needs the real program");
        }

        return Reached("curl", [.. words.Operands, .. words.Values("urls")]);
    }

    private static string? UnknownVariable(string format)
    {
        if (format.StartsWith('@')) return "a format in a file";
        for (var at = format.IndexOf("%{", StringComparison.Ordinal); at >= 0; at = format.IndexOf("%{", at + 1, StringComparison.Ordinal))
        {
            var end = format.IndexOf('}', at);
            var name = end < 0 ? "" : format[(at + 2)..end];
            if (name is not ("http_code" or "response_code" or "content_type" or "size_download" or "url_effective" or "time_total")) return $"%{{{name}}}";
        }

        return null;
    }

    /// <summary>Only HTTP and HTTPS; curl takes brackets and braces in a URL for many.</summary>
    private static ProgramVerdict Reached(string name, IEnumerable<string?> urls)
    {
        foreach (var url in urls.OfType<string>())
        {
            var colon = url.IndexOf("://", StringComparison.Ordinal);
            if (colon >= 0 && url[..colon] is not ("http" or "https")) return new ProgramVerdict.Refused($"{name}: {url[..colon]} needs the real program");
            if (name == "curl" && url.AsSpan().IndexOfAny("[]{}") >= 0) return new ProgramVerdict.Refused("curl: brackets and braces in a URL need the real program");
        }

        return ProgramVerdict.Fine.Instance;
    }
}
