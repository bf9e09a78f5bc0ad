using Unshell.Dockerfiles.Syntax;
using Unshell.Services.Simulation;
using Unshell.Text;

namespace Unshell.Migration.Launchers;

/// <summary>Lets a COPY that names a script bring its launcher too, with as small a change as there is.</summary>
internal static class CopyExtension
{
    /// <summary>The draft with every such COPY extended; the same draft where there is none.</summary>
    /// <param name="draft">The files so far.</param>
    /// <param name="script">Path of the script in the build context.</param>
    /// <param name="launcher">Path of the launcher in the build context.</param>
    public static DockerfileDraft Extend(DockerfileDraft draft, string script, string launcher)
    {
        var build = draft.Service.Build;
        foreach (var step in build.Reachable.SelectMany(index => build.Stages[index].Steps))
        {
            if (step.Instruction is not CopyInstruction { Destination: { } destination } copy || !copy.Heredocs.IsEmpty) continue;
            foreach (var effect in step.Effects.OfType<Effect.FilesCopied>().Where(effect => effect.Origin is CopyOrigin.Context && effect.Sources.Length == copy.Sources.Length))
            {
                var at = Enumerable.Range(0, copy.Sources.Length).FirstOrDefault(index => build.Context.Match(effect.Sources[index]).Contains(script), -1);
                if (at >= 0) draft = Extend(draft, copy, destination, effect, at, script, launcher);
            }
        }

        return draft;
    }

    private static DockerfileDraft Extend(
        DockerfileDraft draft, CopyInstruction copy, WordSyntax destination, Effect.FilesCopied effect, int source, string script, string launcher)
    {
        var written = copy.Sources[source];
        var word = WordFor(written.Raw, script, launcher);
        if (DirectoryOf(destination.Raw, effect, script) is not { } directory)
        {
            // The script is renamed on its way, so the launcher gets a line of its own with the same flags.
            var flags = copy.Flags.IsEmpty ? "" : draft.Service.Dockerfile.TextOf(TextSpan.FromBounds(copy.Flags[0].Span.Start, copy.Flags[^1].Span.End)) + " ";
            var dot = destination.Raw.LastIndexOf('.');
            var renamed = (dot > destination.Raw.LastIndexOf('/') + 1 ? destination.Raw[..dot] : destination.Raw) + ".py";
            return draft.WithLine(copy, $"{copy.Keyword} {flags}{word} {renamed}");
        }

        var quoted = copy.IsJson ? $", \"{word}\"" : " " + word;
        draft = draft.With(TextEdit.Insert(written.Span.End, quoted));
        if (directory != destination.Raw)
            draft = draft.With(new TextEdit(destination.Span, copy.IsJson ? $"\"{directory}\"" : directory));
        return draft with { Placements = draft.Placements.Add(new Placement(copy, PlacementKind.Rewritten, $"{launcher} comes along, which stands for {script}")) };
    }

    /// <summary>The source word with the launcher's name in the place of the script's.</summary>
    private static string WordFor(string written, string script, string launcher)
    {
        var name = script[(script.LastIndexOf('/') + 1)..];
        return written.EndsWith(name, StringComparison.Ordinal)
            ? written[..^name.Length] + launcher[(launcher.LastIndexOf('/') + 1)..]
            : launcher;
    }

    /// <summary>The destination as a directory, which several sources ask for; null where the script gets another name there.</summary>
    private static string? DirectoryOf(string raw, Effect.FilesCopied effect, string script)
    {
        if (raw.EndsWith('/')) return raw;
        if (raw == ".") return effect.Sources.Length > 1 ? raw : "./";
        if (effect.IntoDirectory) return effect.Sources.Length > 1 ? raw : raw + "/";
        var name = script[(script.LastIndexOf('/') + 1)..];
        if (!raw.EndsWith(name, StringComparison.Ordinal) || (raw.Length > name.Length && raw[^(name.Length + 1)] != '/')) return null;
        return raw.Length == name.Length ? "./" : raw[..^name.Length];
    }
}
