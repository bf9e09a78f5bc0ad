using System.Globalization;

namespace Unshell.Python.Unicode;

/// <summary>A set of code points as ranges in order.</summary>
internal sealed class CodePointRanges(int[] firsts, int[] lasts)
{
    /// <summary>Reads <c>20-7E A1</c>.</summary>
    public static CodePointRanges Parse(ReadOnlySpan<char> text)
    {
        var firsts = new List<int>();
        var lasts = new List<int>();
        foreach (var part in text.Split(' '))
        {
            var range = text[part];
            var dash = range.IndexOf('-');
            firsts.Add(ParseHex(dash < 0 ? range : range[..dash]));
            lasts.Add(ParseHex(range[(dash + 1)..]));
        }

        return new CodePointRanges([.. firsts], [.. lasts]);
    }

    /// <summary>Whether a code point is in the set.</summary>
    public bool Contains(int point)
    {
        var found = Array.BinarySearch(firsts, point);
        return found >= 0 || (~found > 0 && point <= lasts[~found - 1]);
    }

    private static int ParseHex(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
