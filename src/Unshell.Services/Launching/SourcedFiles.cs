using System.Collections.Immutable;
using Unshell.Services.Commands;
using Unshell.Services.Simulation;
using Unshell.Shell.Syntax;
using Unshell.Text;

namespace Unshell.Services.Launching;

/// <summary>Files of the image whose text is known and that a script may take in with <c>source</c>.</summary>
/// <param name="build">The image.</param>
/// <param name="context">The image as commands see it.</param>
internal sealed class SourcedFiles(BuildModel build, CommandContext context)
{
    private const int DeepestSource = 8;

    /// <summary>The files by each path under which the script can name them.</summary>
    /// <param name="syntax">The script.</param>
    /// <param name="imagePath">Its path in the image, or null for text.</param>
    public ImmutableSortedDictionary<string, SourceText> For(ShellSyntax syntax, string? imagePath)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, SourceText>(StringComparer.Ordinal);
        if (!syntax.Source.Content.Contains(". ", StringComparison.Ordinal) && !syntax.Source.Content.Contains("source", StringComparison.Ordinal)) return found.ToImmutable();
        AddNamed(found, syntax, 0);
        if (imagePath is not null) AddBeside(found, imagePath);
        return found.ToImmutable();
    }

    private void AddNamed(ImmutableSortedDictionary<string, SourceText>.Builder found, ShellSyntax syntax, int depth)
    {
        foreach (var command in ShellCommands.In(syntax.Root))
        {
            if (command.Words is not [{ Literal: "." or "source" }, { Literal: { } path }, ..] || found.ContainsKey(path)) continue;
            var absolute = context.Absolute(path);
            if (context.Find(absolute) is not { Source: { } source, IsInRepository: true }) continue;
            found[path] = source;
            found.TryAdd(absolute, source);
            if (depth < DeepestSource) AddNamed(found, ShellSyntax.Parse(source, syntax.Dialect), depth + 1);
        }
    }

    /// <summary>Scripts in the same folder and below, for paths that the script makes from its own.</summary>
    private void AddBeside(ImmutableSortedDictionary<string, SourceText>.Builder found, string imagePath)
    {
        if (ImageFiles.Trace(build, build.Target, imagePath) is not TracedFile.Repository { ContextPath: var contextPath }) return;
        var inContext = contextPath[..^ImagePaths.NameOf(contextPath).Length];
        var inImage = imagePath[..^ImagePaths.NameOf(imagePath).Length];
        foreach (var file in build.Context.Files.Where(file => file.StartsWith(inContext, StringComparison.Ordinal) && file != contextPath && IsShell(file)))
        {
            var relative = file[inContext.Length..];
            if (context.Find(inImage + relative) is not { Source: { } source, IsInRepository: true }) continue;
            found.TryAdd(relative, source);
            found.TryAdd(inImage + relative, source);
        }
    }

    private static bool IsShell(string path) =>
        path.EndsWith(".sh", StringComparison.Ordinal) || path.EndsWith(".bash", StringComparison.Ordinal) || path.EndsWith(".env", StringComparison.Ordinal);
}
