using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Unshell.Python.Uses;

namespace Scoreboard;

/// <summary>What the code of each service was found to use, beside what a search for words in all of its files found.</summary>
internal static class SourceUses
{
    // A word of the search, and the uses that it may stand for.
    private static readonly ImmutableArray<(string Word, Func<SourceUse, bool> Is)> kinds =
    [
        ("shell_true", use => use is SourceUse.ShellText { IsSilent: false }),
        ("os_system", use => use is SourceUse.ShellText { IsSilent: true }),
        ("subprocess", use => use is SourceUse.Program or SourceUse.ShellText or SourceUse.Installer),
        ("find_library", use => use is SourceUse.Library { IsSearch: true }),
        ("filelog", use => use is SourceUse.Write { Kind: WriteKind.Log }),
        ("sqlite", use => use is SourceUse.Write { Kind: WriteKind.Database }),
        ("mkdirs", use => use is SourceUse.Write { Kind: WriteKind.Directory }),
        ("open_w", use => use is SourceUse.Write { Kind: WriteKind.File }),
        ("passwd", use => use is SourceUse.Account),
        ("signal", use => use is SourceUse.SignalHandler),
    ];

    /// <summary>The table, one line a service: <c>word found/searched</c> where either is not 0.</summary>
    public static string Write(ImmutableArray<Trial> trials)
    {
        var text = new StringBuilder();
        text.Append("Uses found in code that the process reaches / lines that a search for words finds in all files (comments, tests and tools included)\n\n");
        foreach (var trial in trials)
        {
            var reading = trial.Result.Service.Source;
            text.Append(CultureInfo.InvariantCulture, $"{trial.Expected.Id}: {reading.Modules.Length} modules");
            foreach (var (word, isOne) in kinds)
            {
                var found = reading.Uses.Count(isOne);
                var searched = trial.Expected.Searched.GetValueOrDefault(word);
                if (found + searched > 0) text.Append(CultureInfo.InvariantCulture, $", {word} {found}/{searched}");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Every use with its place, for a person who judges them.</summary>
    public static string List(SourceReading reading)
    {
        var text = new StringBuilder();
        foreach (var use in reading.Uses)
            text.Append(CultureInfo.InvariantCulture, $"use: {use.Place.File.Path}:{use.Place.File.PositionOf(use.Place.Span.Start)} {use.Place.Through}{(use.Place.IsGuarded ? " (guarded)" : "")} {Words(use)}\n");
        return text.ToString();
    }

    private static string Words(SourceUse use) => use switch
    {
        SourceUse.Program program => $"program {string.Join(' ', program.Arguments.Select(word => word ?? "?"))}",
        SourceUse.ShellText shell => $"shell {shell.Text}",
        SourceUse.Write write => $"{write.Kind} {string.Concat(write.Path.Pieces.Select(piece => piece ?? "?"))}",
        SourceUse.Port port => $"port {port.Number}",
        _ => use.GetType().Name,
    };
}
