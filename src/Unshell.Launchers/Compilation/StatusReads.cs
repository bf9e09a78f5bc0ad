using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Compilation;

/// <summary>Which commands read <c>$?</c> before they set it.</summary>
internal static class StatusReads
{
    /// <summary>Whether the status of what ran before a node is read in it. Errs on the side of yes.</summary>
    public static bool AtEntry(ShellNode? node) => node switch
    {
        null or FunctionDefinition => false,
        StatementList list => AtEntry(list.Statements.FirstOrDefault(statement => statement.Command is not FunctionDefinition)),
        Statement statement => AtEntry(statement.Command),
        SimpleCommand simple => Mentions(simple) || IsBareReturn(simple),
        Pipeline pipeline => pipeline.Commands.Any(AtEntry),
        AndOr list => AtEntry(list.Left),
        IfCommand choice => AtEntry(choice.Clauses[0].Condition) || choice.Redirections.Any(Mentions),
        WhileCommand loop => AtEntry(loop.Condition) || loop.Redirections.Any(Mentions),
        ForCommand loop => (loop.Words ?? []).Any(Mentions) || AtEntry(loop.Body) || loop.Redirections.Any(Mentions),
        CaseCommand choice => Mentions(choice.Subject) || choice.Items.Any(item => item.Patterns.Any(Mentions) || AtEntry(item.Body)),
        BraceGroup group => AtEntry(group.Body) || group.Redirections.Any(Mentions),
        Subshell subshell => AtEntry(subshell.Body) || subshell.Redirections.Any(Mentions),
        _ => Mentions(node),
    };

    /// <summary>
    /// Whether some function, subshell or other part that becomes a Python function of its own reads the status of what ran before
    /// it; then a local variable of Python cannot hold it.
    /// </summary>
    public static bool CrossParts(ShellNode root) => ShellNodes.WithDescendants(root).Any(node => node switch
    {
        FunctionDefinition function => AtEntry(function.Body),
        Subshell subshell => AtEntry(subshell.Body),
        CommandSubstitution substitution => AtEntry(substitution.Body),
        ProcessSubstitution substitution => AtEntry(substitution.Body),
        Pipeline { Commands.Length: > 1 } pipeline => pipeline.Commands.Any(AtEntry),
        Statement { IsBackground: true } background => AtEntry(background.Command),
        CompoundCommand { Redirections.IsEmpty: false } compound => AtEntry(compound),
        _ => false,
    });

    private static bool Mentions(ShellNode node) => ShellNodes.WithDescendants(node).Any(inner => inner is ParameterPart { Name: "?" });

    private static bool IsBareReturn(SimpleCommand command) =>
        command.Words.Length == 1 && SimpleCommands.NameOf(command) is "return" or "exit";
}
