using Unshell.Text;

namespace Unshell.Python.Parsing;

/// <summary>
/// Cuts a text into tokens, once and from left to right. Reads what CPython's tokenizer reads
/// (https://docs.python.org/3/reference/lexical_analysis.html); f-strings and t-strings as PEP 701 has them.
/// </summary>
internal sealed partial class Lexer
{
    /// <summary>CPython's <c>MAXLEVEL</c>.</summary>
    private const int DeepestBrackets = 200;

    private readonly string text;
    private readonly TokenList tokens;
    private readonly (char Open, int At)[] brackets = new (char, int)[DeepestBrackets];
    private int at;
    private int depth;
    private int lineTokens = -1;

    private Lexer(string text, TokenList tokens)
    {
        this.text = text;
        this.tokens = tokens;
    }

    /// <summary>All tokens of a text; the last one is <see cref="TokenKind.EndMarker"/>.</summary>
    public static TokenList Tokenize(string text)
    {
        var tokens = new TokenList(text.Length);
        new Lexer(text, tokens).Run();
        return tokens;
    }

    private char Current => at < text.Length ? text[at] : '\0';

    private char Ahead(int count) => at + count < text.Length ? text[at + count] : '\0';

    private void Run()
    {
        if (Current == '\uFEFF') at++;
        ReadIndentation();
        do
        {
            while (at < text.Length) ReadToken();
            if (depth > 0 || modes.Count > 0) NeverClosed(text.Length);
        }
        while (at < text.Length);
        if (tokens.Last is not (TokenKind.Newline or TokenKind.Dedent)) tokens.Add(TokenKind.Newline, at, at);
        for (; indents.Count > 1; indents.RemoveAt(indents.Count - 1)) tokens.Add(TokenKind.Dedent, at, at);
        tokens.Add(TokenKind.EndMarker, at, at);
    }

    private void ReadToken()
    {
        var c = text[at];
        if (c < 128)
        {
            switch (Characters.Classes[c])
            {
                case CharacterClass.Blank:
                    at++;
                    return;
                case CharacterClass.Letter:
                    ReadName();
                    return;
                case CharacterClass.Prefix:
                    if (!ReadPrefixedString()) ReadName();
                    return;
                case CharacterClass.Digit:
                    ReadNumber();
                    return;
                case CharacterClass.Quote:
                    ReadString(at);
                    return;
                case CharacterClass.LineEnd:
                    ReadLineEnd();
                    return;
                case CharacterClass.Comment:
                    ReadComment();
                    return;
                case CharacterClass.Backslash:
                    ReadContinuation();
                    return;
                default:
                    ReadOperator();
                    return;
            }
        }

        ReadName();
    }

    private void ReadLineEnd()
    {
        var start = at;
        SkipLineEnd();
        if (depth > 0)
        {
            lineTokens = tokens.Count;
            return;
        }

        tokens.Add(TokenKind.Newline, start, at);
        ReadIndentation();
    }

    private void SkipLineEnd()
    {
        if (text[at] == '\r' && Ahead(1) == '\n') at++;
        at++;
    }

    private void ReadComment()
    {
        var start = at;
        var length = text.AsSpan(at).IndexOfAny('\n', '\r');
        at = length < 0 ? text.Length : at + length;
        tokens.Comments.Add(TextSpan.FromBounds(start, at));
    }

    // A backslash with the line's end behind it; anything else behind it is an error.
    private void ReadContinuation()
    {
        if (Ahead(1) is '\n' or '\r')
        {
            at++;
            SkipLineEnd();
            if (at == text.Length) Unreadable(at, at, "the text ends after a line continuation");
            return;
        }

        Unreadable(at, at + 1, "unexpected character after a line continuation");
    }

    private void Unreadable(int start, int end, string message)
    {
        tokens.AddError(start, end, TextSpan.FromBounds(start, end), message);
        at = end;
    }

    private void Open(TokenKind kind, char bracket)
    {
        if (depth == DeepestBrackets)
        {
            Unreadable(at, at + 1, "too many nested parentheses");
            SkipLine();
            return;
        }

        brackets[depth++] = (bracket, at);
        tokens.Add(kind, at, at + 1);
        at++;
    }

    private void Close(TokenKind kind, char open)
    {
        if (depth == 0 || (modes.Count > 0 && depth == modes[^1].Depth))
        {
            Unreadable(at, at + 1, $"unmatched '{text[at]}'");
            return;
        }

        if (brackets[depth - 1].Open != open)
        {
            Unreadable(at, at + 1, $"closing parenthesis '{text[at]}' does not match opening parenthesis '{brackets[depth - 1].Open}'");
            if (!EndsField) depth--;
            return;
        }

        depth--;
        tokens.Add(kind, at, at + 1);
        at++;
    }

    // What is nested deeper than any Python reads is not cut further: the line is lost anyway.
    private void SkipLine()
    {
        depth = 0;
        modes.Clear();
        var length = text.AsSpan(at).IndexOfAny('\n', '\r');
        at = length < 0 ? text.Length : at + length;
    }
}
