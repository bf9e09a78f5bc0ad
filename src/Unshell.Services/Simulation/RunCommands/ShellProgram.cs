using Unshell.Services.Simulation.Scripts;
using Unshell.Shell.Syntax;
using Unshell.Text;

namespace Unshell.Services.Simulation.RunCommands;

/// <summary><c>sh -c text</c>, <c>bash script</c>, and text piped into a shell.</summary>
internal static class ShellProgram
{
    public static PipedText Run(Invocation call)
    {
        var options = CommandOptions.UpToCommand(call.Arguments, "-o", "-O");
        if (call.Arguments.Any(word => word.IsOption && !word.Prefix.StartsWith("--", StringComparison.Ordinal) && word.Prefix.Contains('c', StringComparison.Ordinal)))
            return RunCommand(call, options);
        if (options.Operands is [{ Value: not "-" } file, ..] && !options.Has("-s")) return RunFile(call, file);
        if (call.Input.Text is { Length: > 0 } text) return RunText(call, text, call.Name, null);
        if (call.Input.Url is { } url) return Installers.Run(call, url);
        call.Opaque("a shell runs text that is not known");
        return PipedText.Unknown;
    }

    /// <summary>Runs text in a shell of its own, or in the one given.</summary>
    public static PipedText RunText(Invocation call, string text, string shell, ScriptRun? inside)
    {
        if (call.Script.Depth >= ScriptRun.DeepestNesting) return PipedText.Unknown;
        var source = new SourceText(call.Script.Source.Path, text);
        var name = ShellPrograms.Is(shell) ? shell : "sh";
        var script = call.Script.Nested(source, _ => call.Span, name);
        if (inside is null) script.StopsOnError = script.FailsOnPipe = false;
        ShellPrograms.SetOptions(script, inside is null ? call.Arguments.TakeWhile(word => word.IsOption).Select(word => word.Value) : []);
        var output = new ScriptWalk(script).RunList(ShellSyntax.Parse(source, ShellPrograms.DialectOf(name)).Root);
        if (inside is not null) TakeOver(script, inside);
        return output;
    }

    private static void TakeOver(ScriptRun from, ScriptRun into)
    {
        into.Directory = from.Directory;
        foreach (var (name, value) in from.Variables) into.Variables[name] = value;
        foreach (var (name, function) in from.Functions) into.Functions[name] = function;
    }

    private static PipedText RunCommand(Invocation call, CommandOptions options)
    {
        if (options.Operands is not [{ Value: { } text }, ..])
        {
            call.Opaque("a shell runs text that is not known");
            return PipedText.Unknown;
        }

        return RunText(call, text, call.Name, null);
    }

    private static PipedText RunFile(Invocation call, Argument file)
    {
        var at = call.Arguments.IndexOf(file);
        if (file.Value is { } path)
        {
            if (ScriptFile.Run(call, path.Contains('/', StringComparison.Ordinal) ? path : "./" + path, call.Arguments.RemoveRange(0, at + 1), call.Name) is { } output)
                return output;
            if (InnerFiles.Trace(call.Script, call.Absolute(path)) is TracedFile.Download download) return Installers.Run(call, download.Url);
        }

        call.Opaque($"the script {file.Text} is not in the repository");
        return PipedText.Unknown;
    }
}
