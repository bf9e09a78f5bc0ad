using Unshell.Python.Syntax;

namespace Unshell.Python.Parsing;

/// <summary><c>try</c> with its handlers.</summary>
internal sealed partial class PythonParser
{
    private readonly Pile<ExceptHandler> handlers = new();

    private Try ParseTry()
    {
        var start = Start;
        Advance();
        var body = ParseBlock();
        var mark = handlers.Count;
        bool? isStar = null;
        while (kind == TokenKind.Except) ParseHandler(ref isStar);
        var caught = handlers.Take(mark);
        var orElse = caught.IsEmpty ? [] : ParseElse();
        var hasFinally = kind == TokenKind.Finally;
        var last = Accept(TokenKind.Finally) ? ParseBlock() : [];
        if (caught.IsEmpty && !hasFinally)
        {
            Lose("expected 'except' or 'finally' block");
            if (isLost) LeaveOnNextLine();
        }

        return new Try(From(start)) { IsStar = isStar == true, Body = body, Handlers = caught, OrElse = orElse, Finally = last };
    }

    // What comes after the body is no part of the broken statement, so it is read on its own.
    private void LeaveOnNextLine()
    {
        isLost = false;
        kind = tokens[index].Kind;
        isBroken = true;
    }

    private void ParseHandler(ref bool? isStar)
    {
        var start = Start;
        Advance();
        var hasStar = Accept(TokenKind.Star);
        if (hasStar) Needs(11, "except*", start, lastEnd);
        if (isStar is { } before && before != hasStar) Lose("cannot have both 'except' and 'except*' on the same 'try'");
        isStar ??= hasStar;
        if (hasStar && kind == TokenKind.Colon) Lose("expected one or more exception types");
        Expression? type = null;
        string? name = null;
        if (kind != TokenKind.Colon)
        {
            var typeStart = Start;
            type = ParseExpression();
            if (kind == TokenKind.Comma) type = ParseBareTypes(typeStart, type);
            else if (Accept(TokenKind.As)) name = ParseName();
        }

        var body = ParseBlock();
        handlers.Push(new ExceptHandler(From(Math.Min(start, lastEnd)), type, name, body));
    }

    /// <summary><c>except A, B:</c> (3.14, PEP 758), which binds no name; Python 2 meant <c>as</c> by the comma.</summary>
    private TupleExpr ParseBareTypes(int start, Expression first)
    {
        var mark = expressions.Count;
        expressions.Push(first);
        while (Accept(TokenKind.Comma) && StartsExpression(kind)) expressions.Push(ParseExpression());
        var types = new TupleExpr(From(start), expressions.Take(mark));
        if (kind == TokenKind.As) Lose("multiple exception types must be parenthesized when using 'as'");
        Needs(14, "except without parentheses", start, lastEnd);
        return types;
    }
}
