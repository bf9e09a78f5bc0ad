using System.Collections.Immutable;
using Unshell.Python.Syntax;

namespace Unshell.Python.Parsing;

/// <summary>Functions, classes and their decorators; type parameters.</summary>
internal sealed partial class PythonParser
{
    private readonly Pile<TypeParam> typeParameters = new();

    private Statement ParseDecorated()
    {
        var start = Start;
        var mark = expressions.Count;
        while (Accept(TokenKind.At))
        {
            var decorator = ParseNamedExpression();
            if (!IsDottedCall(decorator)) Needs(9, "decorator that is not a dotted name", decorator.Span.Start, lastEnd);
            expressions.Push(decorator);
            if (kind == TokenKind.Newline) AdvanceLayout();
            else Lose("invalid syntax");
        }

        var decorators = expressions.Take(mark);
        switch (kind)
        {
            case TokenKind.Def:
                return ParseFunction(Start, decorators, isAsync: false);
            case TokenKind.Class:
                return ParseClass(decorators);
            case TokenKind.Async:
                return ParseAsync(decorators);
            default:
                Lose("expected a function or class after a decorator");
                return new Pass(From(Math.Min(start, lastEnd)));
        }
    }

    private static bool IsDottedCall(Expression decorator)
    {
        var name = decorator is Call call ? call.Function : decorator;
        while (name is AttributeRef attribute) name = attribute.Value;
        return name is Name;
    }

    private FunctionDef ParseFunction(int start, ImmutableArray<Expression> decorators, bool isAsync)
    {
        Advance();
        var nameStart = Start;
        var name = ParseName("a function's name");
        var nameSpan = From(Math.Min(nameStart, lastEnd));
        var typeParams = ParseTypeParams();
        Expect(TokenKind.LeftParenthesis, "'('");
        var parameters = ParseParameters(TokenKind.RightParenthesis, annotated: true);
        Expect(TokenKind.RightParenthesis, "')'");
        var returns = Accept(TokenKind.Arrow) ? ParseExpression() : null;
        var body = ParseBlock();
        return new FunctionDef(From(start))
        {
            IsAsync = isAsync,
            Name = name,
            NameSpan = nameSpan,
            TypeParams = typeParams,
            Parameters = parameters,
            Returns = returns,
            Body = body,
            Decorators = decorators,
        };
    }

    private ClassDef ParseClass(ImmutableArray<Expression> decorators)
    {
        var start = Start;
        Advance();
        var nameStart = Start;
        var name = ParseName("a class's name");
        var nameSpan = From(Math.Min(nameStart, lastEnd));
        var typeParams = ParseTypeParams();
        ImmutableArray<Expression> bases = [];
        ImmutableArray<Keyword> named = [];
        if (kind == TokenKind.LeftParenthesis) (bases, named) = ParseArguments(isCall: false);
        var body = ParseBlock();
        return new ClassDef(From(start))
        {
            Name = name,
            NameSpan = nameSpan,
            TypeParams = typeParams,
            Bases = bases,
            Keywords = named,
            Body = body,
            Decorators = decorators,
        };
    }

    private ImmutableArray<TypeParam> ParseTypeParams()
    {
        if (kind != TokenKind.LeftBracket) return [];
        var start = Start;
        Advance();
        var mark = typeParameters.Count;
        do typeParameters.Push(ParseTypeParam());
        while (Accept(TokenKind.Comma) && kind != TokenKind.RightBracket);
        Expect(TokenKind.RightBracket, "',' or ']'");
        Needs(12, "type parameters", start, lastEnd);
        return typeParameters.Take(mark);
    }

    private TypeParam ParseTypeParam()
    {
        var start = Start;
        var stars = kind;
        if (stars is TokenKind.Star or TokenKind.DoubleStar) Advance();
        var name = ParseName();
        var bound = stars is not (TokenKind.Star or TokenKind.DoubleStar) && Accept(TokenKind.Colon) ? ParseExpression() : null;
        var equalAt = Start;
        Expression? byDefault = null;
        if (Accept(TokenKind.Equal))
        {
            byDefault = stars == TokenKind.Star ? ParseStarExpression() : ParseExpression();
            Needs(13, "default of a type parameter", equalAt, lastEnd);
        }

        return stars switch
        {
            TokenKind.Star => new TypeVarTuple(From(start), name, byDefault),
            TokenKind.DoubleStar => new ParamSpec(From(start), name, byDefault),
            _ => new TypeVar(From(start), name, bound, byDefault),
        };
    }
}
