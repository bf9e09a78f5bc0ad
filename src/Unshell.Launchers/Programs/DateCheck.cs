using System.Text.RegularExpressions;

namespace Unshell.Launchers.Programs;

/// <summary>Formats and inputs of <c>date</c>.</summary>
internal static partial class DateCheck
{
    /// <summary>Looks at the format and at the moment that is asked for.</summary>
    public static ProgramVerdict Of(ProgramWords words)
    {
        var format = words.Operands is [{ } operand, ..] ? operand : "+";
        if (!format.StartsWith('+')) return new ProgramVerdict.Refused("date: setting the clock needs the real program");
        return Directives.Unknown(format, "-_0^#:", "aAbBcCdDeFgGhHIjklmMnNpPqrRsStTuUVwWxXyYzZ%") is { } unknown
            ? new ProgramVerdict.Refused($"date: {unknown} needs the real program")
            : OfInput("date", words);
    }

    /// <summary>Looks at the moment behind <c>-d</c>.</summary>
    public static ProgramVerdict OfInput(string name, ProgramWords words) =>
        words.Values("date").FirstOrDefault(text => !Known().IsMatch(text)) is { } unknown
            ? new ProgramVerdict.Refused($"{name}: the date {unknown} needs the real program")
            : ProgramVerdict.Fine.Instance;

    /// <summary>What <c>date_moment</c> reads: seconds since 1970, or ISO dates and times, words and distances.</summary>
    [GeneratedRegex(
        """
        ^\s*(@-?\d+(\.\d+)?\s*|(
            \d{4}(?<mark>[-/]?)\d\d?\k<mark>\d\d?(?=[T\s]|$)
          | T?\d\d?:\d\d(:\d\d([.,]\d+)?)?(\s*(Z|UTC|GMT|[-+]\d\d(:?\d\d)?)(?!\s*[a-z\d])|(?!\s*[-+]))(?=\s|$)
          | (now|today|yesterday|tomorrow|utc|gmt)(?=\s|$)
          | [-+]?\s*(\d+|next|last|a)\s*(sec(ond)?|min(ute)?|hour|day|week|fortnight|month|year)s?(\s+ago)?(?=\s|$)
        )\s*)*$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Known();
}
