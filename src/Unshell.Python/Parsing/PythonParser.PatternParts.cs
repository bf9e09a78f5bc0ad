using System.Collections.Immutable;
using Unshell.Python.Syntax;

namespace Unshell.Python.Parsing;

/// <summary>Patterns of mappings and classes.</summary>
internal sealed partial class PythonParser
{
    private MatchMapping ParseMapping()
    {
        var start = Start;
        Advance();
        var (mark, keyMark) = (patterns.Count, expressions.Count);
        string? rest = null;
        while (kind is not (TokenKind.RightBrace or TokenKind.Error))
        {
            if (rest is not null) Lose("double star pattern must be the last in the mapping");
            if (Accept(TokenKind.DoubleStar))
            {
                rest = ParseName();
                if (rest == "_" || kind is TokenKind.Dot or TokenKind.LeftParenthesis or TokenKind.Equal) Lose("invalid syntax");
            }
            else
            {
                expressions.Push(ParseMappingKey());
                Expect(TokenKind.Colon, "':'");
                patterns.Push(ParsePattern());
            }

            if (!Accept(TokenKind.Comma)) break;
        }

        Expect(TokenKind.RightBrace, "',' or '}'");
        return new MatchMapping(From(start), expressions.Take(keyMark), patterns.Take(mark), rest);
    }

    /// <summary>A literal or a dotted name.</summary>
    private Expression ParseMappingKey()
    {
        switch (kind)
        {
            case TokenKind.Number or TokenKind.Minus:
                return ParsePatternNumber();
            case TokenKind.String or TokenKind.FStringStart or TokenKind.TStringStart:
                var literal = ParseStrings();
                if (literal is not Constant) Lose(literal.Span, "patterns may only match literals and attribute lookups");
                return literal;
            case TokenKind.None or TokenKind.True or TokenKind.False:
                return ParseAtom();
        }

        var start = Start;
        Expression name = ParseNameExpression();
        if (kind != TokenKind.Dot) Lose("mapping pattern keys may only match literals and attribute lookups");
        while (Accept(TokenKind.Dot))
        {
            var attribute = ParseName();
            name = new AttributeRef(From(start), name, attribute);
            wraps++;
        }

        return name;
    }

    private MatchClass ParseClassPattern(int start, Expression name)
    {
        Advance();
        var positionalMark = patterns.Count;
        var keywordNames = ImmutableArray.CreateBuilder<string>();
        var positional = ImmutableArray<Pattern>.Empty;
        while (kind is not (TokenKind.RightParenthesis or TokenKind.Error))
        {
            if (IsName && Next == TokenKind.Equal)
            {
                if (keywordNames.Count == 0) positional = patterns.Take(positionalMark);
                keywordNames.Add(ParseName());
                Advance();
            }
            else if (keywordNames.Count > 0)
            {
                Lose("positional patterns follow keyword patterns");
            }

            patterns.Push(ParsePattern());
            if (!Accept(TokenKind.Comma)) break;
        }

        Expect(TokenKind.RightParenthesis, "',' or ')'");
        if (keywordNames.Count == 0) positional = patterns.Take(positionalMark);
        return new MatchClass(From(start))
        {
            Class = name,
            Patterns = positional,
            KeywordNames = keywordNames.DrainToImmutable(),
            KeywordPatterns = patterns.Take(positionalMark),
        };
    }
}
