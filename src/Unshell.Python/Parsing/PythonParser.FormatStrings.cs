using Unshell.Python.Syntax;
using Unshell.Text;

namespace Unshell.Python.Parsing;

/// <summary>The fields of f-strings and t-strings.</summary>
internal sealed partial class PythonParser
{
    private void ParseFormatString(StringParts parts)
    {
        var isTemplate = kind == TokenKind.TStringStart;
        var token = tokens[index];
        var isRaw = text.AsSpan(token.Start, token.End - token.Start).IndexOfAny('r', 'R') >= 0;
        if (isTemplate) Needs(14, "t-string", token.Start, token.End);
        parts.IsFormat |= !isTemplate;
        Advance();
        ParseFormatParts(parts, isRaw, isTemplate, inSpecification: false);
        Expect(TokenKind.FStringEnd, "the end of the f-string");
    }

    private void ParseFormatParts(StringParts parts, bool isRaw, bool isTemplate, bool inSpecification)
    {
        while (true)
        {
            switch (kind)
            {
                case TokenKind.FStringMiddle:
                    ParseMiddle(parts, isRaw, inSpecification);
                    break;
                case TokenKind.LeftBrace:
                    ParseField(parts, isRaw, isTemplate);
                    break;
                default:
                    return;
            }
        }
    }

    // Doubled braces stand for one; each such run is text of its own, so that an escape does not reach over it.
    private void ParseMiddle(StringParts parts, bool isRaw, bool inSpecification)
    {
        var token = tokens[index];
        var at = token.Start;
        while (at < token.End && !isLost)
        {
            var content = text.AsSpan(at, token.End - at);
            var length = inSpecification ? -1 : DoubledBrace(content, isRaw);
            var end = length < 0 ? token.End : at + length + 1;
            var span = TextSpan.FromBounds(at, length < 0 ? end : end + 1);
            if (parts.AddText(content[..(end - at)], isRaw, span) is { } error) Lose(span, error);
            at = length < 0 ? end : end + 1;
        }

        Advance();
    }

    /// <summary>Where the first doubled brace stands, -1 for none; those of <c>\N{…}</c> are no braces.</summary>
    private static int DoubledBrace(ReadOnlySpan<char> text, bool isRaw)
    {
        var at = 0;
        while (true)
        {
            var length = text[at..].IndexOfAny('{', '}');
            if (length < 0) return -1;
            at += length;
            var isName = !isRaw && at >= 2 && text[at] == '{' && text[at - 1] == 'N' && IsEscape(text, at - 2);
            if (!isName) return at;
            var end = text[at..].IndexOf('}');
            if (end < 0) return -1;
            at += end + 1;
        }
    }

    private static bool IsEscape(ReadOnlySpan<char> text, int at)
    {
        var first = at;
        while (first >= 0 && text[first] == '\\') first--;
        return (at - first) % 2 == 1;
    }

    private void ParseField(StringParts parts, bool isRaw, bool isTemplate)
    {
        var start = Start;
        if (!Enter()) return;
        Advance();
        var textStart = lastEnd;
        var value = ParseValue();
        var valueEnd = lastEnd;
        var isDebug = Accept(TokenKind.Equal);
        var conversion = kind == TokenKind.Exclamation ? ParseConversion() : FormatConversion.None;
        var debugEnd = conversionAt >= 0 && conversion != FormatConversion.None ? conversionAt : Start;
        var specification = kind == TokenKind.Colon ? ParseSpecification(isRaw) : null;
        Expect(TokenKind.RightBrace, "'}' at the end of the field");
        depth--;
        if (isLost) return;
        if (isDebug) parts.AddText(Normalized(textStart, debugEnd), isRaw: true, TextSpan.FromBounds(textStart, debugEnd));
        if (isDebug && conversion == FormatConversion.None && specification is null) conversion = FormatConversion.Repr;
        parts.AddField(isTemplate
            ? new Interpolation(From(start)) { Value = value, Text = Normalized(textStart, valueEnd), Conversion = conversion, FormatSpec = specification }
            : new FormattedValue(From(start), value, conversion, specification));
    }

    private int conversionAt;

    private FormatConversion ParseConversion()
    {
        conversionAt = Start;
        Advance();
        if (Start != lastEnd) Lose("conversion type must come right after the exclamation mark");
        var name = ParseName("a conversion, 's', 'r' or 'a',");
        switch (name)
        {
            case "s":
                return FormatConversion.Str;
            case "r":
                return FormatConversion.Repr;
            case "a":
                return FormatConversion.Ascii;
            default:
                Lose($"invalid conversion '{name}': expected 's', 'r' or 'a'");
                return FormatConversion.None;
        }
    }

    private JoinedStr ParseSpecification(bool isRaw)
    {
        var start = Start;
        Advance();
        var parts = new StringParts(expressions);
        ParseFormatParts(parts, isRaw, isTemplate: false, inSpecification: true);
        return parts.FinishSpecification(From(start));
    }

    /// <summary>The text of a field without its comments, as CPython keeps it.</summary>
    private string Normalized(int start, int end)
    {
        var part = text[start..end];
        foreach (var comment in list.CommentsFrom(start))
        {
            if (comment.End <= end) part = part.Remove(comment.Start - start, comment.Length);
        }

        return part.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
    }
}
