using Unshell.Text;

namespace Unshell.Python.Requirements.Formats;

/// <summary>
/// Lines of a requirements file as pip joins them: a backslash at the end goes on in the next line, a comment ends the joining.
/// Source: pip's documentation, Requirements File Format.
/// </summary>
internal static class LogicalLines
{
    /// <summary>The lines without comments and outer blanks; empty ones are left out.</summary>
    public static IEnumerable<MappedText> Of(SourceText source)
    {
        var builder = new MappedText.Builder();
        for (var number = 1; number <= source.Lines.Count; number++)
        {
            var start = source.Lines.StartOf(number);
            var end = number < source.Lines.Count ? source.Lines.StartOf(number + 1) : source.Length;
            if (number == 1 && source.Content.StartsWith('\uFEFF')) start++;
            var text = source.Content.AsSpan(start, end - start).TrimEnd("\r\n");
            var isComment = text.TrimStart() is ['#', ..];
            if (!isComment && text is [.., '\\'])
            {
                builder.Append(text[..^1], start);
                continue;
            }

            builder.Append(text, start);
            if (Trimmed(builder.Build(start + text.Length)) is { Content.Length: > 0 } line) yield return line;
            builder = new MappedText.Builder();
        }

        if (Trimmed(builder.Build(source.Length)) is { Content.Length: > 0 } last) yield return last;
    }

    private static MappedText Trimmed(MappedText line)
    {
        var text = line.Content;
        var end = text.Length;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '#' || (at > 0 && !char.IsWhiteSpace(text[at - 1]))) continue;
            end = at;
            break;
        }

        while (end > 0 && char.IsWhiteSpace(text[end - 1])) end--;
        var start = 0;
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        return line.Slice(TextSpan.FromBounds(start, end));
    }
}
