using System.Collections.Immutable;
using Unshell.Python.Syntax;
using Unshell.Shell.Syntax;
using Unshell.Text;

namespace Unshell.Migration.Sources;

/// <summary><c>subprocess.run("git status", shell=True)</c> becomes <c>subprocess.run(["git", "status"])</c>.</summary>
internal static class ShellCalls
{
    // What only a shell itself can do, or does otherwise than the program of the same name.
    private static readonly ImmutableHashSet<string> builtins = ImmutableHashSet.Create(
        StringComparer.Ordinal, "cd", "echo", "exit", "export", "set", "unset", ":", "true", "false", "test", "[", "read", "printf", "pwd", "umask", "ulimit", "wait", "exec", "eval", ".", "source", "trap", "type", "command", "kill", "alias");

    /// <summary>The edits; none where the text is not a constant, or is more than one program with constant words.</summary>
    public static ImmutableArray<TextEdit> Edits(Call call, string text)
    {
        if (call.Arguments is not [StrConstant command, ..] || call.Keywords.FirstOrDefault(keyword => keyword is { Name: "shell", Value: BoolConstant { Value: true } }) is not { } shell) return [];
        if (Words(command.Value) is not { } words) return [];
        var before = call.Arguments.Cast<PythonNode>().Concat(call.Keywords).Where(node => node.Span.End <= shell.Span.Start).MaxBy(node => node.Span.End)!;
        // A comment between the arguments would be lost with the comma that is taken away.
        return text.AsSpan(before.Span.End, shell.Span.Start - before.Span.End).Contains('#')
            ? []
            : [new TextEdit(command.Span, $"[{string.Join(", ", words.Select(Literal))}]"), new TextEdit(new TextSpan(before.Span.End, shell.Span.End - before.Span.End), "")];
    }

    private static ImmutableArray<string>? Words(string command)
    {
        var syntax = ShellSyntax.Parse(new SourceText("", command), ShellDialect.Posix);
        if (!syntax.Diagnostics.IsEmpty || syntax.Root.Statements is not [{ IsBackground: false, Command: SimpleCommand { Assignments: [], Redirections: [], Words: var words } }]) return null;
        return words.All(word => word.Literal is not null) && words is [{ Literal: { Length: > 0 } program }, ..] && !builtins.Contains(program)
            ? [.. words.Select(word => word.Literal!)]
            : null;
    }

    private static string Literal(string word) => "\"" + word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal) + "\"";
}
