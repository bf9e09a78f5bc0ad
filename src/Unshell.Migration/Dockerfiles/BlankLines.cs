using System.Text;
using Unshell.Text;

namespace Unshell.Migration.Dockerfiles;

/// <summary>Applies edits so that what they take out leaves no gap: two blank lines stand together only where they did before.</summary>
internal static class BlankLines
{
    /// <summary>The text with the edits applied.</summary>
    /// <param name="source">The text.</param>
    /// <param name="edits">As <see cref="TextEdit.Apply"/> takes them.</param>
    public static string Apply(string source, IReadOnlyList<TextEdit> edits)
    {
        var text = TextEdit.Apply(source, edits);
        var origins = Origins(source, edits, text.Length);
        var result = new StringBuilder(text.Length);
        var before = (IsBlank: false, End: -1);
        for (var start = 0; start < text.Length;)
        {
            var newLine = text.IndexOf('\n', start);
            var end = newLine < 0 ? text.Length : newLine + 1;
            var isBlank = newLine >= 0 && text.AsSpan(start, newLine - start).Trim(" \t\r").IsEmpty;
            var stoodTogether = before.End > 0 && origins[before.End - 1] >= 0 && origins[start] == origins[before.End - 1] + 1 && origins[end - 1] == origins[start] + (end - 1 - start);
            if (!isBlank || !before.IsBlank || stoodTogether)
            {
                result.Append(text, start, end - start);
                before = (isBlank, end);
            }

            start = end;
        }

        return result.ToString();
    }

    /// <summary>For each character of the result its offset in the source, or -1 for one that an edit brought.</summary>
    private static int[] Origins(string source, IReadOnlyList<TextEdit> edits, int length)
    {
        var origins = new int[length];
        var (at, written) = (0, 0);
        foreach (var edit in edits.OrderBy(edit => edit.Span.Start).ThenBy(edit => edit.Span.Length))
        {
            while (at < edit.Span.Start) origins[written++] = at++;
            for (var i = 0; i < edit.NewText.Length; i++) origins[written++] = -1;
            at = edit.Span.End;
        }

        while (at < source.Length) origins[written++] = at++;
        return origins;
    }
}
