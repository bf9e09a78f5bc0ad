using System.Collections.Immutable;
using Unshell.Python.Requirements.Versions;
using Unshell.Text;

namespace Unshell.Python.Requirements.Formats;

/// <summary>Reads requirements files of pip. Source: pip's documentation, Requirements File Format.</summary>
internal sealed class PipRequirements
{
    // Options that take a value, short and long.
    private static readonly Dictionary<string, string> _valued = new(StringComparer.Ordinal)
    {
        ["-r"] = "requirement",
        ["-c"] = "constraint",
        ["-e"] = "editable",
        ["-i"] = "index-url",
        ["-f"] = "find-links",
        ["-C"] = "config-settings",
        ["--requirement"] = "requirement",
        ["--constraint"] = "constraint",
        ["--editable"] = "editable",
        ["--index-url"] = "index-url",
        ["--pypi-url"] = "index-url",
        ["--extra-index-url"] = "extra-index-url",
        ["--find-links"] = "find-links",
        ["--no-binary"] = "no-binary",
        ["--only-binary"] = "only-binary",
        ["--trusted-host"] = "trusted-host",
        ["--use-feature"] = "use-feature",
        ["--hash"] = "hash",
        ["--global-option"] = "global-option",
        ["--install-option"] = "install-option",
        ["--config-settings"] = "config-settings",
        ["--config-setting"] = "config-settings",
    };

    private static readonly string[] _switches = ["--no-index", "--prefer-binary", "--require-hashes", "--pre", "--always-unzip", "-Z"];

    private readonly ImmutableArray<StatedRequirement>.Builder requirements = ImmutableArray.CreateBuilder<StatedRequirement>();
    private readonly ImmutableArray<RequirementInclude>.Builder includes = ImmutableArray.CreateBuilder<RequirementInclude>();
    private readonly ImmutableArray<InstallerOption>.Builder options = ImmutableArray.CreateBuilder<InstallerOption>();
    private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    public static RequirementDocument Read(SourceText source)
    {
        var reader = new PipRequirements();
        foreach (var line in LogicalLines.Of(source)) reader.Line(line);
        return new RequirementDocument
        {
            Source = source,
            Requirements = reader.requirements.ToImmutable(),
            Includes = reader.includes.ToImmutable(),
            Options = reader.options.ToImmutable(),
            Diagnostics = reader.diagnostics.ToImmutable(),
        };
    }

    /// <summary>One requirement as a command line names it: a specifier, an address, a path.</summary>
    public static StatedRequirement Argument(string text, TextSpan span, bool isEditable)
    {
        var requirement = Requirement(text) ?? new StatedRequirement { Specifier = DependencySpecifier.Of("", VersionRange.Any, [], null, null), Span = span };
        return requirement with { Span = span, IsEditable = isEditable };
    }

    private void Line(MappedText line)
    {
        var words = Words(line.Content);
        if (words is [var first, ..] && first.Text.StartsWith('-'))
        {
            Options(line, words, 0);
            return;
        }

        // Options of a requirement begin at the first word with a dash.
        var count = words.TakeWhile(word => !word.Text.StartsWith('-')).Count();
        var end = count == 0 ? 0 : words[count - 1].Span.End;
        var text = line.Content[..end];
        var span = line.ToSource(new TextSpan(0, end));
        var hashes = Options(line, words, count);
        if (Requirement(text) is { } requirement)
        {
            requirements.Add(requirement with { Span = span, Hashes = hashes });
            return;
        }

        var (_, diagnostic) = DependencySpecifier.Parse(text);
        diagnostics.Add(diagnostic! with { Span = diagnostic.Span.IsEmpty ? new TextSpan(line.ToSource(diagnostic.Span.Start), 0) : line.ToSource(diagnostic.Span) });
    }

