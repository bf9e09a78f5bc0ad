using Unshell.Python.Syntax;
using Unshell.Text;

namespace Unshell.Python.Parsing;

/// <summary>Names, literals, and what stands in brackets.</summary>
internal sealed partial class PythonParser
{
    private Expression ParseAtom()
    {
        var start = Start;
        switch (kind)
        {
            case TokenKind.Name or TokenKind.SoftMatch or TokenKind.SoftCase or TokenKind.SoftType:
                return ParseNameExpression();
            case TokenKind.Number:
                return ParseNumber();
            case TokenKind.String or TokenKind.FStringStart or TokenKind.TStringStart:
                return ParseStrings();
            case TokenKind.LeftParenthesis:
                return ParseParenthesized();
            case TokenKind.LeftBracket:
                return ParseListDisplay();
            case TokenKind.LeftBrace:
                return ParseBraces();
            case TokenKind.None:
                Advance();
                return new NoneConstant(From(start));
            case TokenKind.True:
                Advance();
                return new BoolConstant(From(start), true);
            case TokenKind.False:
                Advance();
                return new BoolConstant(From(start), false);
            case TokenKind.Ellipsis:
                Advance();
                return new EllipsisConstant(From(start));
            default:
                Lose("invalid syntax");
                return Nothing(start);
        }
    }

    private Expression ParseNumber()
    {
        var token = tokens[index];
        var span = new TextSpan(token.Start, token.End - token.Start);
        var constant = NumberReader.Read(text.AsSpan(token.Start, token.End - token.Start), span);
        if (constant is null)
        {
            Lose("exceeds the limit of 4300 digits for an integer in decimal");
            return Nothing(token.Start);
        }

        Advance();
        return constant;
    }

    /// <summary>A tuple, a generator, or an expression whose parentheses belong to no node.</summary>
    private Expression ParseParenthesized()
    {
        var start = Start;
        if (!Enter()) return Nothing(start);
        Advance();
        var inner = ParseInParentheses(start);
        depth--;
        return inner;
    }

    private Expression ParseInParentheses(int start)
    {
        if (Accept(TokenKind.RightParenthesis)) return new TupleExpr(From(start), []);
        if (kind == TokenKind.Yield)
        {
            var yielded = ParseYield();
            Expect(TokenKind.RightParenthesis, "')'");
            return yielded;
        }

        var first = ParseStarNamedExpression();
        if (kind == TokenKind.Comma)
        {
            var tuple = ParseTupleRest(start, first, named: true);
            Expect(TokenKind.RightParenthesis, "',' or ')'");
            tuple.Span = From(start);
            return tuple;
        }

        if (kind is TokenKind.For or TokenKind.Async)
        {
            if (first is Starred) Lose(first.Span, "iterable unpacking cannot be used in comprehension");
            var generators = ParseComprehensions();
            Expect(TokenKind.RightParenthesis, "')'");
            return new GeneratorExp(From(start), first, generators);
        }

        if (first is Starred) Lose(first.Span, "cannot use starred expression here");
        Expect(TokenKind.RightParenthesis, "',' or ')'");
        return first;
    }

    private Expression ParseListDisplay()
    {
        var start = Start;
        if (!Enter()) return Nothing(start);
        Advance();
        var list = ParseInBrackets(start);
        depth--;
        return list;
    }

    private Expression ParseInBrackets(int start)
    {
        if (Accept(TokenKind.RightBracket)) return new List(From(start), []);
        var first = ParseStarNamedExpression();
        if (kind is TokenKind.For or TokenKind.Async)
        {
            if (first is Starred) Lose(first.Span, "iterable unpacking cannot be used in comprehension");
            var generators = ParseComprehensions();
            Expect(TokenKind.RightBracket, "']'");
            return new ListComp(From(start), first, generators);
        }

        var mark = expressions.Count;
        expressions.Push(first);
        while (Accept(TokenKind.Comma) && kind != TokenKind.RightBracket) expressions.Push(ParseStarNamedExpression());
        Expect(TokenKind.RightBracket, "',' or ']'");
        return new List(From(start), expressions.Take(mark));
    }
}
