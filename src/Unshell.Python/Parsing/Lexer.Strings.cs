using System.Buffers;
using Unshell.Text;

namespace Unshell.Python.Parsing;

/// <summary>What stands in front of a string's quote.</summary>
[Flags]
internal enum StringPrefix : byte
{
    None = 0,
    Raw = 1,
    Bytes = 2,
    Unicode = 4,
    Format = 8,
    Template = 16,
}

/// <summary>Strings without fields, and where those with fields begin.</summary>
internal sealed partial class Lexer
{
    private static readonly SearchValues<char> DoubleQuoteEnds = SearchValues.Create("\"\\\n\r");
    private static readonly SearchValues<char> SingleQuoteEnds = SearchValues.Create("'\\\n\r");

    /// <summary>Reads the prefix of a string, in any case and order; none where the letters stand before no quote.</summary>
    public static StringPrefix PrefixOf(ReadOnlySpan<char> text, out int length)
    {
        var prefix = StringPrefix.None;
        length = 0;
        while (length < text.Length)
        {
            var next = (char)(text[length] | 0x20) switch
            {
                'r' => StringPrefix.Raw,
                'b' => StringPrefix.Bytes,
                'u' => StringPrefix.Unicode,
                'f' => StringPrefix.Format,
                't' => StringPrefix.Template,
                _ => StringPrefix.None,
            };
            if (text[length] is '\'' or '"' && IsPrefix(prefix)) return prefix;
            if (next == StringPrefix.None || (prefix & next) != 0 || length == 2) break;
            prefix |= next;
            length++;
        }

        length = 0;
        return StringPrefix.None;
    }

    private static bool IsPrefix(StringPrefix prefix) => (prefix & ~StringPrefix.Raw) is StringPrefix.None
        or StringPrefix.Bytes or StringPrefix.Format or StringPrefix.Template || prefix == StringPrefix.Unicode;

    private bool ReadPrefixedString()
    {
        var prefix = PrefixOf(text.AsSpan(at, Math.Min(3, text.Length - at)), out var length);
        if (length == 0) return false;
        var start = at;
        at += length;
        if ((prefix & (StringPrefix.Format | StringPrefix.Template)) != 0) ReadFormatString(start, prefix);
        else ReadString(start);
        return true;
    }

    private bool IsTriple(char quote) => Ahead(1) == quote && Ahead(2) == quote;

    private void ReadString(int start)
    {
        var quote = text[at];
        if (IsTriple(quote))
        {
            ReadTriple(start, quote);
            return;
        }

        at++;
        while (true)
        {
            var length = text.AsSpan(at).IndexOfAny(quote == '"' ? DoubleQuoteEnds : SingleQuoteEnds);
            at = length < 0 ? text.Length : at + length;
            if (Current == quote && at < text.Length) break;
            if (Current != '\\' || at + 1 >= text.Length)
            {
                tokens.AddError(start, at, TextSpan.FromBounds(start, at), "unterminated string literal");
                return;
            }

            at++;
            SkipLineEnd();
        }

        at++;
        tokens.Add(TokenKind.String, start, at);
    }

    private void ReadTriple(int start, char quote)
    {
        at += 3;
        while (true)
        {
            var length = text.AsSpan(at).IndexOfAny(quote, '\\');
            at = length < 0 ? text.Length : at + length;
            if (at == text.Length) break;
            if (text[at] == '\\') at = Math.Min(at + 2, text.Length);
            else if (IsTriple(quote)) break;
            else at++;
        }

        if (at == text.Length)
        {
            tokens.AddError(start, at, new TextSpan(start, Math.Min(at - start, 6)), "unterminated triple-quoted string literal");
            return;
        }

        at += 3;
        tokens.Add(TokenKind.String, start, at);
    }
}
