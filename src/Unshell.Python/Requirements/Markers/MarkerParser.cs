using System.Collections.Immutable;

namespace Unshell.Python.Requirements.Markers;

/// <summary>Reads a marker.</summary>
internal ref struct MarkerParser(ReadOnlySpan<char> text)
{
    // No hand writes deeper ones; a reader that calls itself must end somewhere.
    private const int MaximalDepth = 100;

    private static readonly string[] _variables =
    [
        "python_version", "python_full_version", "os_name", "sys_platform", "platform_release", "platform_system", "platform_version",
        "platform_machine", "platform_python_implementation", "implementation_name", "implementation_version", "extra", "extras", "dependency_groups",
    ];

    // Spellings of setuptools from before PEP 508.
    private static readonly Dictionary<string, string> _formerly = new(StringComparer.Ordinal)
    {
        ["os.name"] = "os_name",
        ["sys.platform"] = "sys_platform",
        ["platform.version"] = "platform_version",
        ["platform.machine"] = "platform_machine",
        ["platform.python_implementation"] = "platform_python_implementation",
        ["python_implementation"] = "platform_python_implementation",
    };

    private static readonly string[] _operators = ["===", "==", "~=", "!=", "<=", ">=", "<", ">"];

    private readonly ReadOnlySpan<char> text = text;
    private int at;
    private int depth;

    /// <summary>Reads a whole marker.</summary>
    /// <returns>The marker, or null with the offset where the text stops to be one.</returns>
    public static (Marker? Marker, int Stopped) Parse(ReadOnlySpan<char> text)
    {
        var parser = new MarkerParser(text);
        var marker = parser.Any();
        parser.SkipBlanks();
        return (marker is not null && parser.at == text.Length ? marker : null, parser.at);
    }

    private Marker? Any() => Joined("or", isAny: true);

    private Marker? Joined(string word, bool isAny)
    {
        var parts = ImmutableArray.CreateBuilder<Marker>();
        do
        {
            if ((isAny ? Joined("and", isAny: false) : Term()) is not { } part) return null;
            parts.Add(part);
        }
        while (TakeWord(word));
        if (parts.Count == 1) return parts[0];
        return isAny ? new Marker.Any(parts.ToImmutable()) : new Marker.All(parts.ToImmutable());
    }

    private Marker? Term()
    {
        SkipBlanks();
        if (at < text.Length && text[at] == '(')
        {
            if (++depth > MaximalDepth) return null;
            at++;
            var inner = Any();
            SkipBlanks();
            if (inner is null || at >= text.Length || text[at] != ')') return null;
            at++;
            depth--;
            return inner;
        }

        return Value() is { } left && Operator() is { } comparison && Value() is { } right ? new Marker.Comparison(left, comparison, right) : null;
    }

    private MarkerValue? Value()
    {
        SkipBlanks();
        if (at >= text.Length) return null;
        if (text[at] is '"' or '\'')
        {
            var length = text[(at + 1)..].IndexOf(text[at]);
            if (length < 0) return null;
            var quoted = text.Slice(at + 1, length).ToString();
            at += length + 2;
            return new MarkerValue(quoted, false);
        }

        var end = at;
        while (end < text.Length && (char.IsAsciiLetter(text[end]) || text[end] is '_' or '.')) end++;
        var name = text[at..end].ToString();
        name = _formerly.GetValueOrDefault(name, name);
        if (!_variables.Contains(name, StringComparer.Ordinal)) return null;
        at = end;
        return new MarkerValue(name, true);
    }

    private string? Operator()
    {
        SkipBlanks();
        foreach (var candidate in _operators)
        {
            if (!text[at..].StartsWith(candidate, StringComparison.Ordinal)) continue;
            at += candidate.Length;
            return candidate;
        }

        if (TakeWord("in")) return "in";
        return TakeWord("not") && TakeWord("in") ? "not in" : null;
    }

    private bool TakeWord(string word)
    {
        SkipBlanks();
        if (!text[at..].StartsWith(word, StringComparison.Ordinal)) return false;
        var end = at + word.Length;
        if (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.')) return false;
        at = end;
        return true;
    }

    private void SkipBlanks()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }
}