    private ImmutableArray<string> Options(MappedText line, ImmutableArray<Word> words, int from)
    {
        var hashes = ImmutableArray.CreateBuilder<string>();
        for (var i = from; i < words.Length; i++)
        {
            var (text, span) = words[i];
            var equals = text.StartsWith("--", StringComparison.Ordinal) ? text.IndexOf('=', StringComparison.Ordinal) : -1;
            var name = equals > 0 ? text[..equals] : text;
            var value = equals > 0 ? text[(equals + 1)..] : "";
            if (equals < 0 && text.Length > 2 && text[0] == '-' && text[1] != '-') (name, value) = (text[..2], text[2..].TrimStart('='));
            if (!_valued.TryGetValue(name, out var option))
            {
                if (_switches.Contains(name, StringComparer.Ordinal)) options.Add(new InstallerOption(name.TrimStart('-'), value, line.ToSource(span)));
                else diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, line.ToSource(span), $"cannot read requirements: {name} is no option that a requirements file can have"));
                continue;
            }

            if (value.Length == 0 && equals < 0 && i + 1 < words.Length) (value, span) = (words[i + 1].Text, TextSpan.FromBounds(span.Start, words[++i].Span.End));
            if (option == "hash") hashes.Add(value);
            else Option(option, value, line.ToSource(span));
        }

        return hashes.ToImmutable();
    }

    private void Option(string option, string value, TextSpan span)
    {
        if (value.Length == 0)
            diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, span, $"cannot read requirements: --{option} wants a value"));
        else if (option is "requirement" or "constraint")
            includes.Add(new RequirementInclude(value, option == "constraint", span));
        else if (option == "editable")
            requirements.Add(Argument(value, span, isEditable: true));
        else
            options.Add(new InstallerOption(option, value, span));
    }

    private static StatedRequirement? Requirement(string text) =>
        AddressOf(text) is { } address ? address : DependencySpecifier.Parse(text).Specifier is { } specifier ? new StatedRequirement { Specifier = specifier, Span = default } : null;

    /// <summary>An address or a path instead of a name; <c>#egg=name</c> or the name of a wheel may tell the name.</summary>
    private static StatedRequirement? AddressOf(string text)
    {
        var marker = text.IndexOf(" ;", StringComparison.Ordinal);
        var address = (marker < 0 ? text : text[..marker]).Trim();
        var isUrl = IsUrl(address);
        var isPath = address is "." or ".." || address.StartsWith("./", StringComparison.Ordinal) || address.StartsWith("../", StringComparison.Ordinal)
            || address.StartsWith('/') || address.StartsWith(".[", StringComparison.Ordinal) || IsFile(address);
        if (!isUrl && !isPath) return null;
        var extras = ImmutableArray<string>.Empty;
        var open = address.LastIndexOf('[');
        var path = address;
        if (isPath && !isUrl && open > 0 && address.EndsWith(']'))
        {
            path = address[..open];
            extras = [.. address[(open + 1)..^1].Split(',').Select(extra => extra.Trim())];
        }

        var condition = marker < 0 ? null : Markers.MarkerParser.Parse(text.AsSpan(marker + 2)).Marker ?? new Markers.Marker.Unknown(text[(marker + 2)..].Trim());
        var specifier = DependencySpecifier.Of(AddressNames.NameOf(address), AddressNames.VersionOf(address), extras, isUrl ? address : null, condition);
        return new StatedRequirement { Specifier = specifier, Span = default, LocalPath = isPath && !isUrl ? path : null };
    }

    private static bool IsUrl(string address)
    {
        var scheme = address.IndexOf(':', StringComparison.Ordinal);
        return scheme > 1 && address[..scheme].All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '.' or '-') && address.Length > scheme + 1 && address[scheme + 1] == '/';
    }

    private static bool IsFile(string address) => !address.Contains(' ', StringComparison.Ordinal) && (address.EndsWith(".whl", StringComparison.Ordinal)
        || address.EndsWith(".tar.gz", StringComparison.Ordinal) || address.EndsWith(".zip", StringComparison.Ordinal)
        || (address.Contains('/', StringComparison.Ordinal) && !address.Contains('@', StringComparison.Ordinal)));

    private static ImmutableArray<Word> Words(string text)
    {
        var words = ImmutableArray.CreateBuilder<Word>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at])) at++;
            words.Add(new Word(text[start..at].Trim('"', '\''), TextSpan.FromBounds(start, at)));
        }

        return words.ToImmutable();
    }

    private readonly record struct Word(string Text, TextSpan Span);
}
