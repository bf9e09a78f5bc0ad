using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Unshell.Migration;

namespace Unshell.Cli.Reports;

/// <summary>A script and its launcher in two columns, for a reviewer at a terminal that is wide enough.</summary>
internal static partial class SideBySide
{
    // Two columns of code that is seldom wider than sixty characters.
    private const int Narrowest = 120;
    private const string Gap = " | ";

    /// <summary>Writes the block; nothing where the terminal is too narrow, or where the output goes elsewhere.</summary>
    public static void Write(LauncherChange launcher, Ink ink, Caller caller)
    {
        if (launcher.Shell is not { } script || caller.Width is not { } width || width < Narrowest) return;
        var column = (width - Gap.Length) / 2;
        Row(launcher.Source, launcher.Path, column, ink.Bold, caller);
        foreach (var (left, right) in Pairs(Lines(script), Lines(launcher.Python))) Row(left, right, column, Ink.Harmless, caller);
        ink.Line();
    }

    /// <summary>The lines side by side: a line of Python that names a line of the script stands beside it.</summary>
    internal static IEnumerable<(string Left, string Right)> Pairs(ImmutableArray<string> script, ImmutableArray<string> python)
    {
        var at = 0;
        foreach (var line in python)
        {
            var named = LineNumber().Match(line) is { Success: true } match && int.TryParse(match.Groups["line"].ValueSpan, out var number) ? number - 1 : -1;
            for (; at < Math.Min(named, script.Length); at++) yield return (script[at], "");
            yield return (at < script.Length && named >= at ? script[at++] : "", line);
        }

        for (; at < script.Length; at++) yield return (script[at], "");
    }

    private static ImmutableArray<string> Lines(string text) => [.. text.TrimEnd('\n').Split('\n').Select(line => line.TrimEnd('\r').Replace("\t", "    ", StringComparison.Ordinal))];

    private static void Row(string left, string right, int column, Func<string, string> paint, Caller caller) =>
        caller.Output.WriteLine(paint(Cut(left, column).PadRight(column) + Gap + Cut(right, column)).TrimEnd());

    private static string Cut(string text, int column) => text.Length <= column ? text : text[..(column - 1)] + "…";

    [GeneratedRegex(@"#\s*(?:\S*:|line |lines )(?<line>\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex LineNumber();
}
