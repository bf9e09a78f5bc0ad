using System.Collections.Immutable;
using Unshell.Services.Commands;
using Unshell.Services.Manifests.Yaml;

namespace Unshell.Migration.Manifests;

/// <summary>Writes commands as argument lists where they need no shell; where they do, says so.</summary>
internal static class CommandEdits
{
    /// <summary>Replaces the value of an entry by the plain words of a command that starts a shell for nothing.</summary>
    /// <returns>False where a person must decide.</returns>
    internal static bool Rewrite(YamlEditing editing, YamlEntry entry, ProcessCommand command, PortMoving ports, Func<string, string>? escape = null)
    {
        if (command.PlainWords is not { } words || command.Shell is { Obstacles.IsEmpty: false }) return false;
        var written = words.Select((word, at) => ports.Move(word, at < command.PlainPlaces.Length ? command.PlainPlaces[at] : null, editing))
            .Select(word => escape is null ? word : escape(word)).ToList();
        var list = YamlText.Words(written, QuoteOf(editing.File, entry.Value), isFlow: entry.Value is not YamlSequence { IsFlow: false });
        return editing.ReplaceValue(entry, list, $"start {words[0]} without a shell");
    }

    /// <summary>Replaces the value of an entry by the words that start a launcher.</summary>
    internal static bool Launch(YamlEditing editing, YamlEntry entry, ImmutableArray<string> words, Func<string, string>? escape = null)
    {
        var list = YamlText.Words(words.Select(word => escape is null ? word : escape(word)), QuoteOf(editing.File, entry.Value), isFlow: entry.Value is not YamlSequence { IsFlow: false });
        return editing.ReplaceValue(entry, list, "start the launcher that stands for the shell's work");
    }

    /// <summary>Says that a command needs a shell, with what stands in the way.</summary>
    internal static void RefuseShell(YamlEditing editing, YamlNode node, ProcessCommand command, string subject)
    {
        var obstacles = command.Shell?.Obstacles ?? [];
        var why = obstacles.IsEmpty ? "" : $": {string.Join("; ", obstacles)}";
        editing.Refuse(node.Span, $"{subject} needs a shell that the hardened image does not have{why}",
            "write it as a Python script of the service and start that, or run it from an image with a shell");
    }

    /// <summary>The quotes that a list uses already, double ones by default.</summary>
    internal static char QuoteOf(YamlFile file, YamlNode node) => node is YamlSequence sequence
        && sequence.Items.OfType<YamlScalar>().Any(item => item.Style is YamlScalarStyle.SingleQuoted)
        && !sequence.Items.OfType<YamlScalar>().Any(item => item.Style is YamlScalarStyle.DoubleQuoted)
        && file.Source.Length > 0 ? '\'' : '"';

    /// <summary>Whether two argument lists are the same.</summary>
    internal static bool IsSame(ProcessCommand command, ImmutableArray<string> words) =>
        command.Shell is null && command.Arguments.SequenceEqual(words.Select(word => (string?)word), StringComparer.Ordinal);
}
