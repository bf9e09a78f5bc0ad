using System.Collections.Immutable;
using Unshell.Python.Requirements.Markers;
using Unshell.Python.Requirements.Versions;
using Unshell.Text;

namespace Unshell.Python.Requirements;

/// <summary>Reads a dependency specifier.</summary>
internal ref struct SpecifierParser(string text)
{
    private readonly string text = text;
    private int at;

    public (DependencySpecifier? Specifier, Diagnostic? Diagnostic) Parse()
    {
        SkipBlanks();
        var name = TakeName();
        if (name.Length == 0) return Error(at, "a name of a distribution is wanted here");
        SkipBlanks();
        if (TakeExtras() is not { } extras) return Error(at, "names of extras with commas between them are wanted here");
        SkipBlanks();
        if (at < text.Length && text[at] == '@') return Addressed(name, extras);
        var start = at;
        var end = text.IndexOf(';', at) is >= 0 and var semicolon ? semicolon : text.Length;
        var range = text[start..end].Trim();
        if (range.StartsWith('(') && range.EndsWith(')')) range = range[1..^1];
        if (VersionRange.Parse(range) is not { } versions || range.TrimStart().StartsWith(',')) return Error(start, $"{Shown(range)} is no version specifier");
        at = end;
        return WithMarker(name, extras, versions, null);
    }

    private (DependencySpecifier? Specifier, Diagnostic? Diagnostic) Addressed(string name, ImmutableArray<string> extras)
    {
        at++;
        SkipBlanks();
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at])) at++;
        if (start == at) return Error(start, "an address is wanted behind @");
        var address = text[start..at];
        SkipBlanks();
        return at < text.Length && text[at] != ';'
            ? Error(at, "a blank and ; are wanted behind an address")
            : WithMarker(name, extras, VersionRange.Any, address);
    }

    private (DependencySpecifier? Specifier, Diagnostic? Diagnostic) WithMarker(string name, ImmutableArray<string> extras, VersionRange versions, string? address)
    {
        Marker? marker = null;
        if (at < text.Length)
        {
            var start = at + 1;
            (marker, var stopped) = MarkerParser.Parse(text.AsSpan(start));
            if (marker is null) return Error(Math.Min(start + stopped, text.Length), $"{Shown(text[start..].Trim())} is no environment marker");
        }

        return (DependencySpecifier.Of(name, versions, extras, address, marker), null);
    }

    private string TakeName()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '-' or '_' or '.')) at++;
        var name = text[start..at];
        if (DistributionName.IsValid(name)) return name;
        at = start;
        return "";
    }

    private ImmutableArray<string>? TakeExtras()
    {
        var extras = ImmutableArray.CreateBuilder<string>();
        if (at >= text.Length || text[at] != '[') return extras.ToImmutable();
        at++;
        SkipBlanks();
        while (at < text.Length && text[at] != ']')
        {
            var name = TakeName();
            if (name.Length == 0) return null;
            extras.Add(name);
            SkipBlanks();
            if (at < text.Length && text[at] == ',')
            {
                at++;
                SkipBlanks();
                if (at < text.Length && text[at] == ']') return null;
            }
            else if (at >= text.Length || text[at] != ']')
            {
                return null;
            }
        }

        if (at >= text.Length) return null;
        at++;
        return extras.ToImmutable();
    }

    private readonly (DependencySpecifier?, Diagnostic?) Error(int place, string cause) =>
        (null, new Diagnostic(DiagnosticSeverity.Error, new TextSpan(place, text.Length - place), "cannot read requirement: " + cause));

    private static string Shown(string part) => part.Length <= 60 ? part : part[..57] + "...";

    private void SkipBlanks()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }
}
