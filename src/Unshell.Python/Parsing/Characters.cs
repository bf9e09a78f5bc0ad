using System.Globalization;

namespace Unshell.Python.Parsing;

/// <summary>What a character can begin.</summary>
internal enum CharacterClass : byte
{
    Other,
    Blank,
    LineEnd,
    Comment,
    Backslash,
    Letter,

    /// <summary>A letter that may be a string's prefix.</summary>
    Prefix,
    Digit,
    Quote,
}

/// <summary>Classes of characters.</summary>
internal static class Characters
{
    /// <summary>The classes of ASCII.</summary>
    public static readonly CharacterClass[] Classes = Build();

    /// <summary>Whether an ASCII character may stand in a name.</summary>
    public static bool IsNamePart(char c) => c < 128 && Classes[c] is CharacterClass.Letter or CharacterClass.Prefix or CharacterClass.Digit;

    /// <summary>Whether a code point may begin a name: Unicode's <c>XID_Start</c>, or <c>_</c>.</summary>
    public static bool IsNameStart(int codePoint) => codePoint switch
    {
        '_' or 0x1885 or 0x1886 or 0x2118 or 0x212E => true,
        // Letters whose compatibility form is no name.
        0x037A or 0x0E33 or 0x0EB3 or 0x309B or 0x309C or (>= 0xFC5E and <= 0xFC63) or 0xFDFA or 0xFDFB or 0xFE70 or 0xFE72
            or 0xFE74 or 0xFE76 or 0xFE78 or 0xFE7A or 0xFE7C or 0xFE7E or 0xFF9E or 0xFF9F or 0x2E2F => false,
        _ => CharUnicodeInfo.GetUnicodeCategory(codePoint) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber,
    };

    /// <summary>Whether a code point may stand in a name: Unicode's <c>XID_Continue</c>.</summary>
    public static bool IsNameContinue(int codePoint) => codePoint switch
    {
        0x00B7 or 0x0387 or (>= 0x1369 and <= 0x1371) or 0x19DA or 0x0E33 or 0x0EB3 or 0xFF9E or 0xFF9F => true,
        0x037A or 0x309B or 0x309C or (>= 0xFC5E and <= 0xFC63) or 0xFDFA or 0xFDFB or 0xFE70 or 0xFE72
            or 0xFE74 or 0xFE76 or 0xFE78 or 0xFE7A or 0xFE7C or 0xFE7E or 0x2E2F => false,
        // Added by Unicode 15.1, Python 3.13.
        0x200C or 0x200D or 0x30FB or 0xFF65 => true,
        _ => IsNameStart(codePoint) || CharUnicodeInfo.GetUnicodeCategory(codePoint) is UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation,
    };

    private static CharacterClass[] Build()
    {
        var classes = new CharacterClass[128];
        for (var c = 'a'; c <= 'z'; c++) classes[c] = classes[char.ToUpperInvariant(c)] = CharacterClass.Letter;
        for (var c = '0'; c <= '9'; c++) classes[c] = CharacterClass.Digit;
        foreach (var c in "bBfFrRtTuU") classes[c] = CharacterClass.Prefix;
        foreach (var c in " \t\f") classes[c] = CharacterClass.Blank;
        foreach (var c in "\r\n") classes[c] = CharacterClass.LineEnd;
        foreach (var c in "'\"") classes[c] = CharacterClass.Quote;
        classes['_'] = CharacterClass.Letter;
        classes['#'] = CharacterClass.Comment;
        classes['\\'] = CharacterClass.Backslash;
        return classes;
    }
}
