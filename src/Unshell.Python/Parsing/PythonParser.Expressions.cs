using Unshell.Python.Syntax;
using Unshell.Text;

namespace Unshell.Python.Parsing;

/// <summary>Expressions from the outside in: lists of them, assignment expressions, conditions, lambdas.</summary>
internal sealed partial class PythonParser
{
    private static Name Nothing(int at) => new Name(new TextSpan(at, 0), "");

    /// <summary><c>yield …</c>, or <c>star_expressions</c>.</summary>
    private Expression ParseValue() => kind == TokenKind.Yield ? ParseYield() : ParseStarExpressions();

    /// <summary><c>star_expressions</c>: with commas a tuple.</summary>
    private Expression ParseStarExpressions()
    {
        var start = Start;
        var first = ParseStarExpression();
        return kind == TokenKind.Comma ? ParseTupleRest(start, first, named: false) : first;
    }

    private Expression ParseStarExpression() => kind == TokenKind.Star ? ParseStarred() : ParseExpression();

    private Expression ParseStarNamedExpression() => kind == TokenKind.Star ? ParseStarred() : ParseNamedExpression();

    /// <summary><c>*</c> with an operand of <c>|</c> and what binds tighter.</summary>
    private Starred ParseStarred()
    {
        var start = Start;
        Advance();
        var value = ParseBinary(Precedence.BitOr);
        return new Starred(From(start), value);
    }

    private TupleExpr ParseTupleRest(int start, Expression first, bool named)
    {
        var mark = expressions.Count;
        expressions.Push(first);
        while (Accept(TokenKind.Comma))
        {
            if (!StartsExpression(kind)) break;
            expressions.Push(named ? ParseStarNamedExpression() : ParseStarExpression());
        }

        return new TupleExpr(From(start), expressions.Take(mark));
    }

    /// <summary>Whether a token can begin an expression, or a starred one.</summary>
    private static bool StartsExpression(TokenKind kind) => kind
        is (>= TokenKind.Number and <= TokenKind.TStringStart)
        or (>= TokenKind.Name and <= TokenKind.Not)
        or TokenKind.LeftParenthesis or TokenKind.LeftBracket or TokenKind.LeftBrace
        or TokenKind.Plus or TokenKind.Minus or TokenKind.Tilde or TokenKind.Star or TokenKind.Ellipsis;

    /// <summary><c>name := value</c>, or an expression.</summary>
    private Expression ParseNamedExpression()
    {
        if (!IsName || Next != TokenKind.ColonEqual) return ParseExpression();
        var target = ParseNameExpression(ExpressionContext.Store);
        Advance();
        var value = ParseExpression();
        return new NamedExpr(From(target.Span.Start), target, value);
    }

    private Name ParseNameExpression(ExpressionContext context = ExpressionContext.Load)
    {
        var start = Start;
        var id = ParseName();
        return new Name(From(Math.Min(start, lastEnd)), id) { Context = context };
    }

    /// <summary><c>body if test else orElse</c>, a lambda, or what binds tighter.</summary>
    private Expression ParseExpression()
    {
        if (kind == TokenKind.Lambda) return ParseLambda();
        var start = Start;
        var body = ParseDisjunction();
        if (kind != TokenKind.If || !Enter()) return body;
        Advance();
        var test = ParseDisjunction();
        Expect(TokenKind.Else, "'else' after 'if' expression");
        var orElse = ParseExpression();
        depth--;
        return new IfExp(From(start), test, body, orElse);
    }

    private Expression ParseLambda()
    {
        var start = Start;
        if (!Enter()) return Nothing(start);
        Advance();
        var parameters = ParseParameters(TokenKind.Colon, annotated: false);
        Expect(TokenKind.Colon, "':'");
        var body = ParseExpression();
        depth--;
        return new Lambda(From(start), parameters, body);
    }

    private Expression ParseYield()
    {
        var start = Start;
        Advance();
        if (Accept(TokenKind.From))
        {
            var iterable = ParseExpression();
            return new YieldFrom(From(start), iterable);
        }

        var value = StartsExpression(kind) ? ParseStarExpressions() : null;
        return new Yield(From(start), value);
    }

    private Expression ParseDisjunction()
    {
        var start = Start;
        var first = ParseConjunction();
        if (kind != TokenKind.Or) return first;
        var mark = expressions.Count;
        expressions.Push(first);
        while (Accept(TokenKind.Or)) expressions.Push(ParseConjunction());
        return new BoolOp(From(start), BoolOperator.Or, expressions.Take(mark));
    }

    private Expression ParseConjunction()
    {
        var start = Start;
        var first = ParseInversion();
        if (kind != TokenKind.And) return first;
        var mark = expressions.Count;
        expressions.Push(first);
        while (Accept(TokenKind.And)) expressions.Push(ParseInversion());
        return new BoolOp(From(start), BoolOperator.And, expressions.Take(mark));
    }

    private Expression ParseInversion()
    {
        if (kind != TokenKind.Not) return ParseComparison();
        var start = Start;
        if (!Enter()) return Nothing(start);
        Advance();
        var operand = ParseInversion();
        depth--;
        return new UnaryOp(From(start), UnaryOperator.Not, operand);
    }
}
