using System.Collections.Immutable;
using Unshell.Launchers;
using Unshell.Services.Commands;
using Unshell.Services.Simulation;
using Unshell.Shell.Syntax;
using Unshell.Text;

namespace Unshell.Services.Launching;

/// <summary>A script of the repository that another script or text starts.</summary>
/// <param name="Span">The words that start it, in the caller.</param>
/// <param name="Edit">The words that start its launcher instead.</param>
/// <param name="Source">The called script.</param>
/// <param name="ImagePath">Its path in the image.</param>
internal sealed record ScriptCall(TextSpan Span, TextEdit Edit, LauncherSource Source, string ImagePath);

/// <summary>Finds the scripts that a shell text starts.</summary>
/// <param name="build">The image.</param>
/// <param name="context">The image as commands see it.</param>
/// <param name="caller">Path of the calling script in the image, or null for text.</param>
internal sealed class ScriptCalls(BuildModel build, CommandContext context, string? caller)
{
    /// <summary>The calls in source order.</summary>
    public ImmutableArray<ScriptCall> In(ShellSyntax syntax)
    {
        var functions = ShellCommands.FunctionsIn(syntax.Root);
        var origin = PlacedText.Of(syntax.Source, syntax.Source.FullSpan);
        return [.. ShellCommands.In(syntax.Root).Where(command => !command.Words.IsEmpty && !functions.Contains(command.Words[0].Literal ?? ""))
            .Select(command => Of(command, origin)).OfType<ScriptCall>()];
    }

    private ScriptCall? Of(SimpleCommand command, PlacedText origin)
    {
        var all = CommandLines.Of(command, origin).Words;
        var words = ShellTexts.WithoutExec(all);
        var unwrapped = Wrappers.Unwrap(words);
        var at = all.Length - unwrapped.Words.Length + unwrapped.Target;
        if (at >= all.Length || unwrapped.Obstacle is not null) return null;
        var word = command.Words[at];
        if (all[at].Value is not { } program) return Beside(word, origin);
        if (StartScripts.DialectOf(program) is not { } dialect) return OfScript(StartScripts.OfProgram(program, context), program, word.Span, null);
        var options = ShellOptions.Read([.. all[(at + 1)..].Select(one => new Argument(one.Value, one.Place))]);
        var operand = at + 1 + options.Taken;
        if (options.ReadsText || options.Obstacle is not null || operand >= all.Length || all[operand].Value is not { } path) return null;
        var script = StartScripts.OfArgument(path, ImagePaths.NameOf(program), context);
        return OfScript(script, path, TextSpan.FromBounds(word.Span.Start, command.Words[operand].Span.End), dialect);
    }

    private ScriptCall? OfScript(StartScript? script, string written, TextSpan span, ShellDialect? givenTo)
    {
        if (script is not { Syntax: { } syntax, File: { } file } || script.ImagePath == caller) return null;
        var launcher = LauncherNames.Beside(build, file.Path);
        var place = written.Contains('/', StringComparison.Ordinal) || givenTo is not null ? written : script.ImagePath;
        return new ScriptCall(
            span,
            new TextEdit(span, "python " + LauncherNames.InImage(place, launcher, file.Path)),
            new LauncherSource { Text = file, Dialect = syntax.Dialect, IsScript = true, Options = givenTo is null ? ScriptOptions.OfFirstLine(file.Content) : [] },
            script.ImagePath);
    }

    /// <summary><c>"$(dirname "$0")/wait.sh"</c>: a file beside the caller, where the name alone tells which one is meant.</summary>
    private ScriptCall? Beside(Word word, PlacedText origin)
    {
        var text = origin.File.TextOf(word.Span);
        var bare = text.TrimEnd('"');
        var slash = bare.LastIndexOf('/');
        if (caller is null || slash < 0 || !bare.EndsWith(".sh", StringComparison.Ordinal) || bare.AsSpan(slash).IndexOfAny("$`\"'") >= 0) return null;
        var name = bare[(slash + 1)..];
        if (build.Context.Files.Count(path => path == name || path.EndsWith("/" + name, StringComparison.Ordinal)) != 1) return null;
        var path = ImagePaths.Join(ImagePaths.NameOf(caller) is var own ? caller[..^own.Length] : "/", name);
        if (OfScript(StartScripts.OfProgram(path, context), path, word.Span, null) is not { } call) return null;
        var stem = LauncherNames.InImage(name, LauncherNames.Beside(build, call.Source.Text.Path), call.Source.Text.Path);
        return call with { Edit = new TextEdit(word.Span, $"python {bare[..(slash + 1)]}{stem}{text[bare.Length..]}") };
    }
}
