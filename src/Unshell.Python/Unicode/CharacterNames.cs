using System.Globalization;

namespace Unshell.Python.Unicode;

/// <summary>Unicode's names of characters with their aliases (16.0), for <c>\N{…}</c>.</summary>
internal static class CharacterNames
{
    private const string Ideograph = "CJK UNIFIED IDEOGRAPH-";
    private const string Syllable = "HANGUL SYLLABLE ";

    /// <summary>The longest that is looked for; names are shorter than 100.</summary>
    private const int Longest = 200;

    private static readonly string[] Leads = ["G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"];

    private static readonly string[] Vowels =
        ["A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I"];

    private static readonly string[] Tails =
    [
        "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T",
        "P", "H",
    ];

    private static readonly Lazy<string> Table = new(() => EmbeddedTable.ReadPacked("names.bin"));

    /// <summary>The code point of a name in any case, or null.</summary>
    public static int? Find(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name.Length > Longest || name.IndexOfAny('\n', ';') >= 0) return null;
        var upper = name.ToString().ToUpperInvariant();
        if (upper.StartsWith(Ideograph, StringComparison.Ordinal)) return FindIdeograph(upper.AsSpan(Ideograph.Length));
        if (upper.StartsWith(Syllable, StringComparison.Ordinal)) return FindSyllable(upper.AsSpan(Syllable.Length));
        return CodeBehind($"\n{upper};") is { IsEmpty: false } code ? ParseHex(code) : null;
    }

    private static ReadOnlySpan<char> CodeBehind(string key)
    {
        var at = Table.Value.IndexOf(key, StringComparison.Ordinal);
        if (at < 0) return default;
        var rest = Table.Value.AsSpan(at + key.Length);
        return rest[..rest.IndexOf('\n')];
    }

    private static int? FindIdeograph(ReadOnlySpan<char> digits)
    {
        if (digits.Length is not (4 or 5) || !int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var point)) return null;
        return CodePointRanges.Parse(CodeBehind($"\n{Ideograph};")).Contains(point) ? point : null;
    }

    // Each lead, vowel and tail has a number; the syllable's code point is made of them (Unicode 16.0, section 3.12).
    private static int? FindSyllable(ReadOnlySpan<char> name)
    {
        var lead = LongestPrefix(name, Leads);
        name = name[Leads[lead].Length..];
        var vowel = LongestPrefix(name, Vowels);
        if (vowel < 0) return null;
        name = name[Vowels[vowel].Length..];
        var tail = Array.IndexOf(Tails, name.ToString());
        return tail < 0 ? null : 0xAC00 + (((lead * Vowels.Length) + vowel) * Tails.Length) + tail;
    }

    private static int LongestPrefix(ReadOnlySpan<char> name, string[] parts)
    {
        var best = -1;
        for (var i = 0; i < parts.Length; i++)
        {
            if (name.StartsWith(parts[i]) && (best < 0 || parts[i].Length > parts[best].Length)) best = i;
        }

        return best;
    }

    private static int ParseHex(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
