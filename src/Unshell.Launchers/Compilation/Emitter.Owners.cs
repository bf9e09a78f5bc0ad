using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Compilation;

/// <summary>What only root can do to files, and tools whose presence the script asks for.</summary>
internal sealed partial class Emitter
{
    private HashSet<string>? lookedUp;

    /// <summary>
    /// <c>chown</c> and <c>chgrp</c> to others than the one user there is: left out, for they would fail, and where they are needed the
    /// image has to see to it. Null for all other commands.
    /// </summary>
    private CommandCode? OwnersKept(SimpleCommand command, string name, ReadOnlySpan<Word> words)
    {
        if (name is not ("chown" or "chgrp") || target.UserId == 0 || !command.Assignments.IsEmpty) return null;
        if (Owner(words) is not { } owner || IsOwn(owner.Literal, isGroup: name == "chgrp")) return null;
        Note(
            LauncherNoteKind.Dropped, command,
            $"`{name}` is left out: the launcher runs as {target.UserId} already and may not change owners; give the files to {target.UserId} in the image");
        var nothing = Nothing(words);
        return command.Redirections.All(IsSure) ? nothing : Redirected(command.Redirections, () => nothing);
    }

    /// <summary>The word that names the owner; null where there is none or a file names it.</summary>
    private static Word? Owner(ReadOnlySpan<Word> words)
    {
        for (var i = 1; i < words.Length; i++)
        {
            if (words[i].Literal is "--") return i + 1 < words.Length ? words[i + 1] : null;
            if (words[i].Literal is not ['-', _, ..] option) return words[i];
            if (option.StartsWith("--reference", StringComparison.Ordinal)) return null;
        }

        return null;
    }

    private bool IsOwn(string? owner, bool isGroup)
    {
        if (owner is null) return false;
        var parts = isGroup ? ["", owner] : owner.Split(':', 2);
        return IsOneOf(parts[0], target.UserId) && IsOneOf(parts.ElementAtOrDefault(1) ?? "", target.GroupId);
    }

    private bool IsOneOf(string name, int id) =>
        name.Length == 0 || name == target.UserName || name == id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether the script asks somewhere if a program is there, and so knows what to do where it is not.</summary>
    private bool IsLookedUp(string program)
    {
        lookedUp ??= files.All.SelectMany(text => ShellNodes.WithDescendants(text.Root)).OfType<SimpleCommand>()
            .Where(command => command.Words is [{ Literal: "command" or "which" or "type" or "hash" }, _, ..])
            .SelectMany(command => command.Words.Skip(1)).Select(word => word.Literal).OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return lookedUp.Contains(program);
    }
}
