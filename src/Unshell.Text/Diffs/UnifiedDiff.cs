using System.Collections.Immutable;
using System.Text;

namespace Unshell.Text.Diffs;

/// <summary>
/// Differences in the unified format of POSIX.1-2017 <c>diff -u</c>, with <c>a/</c> and <c>b/</c> before the paths as git
/// writes them: <c>patch -p1</c> and <c>git apply</c> take them.
/// </summary>
public static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The difference of one file; empty where nothing changes.</summary>
    /// <param name="path">Path relative to the repository.</param>
    /// <param name="before">The text before, or null for a new file.</param>
    /// <param name="after">The text after, or null for a file that goes.</param>
    public static string Of(string path, string? before, string? after)
    {
        var oldLines = Lines(before ?? "");
        var newLines = Lines(after ?? "");
        var changes = LineDiff.Between(oldLines, newLines);
        if (changes.IsEmpty) return "";
        var text = new StringBuilder();
        text.Append("--- ").Append(before is null ? "/dev/null" : Name("a/" + path)).Append('\n');
        text.Append("+++ ").Append(after is null ? "/dev/null" : Name("b/" + path)).Append('\n');
        for (var first = 0; first < changes.Length;)
        {
            var last = first;
            while (last + 1 < changes.Length && changes[last + 1].OldStart - End(changes[last]) <= 2 * Context) last++;
            AppendHunk(text, changes.AsSpan()[first..(last + 1)], oldLines, newLines);
            first = last + 1;
        }

        return text.ToString();
    }

    /// <summary>The lines, each with its newline; the last one may have none.</summary>
    private static ImmutableArray<string> Lines(string text)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at) is var newline && newline < 0 ? text.Length : newline + 1;
            lines.Add(text[at..end]);
            at = end;
        }

        return lines.ToImmutable();
    }

    private static int End(LineChange change) => change.OldStart + change.OldCount;

    private static void AppendHunk(StringBuilder text, ReadOnlySpan<LineChange> changes, ImmutableArray<string> before, ImmutableArray<string> after)
    {
        var (first, last) = (changes[0], changes[^1]);
        var lead = Math.Min(Context, first.OldStart);
        var tail = Math.Min(Context, before.Length - End(last));
        var oldStart = first.OldStart - lead;
        var newStart = first.NewStart - lead;
        var oldCount = End(last) + tail - oldStart;
        var newCount = last.NewStart + last.NewCount + tail - newStart;
        text.Append("@@ -").Append(Range(oldStart, oldCount)).Append(" +").Append(Range(newStart, newCount)).Append(" @@\n");
        var at = oldStart;
        foreach (var change in changes)
        {
            for (; at < change.OldStart; at++) AppendLine(text, ' ', before[at]);
            for (; at < End(change); at++) AppendLine(text, '-', before[at]);
            for (var line = 0; line < change.NewCount; line++) AppendLine(text, '+', after[change.NewStart + line]);
        }

        for (var end = at + tail; at < end; at++) AppendLine(text, ' ', before[at]);
    }

    // A range of no lines names the line before it, so that 0 stands for the start of the file.
    private static string Range(int start, int count) => count switch
    {
        0 => $"{start},0",
        1 => $"{start + 1}",
        _ => $"{start + 1},{count}",
    };

    private static void AppendLine(StringBuilder text, char mark, string line)
    {
        text.Append(mark).Append(line);
        if (!line.EndsWith('\n')) text.Append("\n\\ No newline at end of file\n");
    }

    /// <summary>
    /// A path as git writes it: quoted as in C where it holds quotes, backslashes or control characters; a tab marks its
    /// end where it holds blanks.
    /// </summary>
    private static string Name(string path)
    {
        if (!path.Any(character => char.IsControl(character) || character is '"' or '\\')) return path.Contains(' ', StringComparison.Ordinal) ? path + "\t" : path;
        var quoted = new StringBuilder("\"");
        foreach (var value in Encoding.UTF8.GetBytes(path))
        {
            if (value is (byte)'"' or (byte)'\\') quoted.Append('\\').Append((char)value);
            else if (value is < 0x20 or >= 0x7f) quoted.Append('\\').Append(Convert.ToString(value, 8).PadLeft(3, '0'));
            else quoted.Append((char)value);
        }

        return quoted.Append('"').ToString();
    }
}
