using Unshell.Launchers.Assembly;
using Unshell.Launchers.Code;
using Unshell.Launchers.Compilation;
using Unshell.Launchers.Idioms;
using Unshell.Shell.Syntax;
using Unshell.Text;

namespace Unshell.Launchers;

/// <summary>Compiles shell scripts to Python.</summary>
public static class LauncherCompiler
{
    /// <summary>
    /// Compiles a script, or the text of <c>sh -c</c>. Nothing of it is run; any text gives a result, and the same text gives the same
    /// result.
    /// </summary>
    public static LauncherResult Compile(LauncherSource source, LauncherTarget target)
    {
        var files = new ScriptFiles(source);
        var errors = files.All.SelectMany(file => file.Diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => new LauncherRefusal(file.Source, diagnostic.Span, diagnostic.Message, "mend the script: the shell does not read it either"))).ToList();
        if (source.Text.Content.Contains('\0', StringComparison.Ordinal))
            errors.Add(new LauncherRefusal(source.Text, new TextSpan(source.Text.Content.IndexOf('\0'), 1), "the text holds a NUL byte", "take the byte out"));
        if (errors.Count == 0) errors.AddRange(files.All.Select(ScriptSizes.TooLarge).OfType<LauncherRefusal>());
        if (errors.Count > 0) return Refused(errors, []);
        var options = OptionChange.OfSet([.. source.Options.Prepend("set")]);
        if (options.Unknown is { } unknown)
            return Refused([new LauncherRefusal(source.Text, new TextSpan(0, 0), $"what the shell's option `{unknown}` changes is not translated", "leave it out")], []);
        var emitter = new Emitter(source, target, files, options.Apply(ShellOptions.None));
        var main = emitter.Main(out var returnsStatus);
        if (emitter.Refusals.Count > 0) return Refused(emitter.Refusals, emitter.Notes);
        var (document, counters) = PlainLauncher.Simplify(Document(source, emitter, main, returnsStatus), source.Dialect, target.HasProgram, MayHaveExtendedGlobs(files));
        var text = Write(document, emitter);
        return new LauncherResult
        {
            Python = text.Python,
            Refusals = [],
            Notes = [.. emitter.Notes, .. counters.Select(name => Counter(files, name))],
            Programs = [.. emitter.Programs],
            Sourced = [.. files.All.Skip(1).Select(file => file.Source.Path)],
            Calls = [.. emitter.Calls],
            IsPlain = PlainLauncher.HasPlainParts(text),
        };
    }

    private static LauncherResult Refused(IEnumerable<LauncherRefusal> refusals, IEnumerable<LauncherNote> notes) => new()
    {
        Python = null,
        Refusals = [.. refusals.OrderBy(refusal => refusal.File.Path, StringComparer.Ordinal).ThenBy(refusal => refusal.Span)],
        Notes = [.. notes],
        Programs = [],
    };

    private static bool MayHaveExtendedGlobs(ScriptFiles files) => files.All.Any(file => file.Source.Content.Contains("extglob", StringComparison.Ordinal));

    private static LauncherNote Counter(ScriptFiles files, string name)
    {
        var (file, assignment) = files.All
            .SelectMany(file => ShellNodes.WithDescendants(file.Root).OfType<Assignment>().Select(assignment => (File: file, Assignment: assignment)))
            .First(pair => pair.Assignment.Name == name);
        return new LauncherNote(
            LauncherNoteKind.Review, file.Source, assignment.Span,
            $"`{name}` becomes a variable of Python: if the container's environment had one of that name, programs would not see it change");
    }

    private static LauncherDocument Document(LauncherSource source, Emitter emitter, PythonBlock main, bool returnsStatus) => new()
    {
        ScriptName = source.IsScript ? source.Text.Path[(source.Text.Path.LastIndexOf('/') + 1)..] : null,
        Description = emitter.Description,
        Constants = [.. emitter.Constants],
        Functions = [.. emitter.Functions],
        Main = main,
        Entry = [Py.Do(emitter.Entry(returnsStatus))],
    };

    private static LauncherText Write(LauncherDocument document, Emitter emitter)
    {
        var text = LauncherAssembler.Assemble(document);
        var constants = emitter.DialectConstants(text.Python);
        return constants.IsEmpty ? text : LauncherAssembler.Assemble(document with { Constants = [.. constants, .. document.Constants] });
    }
}
