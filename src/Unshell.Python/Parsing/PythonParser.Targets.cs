using Unshell.Python.Syntax;

namespace Unshell.Python.Parsing;

/// <summary>What can be assigned to and deleted.</summary>
internal sealed partial class PythonParser
{
    /// <summary><c>star_targets</c> of a loop or comprehension; ends before <c>in</c>.</summary>
    private Expression ParseTargets()
    {
        var start = Start;
        var first = ParseTarget();
        if (kind != TokenKind.Comma) return first;
        var mark = expressions.Count;
        expressions.Push(first);
        while (Accept(TokenKind.Comma) && StartsExpression(kind)) expressions.Push(ParseTarget());
        return new TupleExpr(From(start), expressions.Take(mark)) { Context = ExpressionContext.Store };
    }

    /// <summary><c>star_target</c>.</summary>
    private Expression ParseTarget()
    {
        var target = kind == TokenKind.Star ? ParseStarred() : ParsePrimary();
        Bind(target, ExpressionContext.Store);
        return target;
    }

    /// <summary>Marks an expression and what it unpacks as bound or deleted; the parser is lost where it cannot be.</summary>
    private void Bind(Expression target, ExpressionContext context)
    {
        switch (target)
        {
            case Name name:
                name.Context = context;
                break;
            case AttributeRef attribute:
                attribute.Context = context;
                break;
            case Subscript subscript:
                subscript.Context = context;
                break;
            case Starred { Value: not Starred } starred when context == ExpressionContext.Store:
                starred.Context = context;
                Bind(starred.Value, context);
                break;
            case List list:
                list.Context = context;
                foreach (var element in list.Elements) Bind(element, context);
                break;
            case TupleExpr tuple:
                tuple.Context = context;
                foreach (var element in tuple.Elements) Bind(element, context);
                break;
            default:
                Lose(target.Span, $"cannot {(context == ExpressionContext.Del ? "delete" : "assign to")} {Words(target)}");
                break;
        }
    }

    private static string Words(Expression expression) => expression switch
    {
        Call => "function call",
        BoolConstant { Value: true } => "True",
        BoolConstant => "False",
        NoneConstant => "None",
        EllipsisConstant => "ellipsis",
        Constant => "literal",
        JoinedStr => "f-string expression",
        TemplateStr => "t-string expression",
        BinOp or UnaryOp or BoolOp => "expression",
        Compare => "comparison",
        Lambda => "lambda",
        IfExp => "conditional expression",
        NamedExpr => "named expression",
        Dict => "dict literal",
        Set => "set display",
        ListComp => "list comprehension",
        SetComp => "set comprehension",
        DictComp => "dict comprehension",
        GeneratorExp => "generator expression",
        Await => "await expression",
        Yield or YieldFrom => "yield expression",
        Starred => "starred",
        _ => "this",
    };
}
