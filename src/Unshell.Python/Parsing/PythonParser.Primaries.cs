using System.Collections.Immutable;
using Unshell.Python.Syntax;

namespace Unshell.Python.Parsing;

/// <summary>Attributes, calls and subscripts behind an atom.</summary>
internal sealed partial class PythonParser
{
    private readonly Pile<Keyword> keywords = new();

    private Expression ParsePrimary()
    {
        var start = Start;
        var value = ParseAtom();
        while (true)
        {
            switch (kind)
            {
                case TokenKind.Dot:
                    Advance();
                    var attribute = ParseName("a name after '.'");
                    value = new AttributeRef(From(start), value, attribute);
                    break;
                case TokenKind.LeftParenthesis:
                    value = ParseCall(start, value);
                    break;
                case TokenKind.LeftBracket:
                    value = ParseSubscript(start, value);
                    break;
                default:
                    return value;
            }

            wraps++;
        }
    }

    private Expression ParseCall(int start, Expression function)
    {
        if (!Enter()) return function;
        var (arguments, named) = ParseArguments(isCall: true);
        depth--;
        return new Call(From(start), function, arguments, named);
    }

    /// <summary>Arguments with their parentheses, of a call or of a class definition.</summary>
    private (ImmutableArray<Expression> Arguments, ImmutableArray<Keyword> Keywords) ParseArguments(bool isCall)
    {
        var open = Start;
        Advance();
        var (mark, namedMark) = (expressions.Count, keywords.Count);
        var seenDoubleStar = false;
        while (kind is not (TokenKind.RightParenthesis or TokenKind.Error))
        {
            var start = Start;
            if (Accept(TokenKind.DoubleStar))
            {
                var mapping = ParseExpression();
                keywords.Push(new Keyword(From(start), null, mapping));
                seenDoubleStar = true;
            }
            else if (IsName && Next == TokenKind.Equal)
            {
                var name = ParseName();
                Advance();
                var value = ParseExpression();
                keywords.Push(new Keyword(From(start), name, value));
            }
            else
            {
                ParsePositional(isCall, open, start, isFirst: expressions.Count == mark && keywords.Count == namedMark, seenDoubleStar, keywords.Count > namedMark);
            }

            if (!Accept(TokenKind.Comma)) break;
        }

        if (kind != TokenKind.RightParenthesis) Lose("expected ',' or ')'");
        var arguments = expressions.Take(mark);
        Advance();
        // A generator's span takes in the call's parentheses.
        if (arguments is [GeneratorExp generator] && generator.Span.Start == open && !isLost) generator.Span = From(open);
        return (arguments, keywords.Take(namedMark));
    }

    private void ParsePositional(bool isCall, int open, int start, bool isFirst, bool seenDoubleStar, bool seenKeyword)
    {
        if (Accept(TokenKind.Star))
        {
            var iterable = ParseExpression();
            var starred = new Starred(From(start), iterable) { IsArgument = true };
            if (seenDoubleStar) Lose(starred.Span, "iterable argument unpacking follows keyword argument unpacking");
            expressions.Push(starred);
            return;
        }

        var value = ParseNamedExpression();
        if (kind is TokenKind.For or TokenKind.Async)
        {
            var generators = ParseComprehensions();
            if (!isCall || !isFirst || kind != TokenKind.RightParenthesis) Lose(From(start), "generator expression must be parenthesized");
            value = new GeneratorExp(From(open), value, generators);
        }
        else if (seenKeyword)
        {
            Lose(value.Span, seenDoubleStar ? "positional argument follows keyword argument unpacking" : "positional argument follows keyword argument");
        }

        expressions.Push(value);
    }

    private Expression ParseSubscript(int start, Expression value)
    {
        if (!Enter()) return value;
        Advance();
        var index = ParseSlices();
        Expect(TokenKind.RightBracket, "',' or ']'");
        depth--;
        return new Subscript(From(start), value, index);
    }

    private Expression ParseSlices()
    {
        var start = Start;
        var first = ParseSlice();
        if (kind != TokenKind.Comma)
        {
            if (first is Starred) NeedsStarInIndex(start);
            return first is Starred ? new TupleExpr(From(start), Single(first)) : first;
        }

        var mark = expressions.Count;
        expressions.Push(first);
        while (Accept(TokenKind.Comma) && kind != TokenKind.RightBracket) expressions.Push(ParseSlice());
        var tuple = new TupleExpr(From(start), expressions.Take(mark));
        if (tuple.Elements.Any(element => element is Starred)) NeedsStarInIndex(start);
        return tuple;
    }

    private void NeedsStarInIndex(int start) => Needs(11, "unpacking in an index", start, lastEnd);

    private Expression ParseSlice()
    {
        var start = Start;
        if (kind == TokenKind.Star)
        {
            Advance();
            var value = ParseExpression();
            return new Starred(From(start), value);
        }

        Expression? lower = null;
        if (kind != TokenKind.Colon)
        {
            lower = ParseNamedExpression();
            if (lower is NamedExpr && lower.Span.Start == start) Needs(10, "assignment expression in an index without parentheses", start, lastEnd);
            if (kind != TokenKind.Colon) return lower;
            if (lower is NamedExpr && lower.Span.Start == start) Lose("an assignment expression in a slice needs parentheses");
        }

        Advance();
        var upper = StartsSliceBound ? ParseExpression() : null;
        Expression? step = null;
        if (Accept(TokenKind.Colon) && StartsSliceBound) step = ParseExpression();
        return new Slice(From(start), lower, upper, step);
    }

    private bool StartsSliceBound => StartsExpression(kind) && kind != TokenKind.Star;
}
