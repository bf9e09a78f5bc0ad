using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Compilation;

/// <summary>Commands and words that no person wrote: they would take minutes, and nobody could read what came of them.</summary>
internal static class ScriptSizes
{
    private const int MostParts = 10_000;

    // Each stands in a condition around the next.
    private const int MostOperators = 500;

    /// <summary>The first command or word of more than ten thousand parts, or of five hundred <c>&amp;&amp;</c>, as a refusal; or null.</summary>
    public static LauncherRefusal? TooLarge(ShellSyntax file)
    {
        var node = ShellNodes.WithDescendants(file.Root).FirstOrDefault(node => Parts(node) > Most(node));
        return node is null
            ? null
            : new LauncherRefusal(file.Source, node.Span, $"more than {Most(node)} parts in one {Name(node)}", "divide it, or read it from a file");
    }

    private static string Name(ShellNode node) => node switch
    {
        Word or DoubleQuotedPart => "word",
        StatementList => "list of commands",
        AndOr => "list of `&&` and `||`",
        _ => "command",
    };

    private static int Most(ShellNode node) => node is AndOr ? MostOperators : MostParts;

    private static int Operators(AndOr list)
    {
        var count = 1;
        for (var left = list.Left; left is AndOr inner && count <= MostOperators; left = inner.Left) count++;
        return count;
    }

    private static int Parts(ShellNode node) => node switch
    {
        SimpleCommand command => command.Assignments.Length + command.Words.Length + command.Redirections.Length,
        Word word => word.Parts.Length,
        Pipeline pipeline => pipeline.Commands.Length,
        AndOr list => Operators(list),
        StatementList list => list.Statements.Length,
        DoubleQuotedPart quoted => quoted.Parts.Length,
        CompoundCommand compound => compound.Redirections.Length,
        _ => 0,
    };
}
