using System.Collections.Immutable;
using Unshell.Python.Syntax;
using Unshell.Text;

namespace Unshell.Python.Parsing;

/// <summary>Conditions, loops and <c>with</c>.</summary>
internal sealed partial class PythonParser
{
    /// <summary>How long a chain of <c>elif</c> may be: the tree grows by a level with each.</summary>
    private const int LongestElifChain = 500;

    private readonly Pile<WithItem> withItems = new();

    // Each elif is an If inside the one before it; built from the last one on, since a chain may be long.
    private Statement ParseIf()
    {
        var clauses = new List<(int Start, Expression Test, ImmutableArray<Statement> Body)>();
        do
        {
            if (clauses.Count == LongestElifChain)
            {
                diagnostics.Add(new(DiagnosticSeverity.Error, TextSpan.FromBounds(Start, tokens[index].End), "too many elif clauses"));
                isBroken = true;
            }

            var start = Start;
            Advance();
            var test = ParseNamedExpression();
            clauses.Add((start, test, ParseBlock()));
        }
        while (kind == TokenKind.Elif);
        var orElse = ParseElse();
        // The clauses of a broken chain are no statements of their own.
        if (isBroken) return Flat(clauses, orElse);
        for (var i = clauses.Count - 1; i > 0; i--)
            orElse = [new If(From(clauses[i].Start), clauses[i].Test, clauses[i].Body, orElse)];
        return new If(From(clauses[0].Start), clauses[0].Test, clauses[0].Body, orElse);
    }

    private ErrorStatement Flat(List<(int Start, Expression Test, ImmutableArray<Statement> Body)> clauses, ImmutableArray<Statement> orElse) =>
        new(From(clauses[0].Start), [.. clauses.SelectMany(clause => clause.Body), .. orElse]);

    private ImmutableArray<Statement> ParseElse() => Accept(TokenKind.Else) ? ParseBlock() : [];

    private While ParseWhile()
    {
        var start = Start;
        Advance();
        var test = ParseNamedExpression();
        var body = ParseBlock();
        var orElse = ParseElse();
        return new While(From(start), test, body, orElse);
    }

    private For ParseFor(int start, bool isAsync)
    {
        Advance();
        var target = ParseTargets();
        Expect(TokenKind.In, "'in'");
        var iterable = ParseStarExpressions();
        var body = ParseBlock();
        var orElse = ParseElse();
        return new For(From(start)) { IsAsync = isAsync, Target = target, Iterable = iterable, Body = body, OrElse = orElse };
    }

    private Statement ParseAsync(ImmutableArray<Expression> decorators)
    {
        var start = Start;
        Advance();
        switch (kind)
        {
            case TokenKind.Def:
                return ParseFunction(start, decorators, isAsync: true);
            case TokenKind.For when decorators.IsEmpty:
                return ParseFor(start, isAsync: true);
            case TokenKind.With when decorators.IsEmpty:
                return ParseWith(start, isAsync: true);
            default:
                Lose("expected 'def', 'for' or 'with' after 'async'");
                return new Pass(From(start));
        }
    }

    private With ParseWith(int start, bool isAsync)
    {
        Advance();
        var mark = withItems.Count;
        if (kind != TokenKind.LeftParenthesis || Try(ParseParenthesizedItems) is null)
        {
            withItems.Drop(mark);
            do withItems.Push(ParseWithItem());
            while (Accept(TokenKind.Comma));
        }

        var items = withItems.Take(mark);
        var body = ParseBlock();
        return new With(From(start), isAsync, items, body);
    }

    /// <summary><c>(a as b, c,)</c> in front of the colon (3.9); anything else in parentheses is an expression.</summary>
    private object? ParseParenthesizedItems()
    {
        var start = Start;
        Advance();
        var mark = withItems.Count;
        do withItems.Push(ParseWithItem());
        while (Accept(TokenKind.Comma) && kind != TokenKind.RightParenthesis);
        var isComma = tokens[index - 1].Kind == TokenKind.Comma;
        Expect(TokenKind.RightParenthesis, "')'");
        if (kind != TokenKind.Colon) return null;
        if (isComma || withItems.Count > mark + 1 || withItems[mark].Target is not null) Needs(9, "parenthesized context managers", start, lastEnd);
        return this;
    }

    private WithItem ParseWithItem()
    {
        var start = Start;
        var context = ParseExpression();
        var target = Accept(TokenKind.As) ? ParseTarget() : null;
        return new WithItem(From(Math.Min(start, lastEnd)), context, target);
    }
}
