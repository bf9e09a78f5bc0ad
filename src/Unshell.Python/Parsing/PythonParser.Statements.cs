using System.Collections.Immutable;
using Unshell.Python.Syntax;
using Unshell.Text;

namespace Unshell.Python.Parsing;

/// <summary>Statements: which one begins here, blocks of them, and what happens to a broken one.</summary>
internal sealed partial class PythonParser
{
    /// <summary>How high expressions may be; with the deepest indentation and the longest <c>elif</c> chain below <see cref="PythonSyntax.GreatestHeight"/>.</summary>
    private const int HighestExpression = 2000;

    private int wraps;
    private bool isBroken;

    private ImmutableArray<Statement> ParseFileBody()
    {
        var mark = statements.Count;
        while (kind != TokenKind.EndMarker) ParseLine();
        return statements.Take(mark);
    }

    /// <summary>One compound statement, or the simple statements of a line.</summary>
    private void ParseLine()
    {
        switch (kind)
        {
            case TokenKind.Newline:
                AdvanceLayout();
                return;
            case TokenKind.Dedent:
                // Only behind indentation that opened no block.
                AdvanceLayout();
                return;
            case TokenKind.Indent:
                ParseStrayBlock();
                return;
            default:
                ParseStatement();
                return;
        }
    }

    private void ParseStrayBlock()
    {
        var start = tokens[index].End;
        diagnostics.Add(new(DiagnosticSeverity.Error, TextSpan.FromBounds(tokens[index].Start, start), "unexpected indent"));
        var body = ParseIndented();
        statements.Push(new ErrorStatement(From(Math.Min(start, lastEnd)), body));
    }

    private void ParseStatement()
    {
        var (start, outerBroken, outerWraps, mark, outerDepth) = (Start, isBroken, wraps, statements.Count, depth);
        isBroken = false;
        var statement = ParseCompound();
        if (statement is not null) statements.Push(statement);
        else ParseSimpleLine();
        if (isLost) Recover(start, mark);
        else if (isBroken) statements.Push(new ErrorStatement(From(start), StatementsAbove(mark)));
        else if (wraps - outerWraps > HighestExpression) CheckHeight(mark);
        (isBroken, wraps, depth) = (outerBroken, outerWraps, outerDepth);
    }

    private Statement? ParseCompound() => kind switch
    {
        TokenKind.If => ParseIf(),
        TokenKind.Def => ParseFunction(Start, [], isAsync: false),
        TokenKind.For => ParseFor(Start, isAsync: false),
        TokenKind.Try => ParseTry(),
        TokenKind.With => ParseWith(Start, isAsync: false),
        TokenKind.Class => ParseClass([]),
        TokenKind.While => ParseWhile(),
        TokenKind.At => ParseDecorated(),
        TokenKind.Async => ParseAsync([]),
        TokenKind.SoftMatch => ParseMatch(),
        _ => null,
    };

    private void ParseSimpleLine()
    {
        do
        {
            var statement = ParseSimple();
            if (isLost) return;
            statements.Push(statement);
        }
        while (Accept(TokenKind.Semicolon) && kind != TokenKind.Newline);
        if (kind != TokenKind.Newline) Lose("invalid syntax");
        else AdvanceLayout();
    }

    /// <summary>The block behind a compound statement's colon. Where its first line is broken, the rest of that line is given up.</summary>
    private ImmutableArray<Statement> ParseBlock()
    {
        if (!isLost) Expect(TokenKind.Colon, "':'");
        if (isLost)
        {
            SkipLine();
            isBroken = true;
            if (kind == TokenKind.Newline) AdvanceLayout();
            return kind == TokenKind.Indent ? ParseIndented() : [];
        }

        var mark = statements.Count;
        if (kind != TokenKind.Newline)
        {
            var start = Start;
            ParseSimpleLine();
            if (isLost) Recover(start, mark);
            return statements.Take(mark);
        }

        AdvanceLayout();
        if (kind == TokenKind.Indent) return ParseIndented();
        diagnostics.Add(new(DiagnosticSeverity.Error, new TextSpan(Start, 0), "expected an indented block"));
        return [];
    }

    private ImmutableArray<Statement> ParseIndented()
    {
        var mark = statements.Count;
        AdvanceLayout();
        while (kind is not (TokenKind.Dedent or TokenKind.EndMarker))
        {
            if (kind == TokenKind.Newline) AdvanceLayout();
            else if (kind == TokenKind.Indent) ParseStrayBlock();
            else ParseStatement();
        }

        if (kind == TokenKind.Dedent) AdvanceLayout();
        return statements.Take(mark);
    }

    /// <summary>Puts what is left of a statement's line, and the block below it, into one node.</summary>
    private void Recover(int start, int mark)
    {
        statements.Take(mark);
        SkipLine();
        if (kind == TokenKind.Newline) AdvanceLayout();
        var body = ImmutableArray<Statement>.Empty;
        if (kind == TokenKind.Indent) body = ParseIndented();
        statements.Push(new ErrorStatement(From(Math.Min(start, lastEnd)), body));
    }

    /// <summary>Finds its way again: behind the last token of the line on which the parser was lost.</summary>
    private void SkipLine()
    {
        isLost = false;
        index = lostAt;
        kind = tokens[index].Kind;
        while (kind is not (TokenKind.Newline or TokenKind.EndMarker)) Advance();
    }

    private ImmutableArray<Statement> StatementsAbove(int mark)
    {
        var found = ImmutableArray.CreateBuilder<Statement>();
        foreach (var broken in statements.Take(mark))
        {
            foreach (var node in PythonWalk.All(broken, node => ReferenceEquals(node, broken) || node is ExceptHandler or MatchCase))
            {
                if (node is Statement inner && !ReferenceEquals(inner, broken)) found.Add(inner);
            }
        }

        return found.DrainToImmutable();
    }

    // Chains such as a.b.c… and a + b + … grow without the parser growing.
    private void CheckHeight(int mark)
    {
        for (var i = statements.Count - 1; i >= mark; i--)
        {
            if (TreeHeight.OfExpressions(statements[i]) <= HighestExpression) continue;
            diagnostics.Add(new(DiagnosticSeverity.Error, statements[i].Span, "too deeply nested"));
            var span = TextSpan.FromBounds(statements[mark].Span.Start, statements[statements.Count - 1].Span.End);
            statements.Take(mark);
            statements.Push(new ErrorStatement(span, []));
            return;
        }
    }
}
