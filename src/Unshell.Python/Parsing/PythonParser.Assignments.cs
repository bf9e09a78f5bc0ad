using Unshell.Python.Syntax;

namespace Unshell.Python.Parsing;

/// <summary>Assignments in all forms, and expressions that stand alone.</summary>
internal sealed partial class PythonParser
{
    private Statement ParseAssignmentOrExpression()
    {
        var start = Start;
        var isInParentheses = kind == TokenKind.LeftParenthesis;
        var first = ParseValue();
        switch (kind)
        {
            case TokenKind.Equal:
                return ParseAssignment(start, first);
            case TokenKind.Colon:
                return ParseAnnotated(start, first, isInParentheses);
            case >= TokenKind.PlusEqual and <= TokenKind.DoubleSlashEqual:
                if (first is not (Name or AttributeRef or Subscript)) Lose(first.Span, $"cannot assign to {Words(first)} with an augmented assignment");
                var binary = BinaryOperatorOf(kind);
                Bind(first, ExpressionContext.Store);
                Advance();
                var value = ParseValue();
                return new AugAssign(From(start), first, binary, value);
            default:
                return new Expr(From(start), first);
        }
    }

    private Assign ParseAssignment(int start, Expression first)
    {
        var mark = expressions.Count;
        var value = first;
        while (Accept(TokenKind.Equal))
        {
            Bind(value, ExpressionContext.Store);
            expressions.Push(value);
            value = ParseValue();
        }

        return new Assign(From(start), expressions.Take(mark), value);
    }

    private AnnAssign ParseAnnotated(int start, Expression target, bool isInParentheses)
    {
        if (target is not (Name or AttributeRef or Subscript)) Lose(target.Span, "only single target can be annotated");
        Bind(target, ExpressionContext.Store);
        Advance();
        var annotation = ParseExpression();
        var value = Accept(TokenKind.Equal) ? ParseValue() : null;
        return new AnnAssign(From(start), target, annotation, value) { IsSimple = target is Name && !isInParentheses };
    }
}
