using System.Collections.Immutable;
using Unshell.Python.Syntax;
using Unshell.Text;

namespace Unshell.Python.Parsing;

/// <summary>The parameters of functions and lambdas.</summary>
internal sealed partial class PythonParser
{
    private readonly Pile<Parameter> parameters = new();

    private Parameters ParseParameters(TokenKind close, bool annotated)
    {
        var start = Start;
        if (kind == close) return new Parameters(new TextSpan(start, 0));
        var mark = parameters.Count;
        var (positionalOnly, positional) = (ImmutableArray<Parameter>.Empty, ImmutableArray<Parameter>.Empty);
        Parameter? variadic = null, variadicKeywords = null;
        var (seenStar, seenSlash, seenDefault) = (false, false, false);
        do
        {
            if (kind == close || variadicKeywords is not null) break;
            if (kind == TokenKind.Slash)
            {
                if (seenSlash || seenStar || parameters.Count == mark) Lose("'/' must follow a parameter, once, and stand ahead of '*'");
                Advance();
                seenSlash = true;
                positionalOnly = parameters.Take(mark);
            }
            else if (kind == TokenKind.Star)
            {
                if (seenStar) Lose("'*' may appear only once");
                seenStar = true;
                positional = parameters.Take(mark);
                variadic = ParseVariadic(close, annotated);
            }
            else if (Accept(TokenKind.DoubleStar))
            {
                variadicKeywords = ParseParameter(annotated, allowsDefault: false);
            }
            else
            {
                var parameter = ParseParameter(annotated, allowsDefault: true);
                if (!seenStar && seenDefault && parameter.Default is null) Lose(parameter.Span, "parameter without a default follows parameter with a default");
                seenDefault |= parameter.Default is not null;
                parameters.Push(parameter);
            }
        }
        while (Accept(TokenKind.Comma));
        if (!seenStar) positional = parameters.Take(mark);
        return new Parameters(From(Math.Min(start, lastEnd)))
        {
            PositionalOnly = positionalOnly,
            Positional = positional,
            Variadic = variadic,
            KeywordOnly = parameters.Take(mark),
            VariadicKeywords = variadicKeywords,
        };
    }

    /// <summary><c>*name</c>, or a star that stands alone, which a parameter must follow.</summary>
    private Parameter? ParseVariadic(TokenKind close, bool annotated)
    {
        Advance();
        if (kind != TokenKind.Comma) return ParseParameter(annotated, allowsDefault: false, allowsStar: true);
        if (Next == close || !IsNameKind(Next)) Lose("named parameters must follow bare *");
        return null;
    }

    private Parameter ParseParameter(bool annotated, bool allowsDefault, bool allowsStar = false)
    {
        var start = Start;
        var name = ParseName("a parameter");
        Expression? annotation = null;
        if (annotated && Accept(TokenKind.Colon))
        {
            var annotationAt = Start;
            annotation = allowsStar ? ParseStarExpression() : ParseExpression();
            if (annotation is Starred) Needs(11, "unpacked annotation", annotationAt, lastEnd);
        }

        var declaration = From(Math.Min(start, lastEnd));
        Expression? byDefault = null;
        if (allowsDefault && Accept(TokenKind.Equal)) byDefault = ParseExpression();
        return new Parameter(From(Math.Min(start, lastEnd)), name, annotation, byDefault) { DeclarationSpan = declaration };
    }
}
