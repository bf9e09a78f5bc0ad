namespace Unshell.Launchers.Programs;

/// <summary>Formats with percent signs, such as those of date, stat and find.</summary>
internal static class Directives
{
    /// <summary>The first directive that is not known, or null.</summary>
    /// <param name="format">The format.</param>
    /// <param name="flags">What may stand between the percent sign and the letter, besides digits.</param>
    /// <param name="letters">The letters that are known.</param>
    public static string? Unknown(string format, string flags, string letters)
    {
        for (var at = 0; at < format.Length; at++)
        {
            if (format[at] != '%') continue;
            var end = at + 1;
            while (end < format.Length && (flags.Contains(format[end]) || char.IsAsciiDigit(format[end]))) end++;
            if (end < format.Length && !letters.Contains(format[end])) return format[at..(end + 1)];
            at = end;
        }

        return null;
    }
}
