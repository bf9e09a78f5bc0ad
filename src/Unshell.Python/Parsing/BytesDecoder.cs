using System.Globalization;

namespace Unshell.Python.Parsing;

/// <summary>Turns the text of bytes literals into their value.</summary>
internal static class BytesDecoder
{
    /// <summary>Adds the bytes of a literal's text; returns why it cannot, or null.</summary>
    public static string? Add(List<byte> value, ReadOnlySpan<char> text, bool isRaw)
    {
        if (!System.Text.Ascii.IsValid(text)) return "bytes can only contain ASCII literal characters";
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                value.Add((byte)'\n');
                if (i + 1 < text.Length && text[i + 1] == '\n') i++;
            }
            else if (c != '\\' || isRaw || i + 1 == text.Length)
            {
                value.Add((byte)c);
            }
            else
            {
                var length = AddEscape(value, text[(i + 1)..]);
                if (length == 0) return "invalid \\x escape";
                i += length;
            }
        }

        return null;
    }

    // Returns the length behind the backslash, 0 for an error.
    private static int AddEscape(List<byte> value, ReadOnlySpan<char> text)
    {
        switch (text[0])
        {
            case '\r':
                return text.Length > 1 && text[1] == '\n' ? 2 : 1;
            case '\n':
                return 1;
            case 'x':
                if (text.Length < 3 || !byte.TryParse(text.Slice(1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)) return 0;
                value.Add(code);
                return 3;
            case >= '0' and <= '7':
                var octal = StringDecoder.OctalLength(text);
                value.Add((byte)StringDecoder.Octal(text[..octal]));
                return octal;
            case var c when StringDecoder.Simple(c) is >= 0 and var simple:
                value.Add((byte)simple);
                return 1;
            default:
                value.Add((byte)'\\');
                value.Add((byte)text[0]);
                return 1;
        }
    }
}
