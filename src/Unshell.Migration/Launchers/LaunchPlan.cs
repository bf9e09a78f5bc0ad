using System.Collections.Immutable;
using Unshell.Services.Commands;

namespace Unshell.Migration.Launchers;

/// <summary>What becomes of all that takes a shell, before anything else is moved.</summary>
internal sealed record LaunchPlan
{
    /// <summary>The Dockerfile with launchers in the place of scripts, and the new files.</summary>
    public required DockerfileDraft Draft { get; init; }

    /// <summary>Words of manifests' commands, by file and place.</summary>
    public ImmutableDictionary<(string File, int Start), ImmutableArray<string>> Commands { get; init; } = ImmutableDictionary<(string, int), ImmutableArray<string>>.Empty;

    /// <summary>The launchers, each once.</summary>
    public ImmutableArray<LauncherChange> Launchers { get; init; } = [];

    /// <summary>Scripts in the image for which a launcher stands.</summary>
    public ImmutableHashSet<string> Replaced { get; init; } = [];

    /// <summary>What a reviewer should know, and what stands in the way of what is left.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Whether anything changes before the service is moved.</summary>
    public bool IsEmpty => Draft.Edits.IsEmpty && Draft.Files.IsEmpty;

    /// <summary>The words that a manifest's command becomes, or null where it stays.</summary>
    public ImmutableArray<string>? WordsOf(ProcessCommand command) => Commands.TryGetValue(KeyOf(command), out var words) ? words : null;

    /// <summary>A command by its place: the same in every reading of the same file.</summary>
    public static (string File, int Start) KeyOf(ProcessCommand command) => command.Places is [var first, ..] ? (first.File.Path, first.Span.Start) : ("", -1);
}
