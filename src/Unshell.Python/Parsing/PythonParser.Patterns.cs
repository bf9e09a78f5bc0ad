using System.Collections.Immutable;
using Unshell.Python.Syntax;

namespace Unshell.Python.Parsing;

/// <summary>The patterns of <c>case</c>.</summary>
internal sealed partial class PythonParser
{
    private readonly Pile<Pattern> patterns = new();

    /// <summary><c>patterns</c>: with commas a sequence.</summary>
    private Pattern ParsePatterns()
    {
        var start = Start;
        var first = ParseMaybeStarPattern();
        if (kind != TokenKind.Comma)
        {
            if (first is MatchStar) Lose(first.Span, "a star pattern stands in a sequence only");
            return first;
        }

        var elements = ParsePatternRest(first);
        return new MatchSequence(From(start), elements);
    }

    private ImmutableArray<Pattern> ParsePatternRest(Pattern first)
    {
        var mark = patterns.Count;
        patterns.Push(first);
        while (Accept(TokenKind.Comma) && StartsPattern) patterns.Push(ParseMaybeStarPattern());
        return patterns.Take(mark);
    }

    private bool StartsPattern => StartsExpression(kind) && kind is not (TokenKind.Lambda or TokenKind.Not or TokenKind.Await);

    private Pattern ParseMaybeStarPattern()
    {
        if (kind != TokenKind.Star) return ParsePattern();
        var start = Start;
        Advance();
        var name = ParseName();
        if (kind is TokenKind.Dot or TokenKind.LeftParenthesis or TokenKind.Equal) Lose("invalid syntax");
        return new MatchStar(From(start), name == "_" ? null : name);
    }

    /// <summary><c>pattern as name</c>, or alternatives.</summary>
    private Pattern ParsePattern()
    {
        var start = Start;
        if (!Enter()) return new MatchAs(From(start), null, null);
        var pattern = ParseAlternatives();
        depth--;
        if (!Accept(TokenKind.As)) return pattern;
        var nameAt = Start;
        var name = ParseName();
        if (name == "_" || kind is TokenKind.Dot or TokenKind.LeftParenthesis or TokenKind.Equal) Lose(From(nameAt), "invalid pattern target");
        return new MatchAs(From(start), pattern, name);
    }

    private Pattern ParseAlternatives()
    {
        var start = Start;
        var first = ParseClosedPattern();
        if (kind != TokenKind.VerticalBar) return first;
        var mark = patterns.Count;
        patterns.Push(first);
        while (Accept(TokenKind.VerticalBar)) patterns.Push(ParseClosedPattern());
        return new MatchOr(From(start), patterns.Take(mark));
    }

    private Pattern ParseClosedPattern()
    {
        var start = Start;
        switch (kind)
        {
            case TokenKind.Number or TokenKind.Minus:
                var number = ParsePatternNumber();
                return new MatchValue(From(start), number);
            case TokenKind.String or TokenKind.FStringStart or TokenKind.TStringStart:
                var literal = ParseStrings();
                if (literal is not Constant) Lose(literal.Span, "patterns may only match literals and attribute lookups");
                return new MatchValue(From(start), literal);
            case TokenKind.None or TokenKind.True or TokenKind.False:
                bool? value = kind == TokenKind.None ? null : kind == TokenKind.True;
                Advance();
                return new MatchSingleton(From(start), value);
            case TokenKind.LeftParenthesis:
                return ParsePatternGroup(TokenKind.RightParenthesis);
            case TokenKind.LeftBracket:
                return ParsePatternGroup(TokenKind.RightBracket);
            case TokenKind.LeftBrace:
                return ParseMapping();
            default:
                return ParseNamePattern();
        }
    }

    /// <summary>A capture, the wildcard, a dotted name, or a class.</summary>
    private Pattern ParseNamePattern()
    {
        var start = Start;
        if (kind == TokenKind.Error || !IsName)
        {
            Lose("invalid pattern");
            return new MatchAs(From(Math.Min(start, lastEnd)), null, null);
        }

        Expression name = ParseNameExpression();
        var isDotted = kind == TokenKind.Dot;
        while (Accept(TokenKind.Dot))
        {
            var attribute = ParseName();
            name = new AttributeRef(From(start), name, attribute);
            wraps++;
        }

        if (kind == TokenKind.LeftParenthesis) return ParseClassPattern(start, name);
        if (isDotted) return new MatchValue(From(start), name);
        var id = ((Name)name).Id;
        return new MatchAs(From(start), null, id == "_" ? null : id);
    }

    /// <summary>A group, or a sequence in brackets.</summary>
    private Pattern ParsePatternGroup(TokenKind close)
    {
        var start = Start;
        Advance();
        if (Accept(close)) return new MatchSequence(From(start), []);
        var first = ParseMaybeStarPattern();
        var isSequence = close == TokenKind.RightBracket || kind == TokenKind.Comma;
        if (!isSequence)
        {
            if (first is MatchStar) Lose(first.Span, "a star pattern stands in a sequence only");
            Expect(close, "',' or ')'");
            return first;
        }

        var elements = ParsePatternRest(first);
        Expect(close, "',' or the closing bracket");
        return new MatchSequence(From(start), elements);
    }

    /// <summary>A number with a sign or without, and an imaginary part or none.</summary>
    private Expression ParsePatternNumber()
    {
        var start = Start;
        var real = ParseSignedNumber();
        if (kind is not (TokenKind.Plus or TokenKind.Minus)) return real;
        if (real is ComplexConstant or UnaryOp { Operand: ComplexConstant }) Lose(real.Span, "real number required in complex literal");
        var binary = BinaryOperatorOf(kind);
        Advance();
        var imaginary = ParseNumberOnly();
        if (imaginary is not ComplexConstant) Lose(imaginary.Span, "imaginary number required in complex literal");
        return new BinOp(From(start), real, binary, imaginary);
    }

    private Expression ParseSignedNumber()
    {
        var start = Start;
        if (!Accept(TokenKind.Minus)) return ParseNumberOnly();
        var number = ParseNumberOnly();
        return new UnaryOp(From(start), UnaryOperator.USub, number);
    }

    private Expression ParseNumberOnly()
    {
        if (kind == TokenKind.Number) return ParseNumber();
        Lose("expected a number");
        return Nothing(Start);
    }
}
