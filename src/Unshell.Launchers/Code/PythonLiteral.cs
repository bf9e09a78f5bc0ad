using System.Globalization;
using System.Text;

namespace Unshell.Launchers.Code;

/// <summary>String literals in the spelling that ruff leaves alone; what cannot be seen is escaped, so that the value is exact.</summary>
internal static class PythonLiteral
{
    /// <summary>The literal of a value; a lone surrogate is written as its escape.</summary>
    public static string Of(string value)
    {
        var quote = Quote(value);
        return new StringBuilder().Append(quote).Append(Escape(value, quote)).Append(quote).ToString();
    }

    /// <summary>
    /// The literal between given quotes, or null where it would need a backslash or the quotes around it; for replacement fields
    /// before Python 3.12.
    /// </summary>
    public static string? Plain(string value, char quote)
    {
        if (value.AsSpan().ContainsAny('"', '\'')) return null;
        var escaped = Escape(value, quote);
        return escaped.Contains('\\', StringComparison.Ordinal) ? null : $"{quote}{escaped}{quote}";
    }

    /// <summary>Double quotes, unless they ask for more backslashes than single ones.</summary>
    public static char Quote(string value) => value.Count(c => c == '"') > value.Count(c => c == '\'') ? '\'' : '"';

    /// <summary>A value's characters between quotes.</summary>
    public static string Escape(string value, char quote)
    {
        var result = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length;)
        {
            if (Rune.TryGetRuneAt(value, i, out var rune))
            {
                Append(result, rune, quote);
                i += rune.Utf16SequenceLength;
            }
            else
            {
                result.Append(CultureInfo.InvariantCulture, $"\\u{(int)value[i++]:x4}");
            }
        }

        return result.ToString();
    }

    /// <summary>Whether a character is seen as itself: no control, no mark without width, no bidirectional override, no strange blank.</summary>
    public static bool IsVisible(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);

    private static void Append(StringBuilder result, Rune rune, char quote)
    {
        if (rune.Value == '\\') result.Append(@"\\");
        else if (rune.Value == quote) result.Append('\\').Append(quote);
        else if (rune.Value == '\n') result.Append(@"\n");
        else if (rune.Value == '\t') result.Append(@"\t");
        else if (rune.Value == '\r') result.Append(@"\r");
        else if (IsVisible(rune)) result.Append(rune.ToString());
        else if (rune.Value < 0x100) result.Append(CultureInfo.InvariantCulture, $"\\x{rune.Value:x2}");
        else if (rune.Value < 0x10000) result.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
        else result.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}");
    }
}
