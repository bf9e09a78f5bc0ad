using System.Globalization;
using System.Text;

namespace Unshell.Launchers.Code;

/// <summary>Comments and docstrings whose text is not ours: it can neither end them nor mean something to a tool.</summary>
internal static class PythonComment
{
    /// <summary>The comment of one line of text, with its mark.</summary>
    public static string Of(string text)
    {
        var line = Visible(string.Join(' ', Lines(text))).Trim();
        // "fmt: off" would switch the formatter off, and "coding:" in a second line changes the file's encoding.
        if (line.StartsWith("fmt:", StringComparison.Ordinal) || line.StartsWith("yapf:", StringComparison.Ordinal)) line = "(" + line + ")";
        return line.Length == 0 ? "#" : "# " + line;
    }

    /// <summary>The lines of a text, by any character that some program takes for the end of one.</summary>
    public static string[] Lines(string text) => text.Split(["\r\n", "\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"], StringSplitOptions.None);

    /// <summary>A docstring with its quotes, its lines indented, and a line break behind it.</summary>
    public static string Docstring(string text, int indent)
    {
        var lines = Dedented([.. Lines(text).Select(line => Escape(line).TrimEnd())]);
        var blanks = new string(' ', indent);
        var closesBelow = lines.Count > 1;
        // A quote at the end would meet those that close it.
        if (!closesBelow && lines[0].EndsWith('"')) lines[0] += " ";
        var result = new StringBuilder(blanks).Append("\"\"\"").Append(lines[0].StartsWith('"') ? " " : "").Append(lines[0]);
        foreach (var line in lines.Skip(1)) result.Append('\n').Append(line.Length == 0 ? "" : blanks).Append(line);
        if (closesBelow) result.Append('\n').Append(blanks);
        return result.Append("\"\"\"\n").ToString();
    }

    /// <summary>Lines without empty ones at either end, and without the blanks that all but the first begin with.</summary>
    private static List<string> Dedented(List<string> lines)
    {
        while (lines.Count > 1 && lines[^1].Length == 0) lines.RemoveAt(lines.Count - 1);
        while (lines.Count > 1 && lines[0].Length == 0) lines.RemoveAt(0);
        var common = lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return [lines[0].TrimStart(), .. lines.Skip(1).Select(line => line.Length == 0 ? "" : line[common..])];
    }

    private static string Escape(string line) =>
        Visible(line).Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"\"\"", "\\\"\\\"\\\"", StringComparison.Ordinal);

    private static string Visible(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\t') result.Append(' ');
            else if (PythonLiteral.IsVisible(rune)) result.Append(rune.ToString());
            else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator) result.Append(' ');
            else result.Append('\uFFFD');
        }

        return result.ToString();
    }
}
