using System.CommandLine;
using System.Globalization;
using Unshell.Cli.Help;
using Unshell.Cli.Inspecting;
using Unshell.Dockerfiles.Syntax;
using Unshell.Python.Printing;
using Unshell.Python.Syntax;
using Unshell.Shell.Syntax;
using Unshell.Text;

namespace Unshell.Cli.Commands;

/// <summary><c>unshell syntax</c>: the tree of a Dockerfile, shell script or Python file, for tools and for the curious.</summary>
internal static class SyntaxCommand
{
    public static Command Create(Caller caller)
    {
        var file = new Argument<string>("FILE") { Description = "A Dockerfile, shell script or Python file, or - for standard input" };
        var format = new Option<string?>("--format")
        {
            Description = "json with spans, buildkit (Dockerfiles only) or ast (Python only); json unless it is Python",
            HelpName = "FORMAT",
        };
        format.AcceptOnlyFromAmong("json", "buildkit", "ast");
        var language = new Option<string?>("--language") { Description = "dockerfile, sh, bash or python; else the name and the first line tell", HelpName = "NAME" };
        language.AcceptOnlyFromAmong("dockerfile", "sh", "bash", "python");
        var version = new Option<string?>("--python") { Description = "Print ast as this Python does, 3.8 to 3.14; the newest by default", HelpName = "VERSION" };
        version.AcceptOnlyFromAmong([.. Enumerable.Range(AstPrinter.OldestMinor, AstPrinter.NewestMinor - AstPrinter.OldestMinor + 1).Select(minor => $"3.{minor}")]);
        var command = new TaughtCommand(
            "syntax", "Print the syntax tree of a Dockerfile, shell script or Python file",
            new("unshell syntax Dockerfile --format buildkit", "as BuildKit's own parser prints it"),
            new("unshell syntax app.py --python 3.11", "as that Python's ast.dump prints it, positions included"),
            new("unshell syntax entrypoint.sh", "every node with its place, as JSON"),
            new("unshell syntax - --language bash < script", "from standard input")) { file, format, language, version };
        command.SetAction(parsed =>
        {
            var request = new Request(parsed.GetRequiredValue(file), parsed.GetValue(format), parsed.GetValue(language), parsed.GetValue(version));
            return (int)Run(request, caller);
        });
        return command;
    }

    private static ExitCode Run(Request request, Caller caller)
    {
        var bytes = SingleFile.ReadBytes(request.File, caller);
        if (request.Language == "python" || (request.Language is null && IsPython(request.File, bytes))) return Python(request, bytes, caller);
        return Run(SingleFile.Decode(request.File, bytes), request.Format ?? "json", request.Language, caller);
    }

    private static ExitCode Python(Request request, byte[] bytes, Caller caller)
    {
        if (request.Format is not (null or "ast")) throw new CommandException($"cannot print {request.File}: the form of Python files is ast");
        var source = PythonSource.Decode(request.File, bytes);
        if (source.Error is { } error) throw new CommandException($"cannot read {request.File}: {error}");
        var minor = request.Python is { } version ? int.Parse(version.AsSpan(2), CultureInfo.InvariantCulture) : AstPrinter.NewestMinor;
        var syntax = PythonSyntax.Parse(source.Text);
        caller.Output.Write(AstPrinter.Print(syntax, minor));
        return Diagnostics(source.Text, syntax.Diagnostics, caller);
    }

    private static bool IsPython(string path, ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        var first = end < 0 ? bytes : bytes[..end];
        return Path.GetExtension(path) is ".py" or ".pyi" or ".pyw" || (first.StartsWith("#!"u8) && first.IndexOf("python"u8) >= 0);
    }

    private static ExitCode Run(SourceText source, string format, string? language, Caller caller)
    {
        var dialect = language switch
        {
            "sh" => ShellDialect.Posix,
            "bash" => ShellDialect.Bash,
            "dockerfile" => null,
            _ => DialectOf(source),
        };
        if (dialect is not { } shell) return Dockerfile(DockerfileSyntax.Parse(source), format, caller);
        if (format == "ast") throw new CommandException($"cannot print {source.Path}: ast is the form of Python files, this is a shell script");
        if (format == "buildkit") throw new CommandException($"cannot print {source.Path}: BuildKit's form is for Dockerfiles, this is a shell script");
        var script = ShellSyntax.Parse(source, shell);
        caller.Output.Write(Shell.Printing.JsonPrinter.Print(script));
        return Diagnostics(source, script.Diagnostics, caller);
    }

    private static ExitCode Dockerfile(DockerfileSyntax dockerfile, string format, Caller caller)
    {
        if (format == "ast") throw new CommandException($"cannot print {dockerfile.Source.Path}: ast is the form of Python files, this is a Dockerfile");
        caller.Output.Write(format == "buildkit"
            ? Dockerfiles.Printing.BuildKitPrinter.Print(dockerfile)
            : Dockerfiles.Printing.JsonPrinter.Print(dockerfile));
        return Diagnostics(dockerfile.Source, dockerfile.Diagnostics, caller);
    }

    private static ShellDialect? DialectOf(SourceText source)
    {
        var end = source.Content.IndexOf('\n', StringComparison.Ordinal);
        var first = end < 0 ? source.Content : source.Content[..end];
        if (ShellDialects.FromShebang(first) is { } named) return named;
        return Path.GetExtension(source.Path) switch
        {
            ".sh" => ShellDialect.Posix,
            ".bash" => ShellDialect.Bash,
            _ => null,
        };
    }

    private static ExitCode Diagnostics(SourceText source, IEnumerable<Diagnostic> diagnostics, Caller caller)
    {
        var code = ExitCode.Clean;
        foreach (var one in diagnostics)
        {
            var isError = one.Severity == DiagnosticSeverity.Error;
            if (isError) code = ExitCode.Findings;
            caller.Error.WriteLine($"{source.Path}:{source.PositionOf(one.Span.Start)}: {(isError ? "error" : "warning")}: {one.Message}");
        }

        return code;
    }

    private sealed record Request(string File, string? Format, string? Language, string? Python);
}
