using System.Collections.Immutable;
using Unshell.Python.Syntax;

namespace Unshell.Python.Parsing;

/// <summary>Sets, dictionaries, and the <c>for … in … if …</c> of comprehensions.</summary>
internal sealed partial class PythonParser
{
    private readonly Pile<Comprehension> comprehensions = new();

    private Expression ParseBraces()
    {
        var start = Start;
        if (!Enter()) return Nothing(start);
        Advance();
        var display = ParseInBraces(start);
        depth--;
        return display;
    }

    private Expression ParseInBraces(int start)
    {
        if (Accept(TokenKind.RightBrace)) return new Dict(From(start), [], []);
        if (kind == TokenKind.DoubleStar) return ParseDictRest(start, expressions.Count, keys.Count);
        var keyStart = Start;
        var first = ParseStarNamedExpression();
        var isBareAssignment = first is NamedExpr && first.Span.Start == keyStart;
        if (kind == TokenKind.Colon && !isBareAssignment && first is not Starred) return ParseDict(start, first);
        if (kind is TokenKind.For or TokenKind.Async)
        {
            if (first is Starred) Lose(first.Span, "iterable unpacking cannot be used in comprehension");
            var generators = ParseComprehensions();
            Expect(TokenKind.RightBrace, "'}'");
            return new SetComp(From(start), first, generators);
        }

        var mark = expressions.Count;
        expressions.Push(first);
        while (Accept(TokenKind.Comma) && kind != TokenKind.RightBrace) expressions.Push(ParseStarNamedExpression());
        Expect(TokenKind.RightBrace, "',' or '}'");
        return new Set(From(start), expressions.Take(mark));
    }

    private Expression ParseDict(int start, Expression key)
    {
        Advance();
        var value = ParseExpression();
        if (kind is TokenKind.For or TokenKind.Async)
        {
            var generators = ParseComprehensions();
            Expect(TokenKind.RightBrace, "'}'");
            return new DictComp(From(start), key, value, generators);
        }

        var (mark, keyMark) = (expressions.Count, keys.Count);
        keys.Push(key);
        expressions.Push(value);
        if (kind == TokenKind.Comma) Advance();
        else if (kind != TokenKind.RightBrace) Lose("expected ',' or '}'");
        return ParseDictRest(start, mark, keyMark);
    }

    private Dict ParseDictRest(int start, int mark, int keyMark)
    {
        while (kind is not (TokenKind.RightBrace or TokenKind.Error))
        {
            if (Accept(TokenKind.DoubleStar))
            {
                keys.Push(null);
                expressions.Push(ParseBinary(Precedence.BitOr));
            }
            else
            {
                keys.Push(ParseExpression());
                Expect(TokenKind.Colon, "':' after a dictionary's key");
                expressions.Push(ParseExpression());
            }

            if (!Accept(TokenKind.Comma)) break;
        }

        Expect(TokenKind.RightBrace, "',' or '}'");
        return new Dict(From(start), keys.Take(keyMark), expressions.Take(mark));
    }

    private ImmutableArray<Comprehension> ParseComprehensions()
    {
        var mark = comprehensions.Count;
        while (kind is TokenKind.For or TokenKind.Async)
        {
            var start = Start;
            var isAsync = Accept(TokenKind.Async);
            Expect(TokenKind.For, "'for'");
            var target = ParseTargets();
            Expect(TokenKind.In, "'in'");
            var iterable = ParseDisjunction();
            var conditionMark = expressions.Count;
            while (Accept(TokenKind.If)) expressions.Push(ParseDisjunction());
            var conditions = expressions.Take(conditionMark);
            comprehensions.Push(new Comprehension(From(start), target, iterable, conditions) { IsAsync = isAsync });
        }

        return comprehensions.Take(mark);
    }
}
