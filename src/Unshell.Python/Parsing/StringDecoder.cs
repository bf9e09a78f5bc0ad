using System.Globalization;
using System.Text;
using Unshell.Python.Unicode;

namespace Unshell.Python.Parsing;

/// <summary>
/// Turns the text of literals into their value: escapes, line endings, doubled braces. Takes the parts of one value one after the other.
/// </summary>
internal sealed class StringDecoder
{
    private readonly StringBuilder value = new();
    private readonly List<int> keptApart = [];
    private bool endsInEscapedSurrogate;

    /// <summary>Number of UTF-16 code units so far.</summary>
    public int Length => value.Length;

    /// <summary>Why a part could not be decoded, or null.</summary>
    public string? Error { get; private set; }

    /// <summary>Forgets all parts.</summary>
    public void Clear()
    {
        value.Clear();
        keptApart.Clear();
        endsInEscapedSurrogate = false;
        Error = null;
    }

    /// <summary>The value of all parts.</summary>
    public override string ToString() => value.ToString();

    /// <summary>The value's code points where two escapes make a surrogate pair; else null.</summary>
    public int[]? CodePoints()
    {
        if (keptApart.Count == 0) return null;
        var points = new List<int>();
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]) && !keptApart.Contains(i + 1))
                points.Add(char.ConvertToUtf32(value[i], value[++i]));
            else
                points.Add(value[i]);
        }

        return [.. points];
    }

    /// <summary>Adds text as it is, with line endings as <c>\n</c>.</summary>
    public void AddRaw(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var at = text.IndexOf('\r');
            if (at < 0) break;
            value.Append(text[..at]).Append('\n');
            text = text[(at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : at + 1)..];
        }

        value.Append(text);
        endsInEscapedSurrogate = false;
    }

    /// <summary>Adds text with the escapes of a string.</summary>
    public void AddEscaped(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var at = text.IndexOf('\\');
            if (at < 0 || at + 1 == text.Length) break;
            if (at > 0) AddRaw(text[..at]);
            text = text[(at + 1)..];
            text = text[AddEscape(text)..];
        }

        if (!text.IsEmpty) AddRaw(text);
    }

    /// <summary>Adds what stands behind a backslash and returns its length.</summary>
    private int AddEscape(ReadOnlySpan<char> text)
    {
        switch (text[0])
        {
            case '\r':
                return text.Length > 1 && text[1] == '\n' ? 2 : 1;
            case '\n':
                return 1;
            case 'x':
                return AddCode(text, 2, "truncated \\xXX escape");
            case 'u':
                return AddCode(text, 4, "truncated \\uXXXX escape");
            case 'U':
                return AddCode(text, 8, "truncated \\UXXXXXXXX escape");
            case 'N':
                return AddNamed(text);
            case >= '0' and <= '7':
                var octal = OctalLength(text);
                AddPoint(Octal(text[..octal]));
                return octal;
            default:
                var simple = Simple(text[0]);
                if (simple < 0) value.Append('\\').Append(text[0]);
                else value.Append((char)simple);
                endsInEscapedSurrogate = false;
                return 1;
        }
    }

    private int AddCode(ReadOnlySpan<char> text, int digits, string message)
    {
        if (text.Length <= digits || !uint.TryParse(text.Slice(1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var point))
        {
            Error ??= message;
            return 1;
        }

        if (point > 0x10FFFF) Error ??= "illegal Unicode character";
        else AddPoint((int)point);
        return digits + 1;
    }

    private int AddNamed(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('}');
        if (text.Length < 3 || text[1] != '{' || end < 3)
        {
            Error ??= "malformed \\N character escape";
            return 1;
        }

        if (CharacterNames.Find(text[2..end]) is { } point) AddPoint(point);
        else Error ??= "unknown Unicode character name";
        return end + 1;
    }

    private void AddPoint(int point)
    {
        if (point > 0xFFFF)
        {
            value.Append(char.ConvertFromUtf32(point));
            endsInEscapedSurrogate = false;
            return;
        }

        var c = (char)point;
        if (char.IsLowSurrogate(c) && endsInEscapedSurrogate) keptApart.Add(value.Length);
        value.Append(c);
        endsInEscapedSurrogate = char.IsHighSurrogate(c);
    }

    /// <summary>The value of an escape of one character, -1 where it is none.</summary>
    public static int Simple(char c) => c switch
    {
        '\\' => '\\',
        '\'' => '\'',
        '"' => '"',
        'a' => 7,
        'b' => 8,
        'f' => 12,
        'n' => 10,
        'r' => 13,
        't' => 9,
        'v' => 11,
        _ => -1,
    };

    /// <summary>How many of the first three characters are octal digits.</summary>
    public static int OctalLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < 3 && length < text.Length && text[length] is >= '0' and <= '7') length++;
        return length;
    }

    /// <summary>The value of octal digits.</summary>
    public static int Octal(ReadOnlySpan<char> digits)
    {
        var octal = 0;
        foreach (var digit in digits) octal = (octal * 8) + digit - '0';
        return octal;
    }
}
