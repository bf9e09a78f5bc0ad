using Unshell.Dockerfiles.Syntax;
using Unshell.Services.Simulation;

namespace Unshell.Migration.Launchers;

/// <summary>
/// Brings launchers into the image: by the COPY that is there, by one word more in it, or by a COPY of their own. The simulator tells
/// whether it worked.
/// </summary>
internal static class LauncherPlacing
{
    /// <summary>The draft with the launcher of a script beside that script in the image, or null where no way leads there.</summary>
    /// <param name="draft">The files so far; the launcher is not among them.</param>
    /// <param name="launcher">Path of the launcher relative to the repository.</param>
    /// <param name="text">Its text, or null where it is there already.</param>
    /// <param name="imagePath">Where it must be.</param>
    /// <param name="script">The script that it stands for, by its path in the build context.</param>
    public static DockerfileDraft? Beside(DockerfileDraft draft, string launcher, string? text, string imagePath, string script)
    {
        var with = InContext(draft, launcher, text);
        if (with is null) return null;
        if (with.Holds(imagePath, launcher)) return with;
        var extended = CopyExtension.Extend(with, script, ContextPath(draft, launcher));
        if (!ReferenceEquals(extended, with) && extended.Holds(imagePath, launcher)) return extended;
        return Copied(with, launcher, imagePath);
    }

    /// <summary>The draft with a launcher wherever the image has room for it, and its path there; null where there is none.</summary>
    public static (DockerfileDraft Draft, string ImagePath)? Anywhere(DockerfileDraft draft, string launcher, string? text)
    {
        if (InContext(draft, launcher, text) is not { } with) return null;
        var directory = draft.Service.Build.TargetStage!.Final.WorkingDirectory;
        foreach (var path in Landings(draft.Service.Build, ContextPath(draft, launcher)).OrderByDescending(path => path.StartsWith(directory.TrimEnd('/') + "/", StringComparison.Ordinal)))
            if (with.Holds(path, launcher)) return (with, path);
        var wished = $"{directory.TrimEnd('/')}/{launcher[(launcher.LastIndexOf('/') + 1)..]}";
        return Copied(with, launcher, wished) is { } copied ? (copied, wished) : null;
    }

    /// <summary>A path relative to the repository as COPY names it.</summary>
    public static string ContextPath(DockerfileDraft draft, string path)
    {
        var root = draft.Service.Build.Context.RepositoryPath("");
        return root.Length == 0 ? path : path[(root.TrimEnd('/').Length + 1)..];
    }

    /// <summary>The draft with the file, made known to the build where an ignore file leaves it out.</summary>
    private static DockerfileDraft? InContext(DockerfileDraft draft, string launcher, string? text)
    {
        var with = text is null ? draft : draft.With(launcher, text);
        var path = ContextPath(draft, launcher);
        var context = with.Simulated().Context;
        if (context.HasFile(path)) return with;
        if (context.IgnoreFile is not { } ignore || draft.Repository.Find(ignore)?.Source.Content is not { } before) return null;
        var known = with.Files.GetValueOrDefault(ignore) ?? before;
        var end = known.Length == 0 || known.EndsWith('\n') ? "" : "\n";
        var opened = with.With(ignore, $"{known}{end}!{path}\n");
        return opened.Simulated().Context.HasFile(path) ? opened : null;
    }

    private static DockerfileDraft? Copied(DockerfileDraft draft, string launcher, string imagePath)
    {
        var path = ContextPath(draft, launcher);
        if (path.Any(char.IsWhiteSpace) || imagePath.Any(char.IsWhiteSpace)) return null;
        var steps = draft.Service.Build.TargetStage!.Steps;
        var anchor = steps.LastOrDefault(step => step.Instruction is CopyInstruction) ?? steps.LastOrDefault(step => step.Instruction.Keyword == "WORKDIR") ?? steps[0];
        var line = $"COPY {path} {imagePath}";
        if (draft.Edits.Any(edit => edit.NewText.Contains(line, StringComparison.Ordinal))) return draft;
        var copied = draft.WithLine(anchor.Instruction, line);
        return copied.Holds(imagePath, launcher) ? copied : null;
    }

    /// <summary>Where the copies of directories would put a file of the context.</summary>
    private static IEnumerable<string> Landings(BuildModel build, string path)
    {
        foreach (var copy in build.Reachable.SelectMany(index => build.Stages[index].Steps).SelectMany(step => step.Effects).OfType<Effect.FilesCopied>().Where(copy => copy.Origin is CopyOrigin.Context))
        {
            foreach (var source in copy.Sources)
            {
                var directory = source.Trim('/') is var trimmed && trimmed.StartsWith("./", StringComparison.Ordinal) ? trimmed[2..] : trimmed;
                if (directory is "" or ".") yield return $"{copy.Destination.TrimEnd('/')}/{path}";
                else if (path.StartsWith(directory + "/", StringComparison.Ordinal)) yield return $"{copy.Destination.TrimEnd('/')}/{path[(directory.Length + 1)..]}";
            }
        }
    }
}
