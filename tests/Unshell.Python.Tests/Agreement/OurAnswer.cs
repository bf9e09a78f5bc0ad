using Unshell.Python.Printing;
using Unshell.Python.Syntax;
using Unshell.Text;

namespace Unshell.Python.Tests.Agreement;

/// <summary>What we make of a file where a certain CPython reads it.</summary>
internal static class OurAnswer
{
    /// <summary>Why the two do not agree, or null.</summary>
    public static string? Disagreement(RealPython.Answer real)
    {
        var source = PythonSource.Decode(real.Path, File.ReadAllBytes(real.Path));
        var (dump, cause) = source.Error is { } error ? (null, error) : Of(source.Text, real.Minor);
        if (real.Dump is null) return dump is null ? null : $"{real.Path}: Python rejects it: {real.Cause}";
        if (dump is null) return $"{real.Path}: Python accepts it, we say: {cause}";
        return dump == real.Dump ? null : $"{real.Path}: {FirstDifference(dump, real.Dump)}";
    }

    /// <summary>The dump, or why there is none; syntax newer than the version counts as wrong.</summary>
    public static (string? Dump, string? Cause) Of(SourceText text, int minor)
    {
        var syntax = PythonSyntax.Parse(text);
        if (syntax.Diagnostics is [var first, ..]) return (null, $"{text.PositionOf(first.Span.Start)}: {first.Message}");
        if (syntax.Features.FirstOrDefault(feature => feature.Minor > minor) is { } newer)
            return (null, $"{text.PositionOf(newer.Span.Start)}: {newer.Name} needs 3.{newer.Minor}");
        return (AstPrinter.PrintLine(syntax, new AstForm(minor) { OmitsFieldPositions = minor < 12 }), null);
    }

    private static string FirstDifference(string ours, string theirs)
    {
        var at = 0;
        while (at < ours.Length && at < theirs.Length && ours[at] == theirs[at]) at++;
        var from = Math.Max(0, at - 150);
        return $"\n  ours   {ours.AsSpan(from, Math.Min(250, ours.Length - from))}\n  theirs {theirs.AsSpan(from, Math.Min(250, theirs.Length - from))}";
    }
}
