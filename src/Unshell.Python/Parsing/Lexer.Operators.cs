namespace Unshell.Python.Parsing;

/// <summary>Operators and brackets.</summary>
internal sealed partial class Lexer
{
    private void ReadOperator()
    {
        switch (text[at])
        {
            case '(':
                Open(TokenKind.LeftParenthesis, '(');
                break;
            case '[':
                Open(TokenKind.LeftBracket, '[');
                break;
            case '{':
                Open(TokenKind.LeftBrace, '{');
                break;
            case ')':
                Close(TokenKind.RightParenthesis, '(');
                break;
            case ']':
                Close(TokenKind.RightBracket, '[');
                break;
            case '}':
                if (EndsField) ReadFieldEnd();
                else Close(TokenKind.RightBrace, '{');
                break;
            case '.':
                ReadDot();
                break;
            case ':':
                ReadColon();
                break;
            case '\0':
                Unreadable(at, at + 1, "source code cannot contain null bytes");
                break;
            default:
                ReadSymbols();
                break;
        }
    }

    private void ReadDot()
    {
        if (char.IsAsciiDigit(Ahead(1))) ReadPointNumber();
        else if (Ahead(1) == '.' && Ahead(2) == '.') Take(TokenKind.Ellipsis, 3);
        else Take(TokenKind.Dot, 1);
    }

    private void ReadColon()
    {
        if (EndsField) ReadFormatSpecification();
        else if (Ahead(1) == '=') Take(TokenKind.ColonEqual, 2);
        else Take(TokenKind.Colon, 1);
    }

    private void ReadSymbols()
    {
        var (kind, length) = (text[at], Ahead(1), Ahead(2)) switch
        {
            (',', _, _) => (TokenKind.Comma, 1),
            ('=', '=', _) => (TokenKind.EqualEqual, 2),
            ('=', _, _) => (TokenKind.Equal, 1),
            ('-', '>', _) => (TokenKind.Arrow, 2),
            ('-', '=', _) => (TokenKind.MinusEqual, 2),
            ('-', _, _) => (TokenKind.Minus, 1),
            ('+', '=', _) => (TokenKind.PlusEqual, 2),
            ('+', _, _) => (TokenKind.Plus, 1),
            ('*', '*', '=') => (TokenKind.DoubleStarEqual, 3),
            ('*', '*', _) => (TokenKind.DoubleStar, 2),
            ('*', '=', _) => (TokenKind.StarEqual, 2),
            ('*', _, _) => (TokenKind.Star, 1),
            ('/', '/', '=') => (TokenKind.DoubleSlashEqual, 3),
            ('/', '/', _) => (TokenKind.DoubleSlash, 2),
            ('/', '=', _) => (TokenKind.SlashEqual, 2),
            ('/', _, _) => (TokenKind.Slash, 1),
            ('%', '=', _) => (TokenKind.PercentEqual, 2),
            ('%', _, _) => (TokenKind.Percent, 1),
            ('@', '=', _) => (TokenKind.AtEqual, 2),
            ('@', _, _) => (TokenKind.At, 1),
            ('&', '=', _) => (TokenKind.AmpersandEqual, 2),
            ('&', _, _) => (TokenKind.Ampersand, 1),
            ('|', '=', _) => (TokenKind.VerticalBarEqual, 2),
            ('|', _, _) => (TokenKind.VerticalBar, 1),
            ('^', '=', _) => (TokenKind.CircumflexEqual, 2),
            ('^', _, _) => (TokenKind.Circumflex, 1),
            ('~', _, _) => (TokenKind.Tilde, 1),
            ('<', '<', '=') => (TokenKind.LeftShiftEqual, 3),
            ('<', '<', _) => (TokenKind.LeftShift, 2),
            ('<', '=', _) => (TokenKind.LessEqual, 2),
            ('<', _, _) => (TokenKind.Less, 1),
            ('>', '>', '=') => (TokenKind.RightShiftEqual, 3),
            ('>', '>', _) => (TokenKind.RightShift, 2),
            ('>', '=', _) => (TokenKind.GreaterEqual, 2),
            ('>', _, _) => (TokenKind.Greater, 1),
            ('!', '=', _) => (TokenKind.NotEqual, 2),
            ('!', _, _) => (TokenKind.Exclamation, 1),
            (';', _, _) => (TokenKind.Semicolon, 1),
            _ => (TokenKind.Error, 1),
        };
        if (kind == TokenKind.Error) Unreadable(at, at + 1, $"invalid character U+{(int)text[at]:X4}");
        else Take(kind, length);
    }

    private void Take(TokenKind kind, int length)
    {
        tokens.Add(kind, at, at + length);
        at += length;
    }
}
