using System.Collections.Immutable;
using Unshell.Launchers;
using Unshell.Services.Commands;

namespace Unshell.Services.Launching;

/// <summary>The part of a command that takes a shell: a script that is started, or text that a shell is given.</summary>
public sealed record ShellStart
{
    /// <summary>The command.</summary>
    public required ProcessCommand Command { get; init; }

    /// <summary>The script, or null where a shell is given text.</summary>
    public required StartScript? Script { get; init; }

    /// <summary>The word that names the script, as written; empty for text.</summary>
    public string Word { get; init; } = "";

    /// <summary>The text with its places, or null for a script.</summary>
    public PlacedText? Text { get; init; }

    /// <summary>What is to be compiled.</summary>
    public required LauncherSource Source { get; init; }

    /// <summary>Position in <see cref="ProcessCommand.Arguments"/> of the first word that a launcher stands for.</summary>
    public required int First { get; init; }

    /// <summary>Position behind the last such word.</summary>
    public required int End { get; init; }

    /// <summary>Words inside a shell's text that stand in front of the script: wrappers that stay.</summary>
    public ImmutableArray<string> Before { get; init; } = [];

    /// <summary>Words inside a shell's text that the script gets.</summary>
    public ImmutableArray<string> After { get; init; } = [];

    /// <summary>Why no launcher can stand for it whatever it says, or null.</summary>
    public string? Obstacle { get; init; }

    /// <summary>The whole command with a launcher in it; null where a word of it is not known.</summary>
    /// <param name="launcher">Interpreter and launcher.</param>
    public ImmutableArray<string>? With(ImmutableArray<string> launcher)
    {
        var around = Command.Arguments[..First].Concat(Command.Arguments[End..]);
        if (around.Any(word => word is null)) return null;
        return [.. Command.Arguments[..First].Select(word => word!), .. Before, .. launcher, .. After, .. Command.Arguments[End..].Select(word => word!)];
    }
}
