namespace Unshell.Python.Parsing;

/// <summary>Numbers, as far as they reach; what follows without a blank is the next token, as in <c>1if x else 2</c>.</summary>
internal sealed partial class Lexer
{
    private void ReadNumber()
    {
        var start = at;
        if (text[at] == '0' && Ahead(1) is 'x' or 'X' or 'o' or 'O' or 'b' or 'B')
        {
            ReadBased(start);
            return;
        }

        ReadDigits();
        var isInteger = true;
        if (Current == '.')
        {
            at++;
            isInteger = false;
            if (char.IsAsciiDigit(Current)) ReadDigits();
        }

        ReadFraction(start, isInteger);
    }

    /// <summary>The number after its dot: <c>.5</c>.</summary>
    private void ReadPointNumber()
    {
        var start = at++;
        ReadDigits();
        ReadFraction(start, isInteger: false);
    }

    private void ReadFraction(int start, bool isInteger)
    {
        if (Current is 'e' or 'E')
        {
            var sign = Ahead(1) is '+' or '-' ? 2 : 1;
            if (char.IsAsciiDigit(Ahead(sign)))
            {
                at += sign;
                isInteger = false;
                ReadDigits();
            }
        }

        if (Current is 'j' or 'J')
        {
            at++;
            isInteger = false;
        }

        if (isInteger && text[start] == '0' && text.AsSpan(start, at - start).IndexOfAnyExcept('0', '_') >= 0)
        {
            Unreadable(start, at, "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers");
            return;
        }

        EndNumber(start);
    }

    private void ReadBased(int start)
    {
        at += 2;
        if (Current == '_') at++;
        var first = at;
        Func<char, bool> isDigit = text[start + 1] switch
        {
            'x' or 'X' => char.IsAsciiHexDigit,
            'o' or 'O' => c => c is >= '0' and <= '7',
            _ => c => c is '0' or '1',
        };
        while (isDigit(Current) || (Current == '_' && at > first && text[at - 1] != '_' && isDigit(Ahead(1)))) at++;
        if (at == first || char.IsAsciiDigit(Current))
        {
            Unreadable(start, at, "invalid digit or no digit in a number with a base");
            return;
        }

        EndNumber(start);
    }

    private void ReadDigits()
    {
        while (char.IsAsciiDigit(Current) || (Current == '_' && char.IsAsciiDigit(Ahead(1)) && text[at - 1] != '_')) at++;
    }

    private void EndNumber(int start)
    {
        if (Current < 128 && !Characters.IsNamePart(Current))
        {
            tokens.Add(TokenKind.Number, start, at);
            return;
        }

        var end = at;
        while (at < text.Length && (text[at] >= 128 || Characters.IsNamePart(text[at]))) at++;
        if (text[end] is '_' or >= (char)128 || !IsKeywordBehindNumber(text.AsSpan(end, at - end)))
        {
            Unreadable(start, at, "invalid number");
            return;
        }

        at = end;
        tokens.Add(TokenKind.Number, start, end);
    }

    private static bool IsKeywordBehindNumber(ReadOnlySpan<char> word) => word switch
    {
        "and" or "else" or "for" or "if" or "in" or "is" or "or" or "not" => true,
        _ => false,
    };
}
