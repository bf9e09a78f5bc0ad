using Unshell.Python.Syntax;

namespace Unshell.Python.Parsing;

/// <summary><c>match</c> and its cases.</summary>
internal sealed partial class PythonParser
{
    private readonly Pile<MatchCase> cases = new();

    /// <summary>The statement, or null where <c>match</c> is a name.</summary>
    private Match? ParseMatch()
    {
        // What can stand neither behind the name match nor in front of an operand needs no trial.
        if (!StartsExpression(Next)) return null;
        var start = Start;
        var subject = Try(ParseSubject);
        if (subject is null) return null;
        Needs(10, "match statement", start, start + "match".Length);
        Advance();
        AdvanceLayout();
        AdvanceLayout();
        var mark = cases.Count;
        while (kind is not (TokenKind.Dedent or TokenKind.EndMarker)) ParseCaseOrSkip();
        if (kind == TokenKind.Dedent) AdvanceLayout();
        return new Match(From(start), subject, cases.Take(mark));
    }

    /// <summary>The subject, with the colon, the indentation and the first <c>case</c> in sight.</summary>
    private Expression? ParseSubject()
    {
        Advance();
        var start = Start;
        var first = ParseStarNamedExpression();
        var subject = kind == TokenKind.Comma ? ParseTupleRest(start, first, named: true) : first;
        var isStatement = kind == TokenKind.Colon && PeekAt(1) == TokenKind.Newline && PeekAt(2) == TokenKind.Indent && PeekAt(3) == TokenKind.SoftCase;
        return isStatement && subject is not Starred ? subject : null;
    }

    private void ParseCaseOrSkip()
    {
        if (kind == TokenKind.SoftCase)
        {
            cases.Push(ParseCase());
            return;
        }

        if (kind == TokenKind.Newline)
        {
            AdvanceLayout();
            return;
        }

        // Not a case: kept as a body of its own, so that what stands there is not hidden.
        var start = Start;
        var mark = statements.Count;
        Lose("expected 'case'");
        Recover(start, mark);
        isBroken = true;
        cases.Push(new MatchCase(From(Math.Min(start, lastEnd)), new MatchAs(From(Math.Min(start, lastEnd)), null, null), null, statements.Take(mark)));
    }

    private MatchCase ParseCase()
    {
        var start = Start;
        Advance();
        var pattern = ParsePatterns();
        var guard = Accept(TokenKind.If) ? ParseNamedExpression() : null;
        var body = ParseBlock();
        return new MatchCase(From(Math.Min(start, lastEnd)), pattern, guard, body);
    }
}
