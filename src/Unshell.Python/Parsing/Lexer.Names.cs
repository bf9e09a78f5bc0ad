using Unshell.Text;

namespace Unshell.Python.Parsing;

/// <summary>Names and keywords.</summary>
internal sealed partial class Lexer
{
    private void ReadName()
    {
        var start = at;
        while (at < text.Length && Characters.IsNamePart(text[at])) at++;
        if (at < text.Length && text[at] >= 128)
        {
            ReadUnicodeName(start);
            return;
        }

        var kind = Keywords.KindOf(text.AsSpan(start, at - start));
        if (kind >= TokenKind.Assert && depth > 0 && tokens.Count == lineTokens)
        {
            // No expression holds this word: the brackets before it were never closed.
            NeverClosed(start);
            return;
        }

        tokens.Add(kind, start, at);
    }

    // As CPython: everything beyond ASCII is taken in first and looked at then.
    private void ReadUnicodeName(int start)
    {
        while (at < text.Length && (text[at] >= 128 || Characters.IsNamePart(text[at]))) at++;
        var offset = start;
        while (offset < at)
        {
            var codePoint = char.IsSurrogatePair(text, offset)
                ? char.ConvertToUtf32(text[offset], text[offset + 1])
                : text[offset];
            var length = codePoint > 0xFFFF ? 2 : 1;
            if (!(offset == start ? Characters.IsNameStart(codePoint) : Characters.IsNameContinue(codePoint)))
            {
                tokens.AddError(start, at, new TextSpan(offset, length), $"invalid character U+{codePoint:X4}");
                return;
            }

            offset += length;
        }

        tokens.Add(TokenKind.Name, start, at);
    }
}
