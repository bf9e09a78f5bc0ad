using System.Collections.Immutable;
using Unshell.Launchers;
using Unshell.Services.Commands;
using Unshell.Services.Simulation;
using Unshell.Shell.Syntax;
using Unshell.Text;

namespace Unshell.Services.Launching;

/// <summary>Finds what of a command takes a shell.</summary>
/// <param name="build">The image.</param>
/// <param name="context">The image as commands see it.</param>
internal sealed class ShellStartReader(BuildModel build, CommandContext context)
{
    // Deep enough for any `bash -c "sh -c '…'"` that was written by a person.
    private const int DeepestShell = 8;

    /// <summary>The shell's part of a command, or null where it has none or where a word that decides is not known.</summary>
    public ShellStart? Read(ProcessCommand command)
    {
        if (command.IsMalformedExec)
        {
            // Meant as a list of words: the shell that reads the brackets today was never wanted.
            return command.Lines is [var meant, ..] && Of(command, meant.Words, 0) is { } inner ? Nested(inner, meant.Words, 0, command.Arguments.Length) : null;
        }

        var nowhere = PlacedText.Of(new SourceText("-", ""), default);
        return Of(command, [.. command.Arguments.Select((word, at) => new CommandWord(word, PlaceOf(command, at) ?? nowhere))], 0);
    }

    private static PlacedText? PlaceOf(ProcessCommand command, int at) => at < command.ArgumentPlaces.Length ? command.ArgumentPlaces[at] : null;

    private ShellStart? Of(ProcessCommand command, ImmutableArray<CommandWord> words, int depth)
    {
        if (words.IsEmpty || depth > DeepestShell) return null;
        var unwrapped = Wrappers.Unwrap(words);
        if (unwrapped.Obstacle is not null) return null;
        var at = words.Length - unwrapped.Words.Length + unwrapped.Target;
        if (at < 0 || at >= words.Length || words[at].Value is not { } program || program != unwrapped.Words[unwrapped.Target].Value) return null;
        if (StartScripts.DialectOf(program) is { } dialect) return OfShell(command, words, at, dialect, depth);
        return StartScripts.OfProgram(program, context) is { Syntax: { } syntax } script
            ? OfScript(command, script, ScriptOptions.OfFirstLine(syntax.Source.Content), at, at + 1) with { Word = NameOf(program, script) }
            : null;
    }

    private ShellStart? OfShell(ProcessCommand command, ImmutableArray<CommandWord> words, int at, ShellDialect dialect, int depth)
    {
        var options = ShellOptions.Read([.. words[(at + 1)..].Select(word => new Argument(word.Value, word.Place))]);
        var operand = at + 1 + options.Taken;
        if (operand >= words.Length || words[operand].Value is not { } value) return null;
        var given = ScriptOptions.Of([.. words[(at + 1)..operand].Select(word => word.Value)]);
        if (!options.ReadsText)
        {
            var script = StartScripts.OfArgument(value, ImagePaths.NameOf(words[at].Value!), context);
            if (script.Syntax is null) return null;
            var start = OfScript(command, script, given, at, operand + 1) with { Word = value };
            return options.Obstacle is { } login ? start with { Obstacle = login } : start;
        }

        var origin = words[operand].Place;
        var file = new SourceText(origin.File.Path, value);
        var syntax = ShellSyntax.Parse(file, dialect);
        var lines = CommandLines.Of(syntax, origin.Value == value ? origin : PlacedText.Of(file, file.FullSpan));
        if (Obstacles.In(syntax).IsEmpty && lines.Length == 1)
        {
            var plain = ShellTexts.WithoutExec(lines[0].Words);
            return Of(command, plain, depth + 1) is { } inner ? Nested(inner, plain, at, words.Length) : null;
        }

        var text = OfText(command, words, new LauncherSource { Text = file, Dialect = dialect, IsScript = false, Options = given }, at, operand);
        return options.Obstacle is { } reason ? text with { Obstacle = reason } : text;
    }

    private static ShellStart OfText(ProcessCommand command, ImmutableArray<CommandWord> words, LauncherSource source, int at, int operand)
    {
        // What follows the text is $0 and the parameters; a launcher gets its parameters alone, and a name of its own.
        var usesName = source.Text.Content.Contains("$0", StringComparison.Ordinal) || source.Text.Content.Contains("${0", StringComparison.Ordinal);
        return new ShellStart
        {
            Command = command,
            Script = null,
            Text = words[operand].Place.Value == source.Text.Content ? words[operand].Place : null,
            Source = source,
            First = at,
            End = Math.Min(operand + 2, words.Length),
            Obstacle = usesName && words.Length > operand + 1 ? "it is given a name, which it uses ($0)" : null,
        };
    }

    private ShellStart OfScript(ProcessCommand command, StartScript script, ImmutableArray<string> options, int first, int end)
    {
        var traced = ImageFiles.Trace(build, build.Target, script.ImagePath);
        return new ShellStart
        {
            Command = command,
            Script = script,
            Source = new LauncherSource { Text = script.Syntax!.Source, Dialect = script.Syntax.Dialect, IsScript = true, Options = options },
            First = first,
            End = end,
            Obstacle = script.File is null ? "the build writes it; make it a file of the repository"
                : traced is { IsEdited: true } ? "the build changes it, so that the file of the repository is not what runs" : null,
        };
    }

    /// <summary>A bare name is found by PATH, which an interpreter does not search.</summary>
    private static string NameOf(string program, StartScript script) => program.Contains('/', StringComparison.Ordinal) ? program : script.ImagePath;

    /// <summary>A start found inside a text: the text and its shell go, the words around stay.</summary>
    private static ShellStart? Nested(ShellStart inner, ImmutableArray<CommandWord> words, int first, int end)
    {
        var around = words[..inner.First].Concat(words[inner.End..]);
        if (around.Any(word => word.Value is null)) return null;
        return inner with
        {
            First = first,
            End = end,
            Before = [.. words[..inner.First].Select(word => word.Value!), .. inner.Before],
            After = [.. inner.After, .. words[inner.End..].Select(word => word.Value!)],
        };
    }
}
