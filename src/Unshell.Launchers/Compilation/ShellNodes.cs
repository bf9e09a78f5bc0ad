using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Compilation;

/// <summary>The nodes inside a node, in the order of the source.</summary>
internal static class ShellNodes
{
    /// <summary>The node and everything below it.</summary>
    public static IEnumerable<ShellNode> WithDescendants(ShellNode root)
    {
        var open = new Stack<ShellNode>();
        open.Push(root);
        while (open.TryPop(out var node))
        {
            yield return node;
            var children = Children(node).ToList();
            for (var i = children.Count - 1; i >= 0; i--) open.Push(children[i]);
        }
    }

    /// <summary>The nodes right below one.</summary>
    public static IEnumerable<ShellNode> Children(ShellNode node) => Present(node switch
    {
        StatementList list => list.Statements,
        Statement statement => [statement.Command],
        SimpleCommand simple => [.. simple.Assignments, .. simple.Words, .. simple.Redirections],
        Pipeline pipeline => pipeline.Commands,
        AndOr list => [list.Left, list.Right],
        FunctionDefinition function => [function.Body],
        CoprocessCommand coprocess => [coprocess.Body],
        CompoundCommand compound => [.. OfCompound(compound), .. compound.Redirections],
        IfClause clause => [clause.Condition, clause.Body],
        CaseItem item => [.. item.Patterns, item.Body],
        Assignment assignment => [assignment.Index, .. assignment.Elements ?? [], assignment.Value],
        ArrayElement element => [element.Index, element.Value],
        Redirection redirection => [redirection.Target, redirection.Document?.Body],
        Word word => word.Parts,
        WordPart part => OfPart(part),
        ConditionalExpression conditional => OfConditional(conditional),
        ArithmeticExpression arithmetic => OfArithmetic(arithmetic),
        _ => [],
    });

    private static IEnumerable<ShellNode> Present(IEnumerable<ShellNode?> nodes) => nodes.OfType<ShellNode>();


    private static IEnumerable<ShellNode?> OfCompound(CompoundCommand compound) => compound switch
    {
        Subshell subshell => [subshell.Body],
        BraceGroup group => [group.Body],
        IfCommand choice => [.. choice.Clauses, choice.Else],
        WhileCommand loop => [loop.Condition, loop.Body],
        ForCommand loop => [.. loop.Words ?? [], loop.Body],
        ArithmeticFor loop => [loop.Initial, loop.Test, loop.Step, loop.Body],
        CaseCommand choice => [choice.Subject, .. choice.Items],
        ConditionalCommand conditional => [conditional.Expression],
        ArithmeticCommand arithmetic => [arithmetic.Expression],
        _ => [],
    };

    private static IEnumerable<ShellNode?> OfPart(WordPart part) => part switch
    {
        ArrayPart array => array.Elements,
        DoubleQuotedPart quoted => quoted.Parts,
        ParameterPart parameter => [parameter.Index, parameter.Argument, parameter.Second],
        CommandSubstitution substitution => [substitution.Body],
        ArithmeticSubstitution arithmetic => [arithmetic.Expression],
        ProcessSubstitution substitution => [substitution.Body],
        ExtendedGlob glob => glob.Alternatives,
        BraceExpansion brace => brace.Elements,
        _ => [],
    };

    private static IEnumerable<ShellNode?> OfConditional(ConditionalExpression expression) => expression switch
    {
        ConditionalExpression.Unary unary => [unary.Operand],
        ConditionalExpression.Binary binary => [binary.Left, binary.Right],
        ConditionalExpression.Not not => [not.Operand],
        ConditionalExpression.Logical logical => [logical.Left, logical.Right],
        ConditionalExpression.Parenthesized inner => [inner.Inner],
        _ => [],
    };

    private static IEnumerable<ShellNode?> OfArithmetic(ArithmeticExpression expression) => expression switch
    {
        ArithmeticExpression.Operand operand => [operand.Word],
        ArithmeticExpression.Prefix prefix => [prefix.Inner],
        ArithmeticExpression.Suffix suffix => [suffix.Inner],
        ArithmeticExpression.Binary binary => [binary.Left, binary.Right],
        ArithmeticExpression.Conditional choice => [choice.Test, choice.Then, choice.Else],
        ArithmeticExpression.Parenthesized inner => [inner.Inner],
        ArithmeticExpression.Unparsed text => [text.Word],
        _ => [],
    };
}
