using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Compilation;

/// <summary>Commands and words that no person wrote: they would take minutes, and nobody could read what came of them.</summary>
internal static class ScriptSizes
{
    private const int MostParts = 10_000;

    /// <summary>The first command or word of more than ten thousand parts, as a refusal; or null.</summary>
    public static LauncherRefusal? TooLarge(ShellSyntax file)
    {
        var node = ShellNodes.WithDescendants(file.Root).FirstOrDefault(node => Parts(node) > MostParts);
        return node is null
            ? null
            : new LauncherRefusal(file.Source, node.Span, $"more than {MostParts} parts in one {Name(node)}", "divide it, or read it from a file");
    }

    private static string Name(ShellNode node) => node switch
    {
        Word or DoubleQuotedPart => "word",
        StatementList => "list of commands",
        _ => "command",
    };

    private static int Parts(ShellNode node) => node switch
    {
        SimpleCommand command => command.Assignments.Length + command.Words.Length + command.Redirections.Length,
        Word word => word.Parts.Length,
        Pipeline pipeline => pipeline.Commands.Length,
        StatementList list => list.Statements.Length,
        DoubleQuotedPart quoted => quoted.Parts.Length,
        CompoundCommand compound => compound.Redirections.Length,
        _ => 0,
    };
}
