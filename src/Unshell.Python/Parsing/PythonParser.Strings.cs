using System.Runtime.InteropServices;
using Unshell.Python.Syntax;
using Unshell.Text;

namespace Unshell.Python.Parsing;

/// <summary>Strings and bytes; literals that stand side by side are one node.</summary>
internal sealed partial class PythonParser
{
    private Expression ParseStrings()
    {
        if (kind == TokenKind.String && PeekAt(1) is not (TokenKind.String or TokenKind.FStringStart or TokenKind.TStringStart)) return ParseSingleString();
        var start = Start;
        if (kind == TokenKind.String && (PrefixAt(out _) & StringPrefix.Bytes) != 0) return ParseBytes(start);
        if (!Enter()) return Nothing(start);
        var template = IsTemplateAhead();
        var parts = new StringParts(expressions);
        var isUnicode = false;
        for (var isFirst = true; kind is TokenKind.String or TokenKind.FStringStart or TokenKind.TStringStart; isFirst = false)
        {
            if (template != (kind == TokenKind.TStringStart)) Lose("cannot mix t-string literals with string or f-string literals");
            if (kind == TokenKind.String) AddString(parts, isFirst, ref isUnicode);
            else ParseFormatString(parts);
        }

        depth--;
        return parts.Finish(From(start), template, isUnicode);
    }

    private bool IsTemplateAhead() => kind == TokenKind.TStringStart;

    private StringPrefix PrefixAt(out int length) => Lexer.PrefixOf(text.AsSpan(Start, Math.Min(3, text.Length - Start)), out length);

    /// <summary>What stands between a string token's quotes.</summary>
    private ReadOnlySpan<char> ContentOf(Token token, int prefixLength)
    {
        var quoteAt = token.Start + prefixLength;
        var quote = text[quoteAt];
        var width = token.End - quoteAt >= 6 && text[quoteAt + 1] == quote && text[quoteAt + 2] == quote ? 3 : 1;
        return text.AsSpan(quoteAt + width, token.End - quoteAt - (2 * width));
    }

    private Expression ParseSingleString()
    {
        var token = tokens[index];
        var prefix = PrefixAt(out var length);
        if ((prefix & StringPrefix.Bytes) != 0) return ParseBytes(token.Start);
        var content = ContentOf(token, length);
        var span = TextSpan.FromBounds(token.Start, token.End);
        var isRaw = (prefix & StringPrefix.Raw) != 0;
        var isUnicode = text[token.Start] == 'u';
        if (content.IndexOfAny('\\', '\r') < 0)
        {
            Advance();
            return new StrConstant(span, content.ToString()) { IsUnicodePrefixed = isUnicode };
        }

        decoder.Clear();
        if (isRaw) decoder.AddRaw(content);
        else decoder.AddEscaped(content);
        if (decoder.Error is { } error) Lose(span, error);
        Advance();
        return new StrConstant(span, decoder.ToString()) { IsUnicodePrefixed = isUnicode, CodePoints = decoder.CodePoints() };
    }

    private BytesConstant ParseBytes(int start)
    {
        var value = new List<byte>();
        while (kind == TokenKind.String)
        {
            var prefix = PrefixAt(out var length);
            var token = tokens[index];
            if ((prefix & StringPrefix.Bytes) == 0) break;
            if (BytesDecoder.Add(value, ContentOf(token, length), (prefix & StringPrefix.Raw) != 0) is { } error)
                Lose(TextSpan.FromBounds(token.Start, token.End), error);
            Advance();
        }

        if (kind is TokenKind.String or TokenKind.FStringStart or TokenKind.TStringStart) Lose("cannot mix bytes and nonbytes literals");
        return new BytesConstant(From(start), ImmutableCollectionsMarshal.AsImmutableArray(value.ToArray()));
    }

    private void AddString(StringParts parts, bool isFirst, ref bool isUnicode)
    {
        var token = tokens[index];
        var prefix = PrefixAt(out var length);
        if ((prefix & StringPrefix.Bytes) != 0) Lose("cannot mix bytes and nonbytes literals");
        if (isFirst) isUnicode = text[token.Start] == 'u';
        var span = TextSpan.FromBounds(token.Start, token.End);
        if (parts.AddText(ContentOf(token, length), (prefix & StringPrefix.Raw) != 0, span, text[token.Start] == 'u') is { } error) Lose(span, error);
        Advance();
    }

    private readonly StringDecoder decoder = new();
}
