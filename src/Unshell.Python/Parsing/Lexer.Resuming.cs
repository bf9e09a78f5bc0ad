using Unshell.Text;

namespace Unshell.Python.Parsing;

/// <summary>What happens to brackets that nothing closes: they take in the rest of the file unless somebody stops them.</summary>
internal sealed partial class Lexer
{
    /// <summary>How often text is read a second time; more would make bad files slow.</summary>
    private const int MostResumptions = 20;

    private int resumptions;

    /// <summary>
    /// Gives up all brackets and strings that are open. Goes on at the first line behind the outermost bracket that is not indented more than its
    /// statement, else at <paramref name="end"/>.
    /// </summary>
    private void NeverClosed(int end)
    {
        at = end;
        if (depth > 0)
        {
            var (bracket, opened) = brackets[depth - 1];
            if (resumptions++ < MostResumptions && FirstLineBehind(brackets[0].At) is { } token)
            {
                at = tokens.Items[token].Start;
                tokens.Truncate(token);
            }

            tokens.AddError(at, at, new TextSpan(opened, 1), $"'{bracket}' was never closed");
        }

        depth = 0;
        modes.Clear();
        // Counted before tokens were taken away.
        lineTokens = -1;
        if (at == text.Length) return;
        tokens.Add(TokenKind.Newline, at, at);
        while (at > 0 && text[at - 1] is not ('\n' or '\r')) at--;
        ReadIndentation();
    }

    /// <summary>The first token on a later line that is not indented more than the statement and can begin one; or that begins the statement's block.</summary>
    private int? FirstLineBehind(int bracketAt)
    {
        var bracket = tokens.IndexOf(bracketAt);
        var hasBlock = BeginsBlock(bracket);
        for (var i = bracket + 1; i < tokens.Count; i++)
        {
            var token = tokens.Items[i];
            // Braces and the ends of strings also stand at the beginning of an f-string's lines.
            if (token.Kind is (>= TokenKind.RightParenthesis and <= TokenKind.RightBrace) or TokenKind.LeftBrace or TokenKind.FStringEnd) continue;
            if (ColumnOf(token.Start) is not { } column) continue;
            if (column <= indents[^1].Column || (hasBlock && tokens.Items[i - 1].Kind == TokenKind.Colon)) return i;
        }

        return null;
    }

    /// <summary>Whether the statement that a token belongs to is one with a block.</summary>
    private bool BeginsBlock(int index)
    {
        while (index > 0 && tokens.Items[index - 1].Kind is not (TokenKind.Newline or TokenKind.Indent or TokenKind.Dedent)) index--;
        return tokens.Items[index].Kind is TokenKind.SoftMatch or TokenKind.SoftCase or TokenKind.If or TokenKind.Else or TokenKind.For or TokenKind.Async
            or TokenKind.Class or TokenKind.Def or TokenKind.Elif or TokenKind.Except or TokenKind.While or TokenKind.With;
    }

    // The column of a token that is the first on its line, else null.
    private int? ColumnOf(int offset)
    {
        var column = 0;
        for (var i = offset - 1; i >= 0 && text[i] is not ('\n' or '\r'); i--)
        {
            if (text[i] is not (' ' or '\t' or '\f')) return null;
            column += text[i] == '\t' ? 8 : 1;
        }

        return column;
    }
}
