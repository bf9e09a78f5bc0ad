using Unshell.Text;

namespace Unshell.Python.Parsing;

/// <summary>What only Python 2 has, told from the tokens where the parser was lost.</summary>
internal sealed partial class PythonParser
{
    private bool isPython2;

    /// <summary>The diagnostic of what only Python 2 has, or null where the error is no sign of it.</summary>
    private Diagnostic? Python2Reason()
    {
        if (Python2Construct() is not { } found) return null;
        return new Diagnostic(DiagnosticSeverity.Error, found.Span, $"this is Python 2: {found.Name}");
    }

    private (TextSpan Span, string Name)? Python2Construct()
    {
        var token = tokens[index];
        var span = TextSpan.FromBounds(token.Start, token.End);
        if (token.Kind == TokenKind.Error) return UnreadableInPython3(span) is { } old ? (span, old) : null;
        if (index == 0) return null;
        var before = tokens[index - 1];
        var beforeSpan = TextSpan.FromBounds(before.Start, before.End);
        if (before.Kind == TokenKind.Name && StartsExpression(token.Kind) && IsStatementStart(index - 1))
        {
            if (text.AsSpan(before.Start, before.End - before.Start) is "print") return (beforeSpan, "print statement");
            if (text.AsSpan(before.Start, before.End - before.Start) is "exec") return (beforeSpan, "exec statement");
        }

        if (before.Kind == TokenKind.Less && token.Kind == TokenKind.Greater && before.End == token.Start)
            return (TextSpan.FromBounds(before.Start, token.End), "<> operator");
        if (token.Kind == TokenKind.LeftParenthesis && StatementStart() is TokenKind.Def && before.Kind is TokenKind.Comma or TokenKind.LeftParenthesis)
            return (span, "parameter that is a tuple");
        if (token.Kind == TokenKind.Comma && StatementStart() is TokenKind.Raise) return (span, "raise with a comma");
        if (token.Kind == TokenKind.String && before.Kind == TokenKind.Name && before.End == token.Start
            && (text.AsSpan(before.Start, before.End - before.Start).Equals("ur", StringComparison.OrdinalIgnoreCase)))
            return (beforeSpan, "ur prefix of a string");
        return null;
    }

    private string? UnreadableInPython3(TextSpan span)
    {
        var unreadable = text.AsSpan(span.Start, span.Length);
        if (unreadable is "`") return "backquotes";
        if (unreadable.IsEmpty || !char.IsAsciiDigit(unreadable[0])) return null;
        if (unreadable[^1] is 'l' or 'L') return "long integer";
        return unreadable[0] == '0' && unreadable.IndexOfAnyExceptInRange('0', '7') < 0 ? "octal number without 0o" : null;
    }

    private bool IsStatementStart(int at) => at == 0
        || tokens[at - 1].Kind is TokenKind.Newline or TokenKind.Indent or TokenKind.Dedent or TokenKind.Semicolon or TokenKind.Colon;

    private TokenKind StatementStart()
    {
        var at = index;
        while (!IsStatementStart(at)) at--;
        return tokens[at].Kind;
    }
}
