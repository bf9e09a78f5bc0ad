using System.Text;

namespace Unshell.Python.Printing;

/// <summary>Lines from 1 and columns in bytes of UTF-8 from 0, as <c>ast</c> counts them. A lone <c>\r</c> ends a line too.</summary>
internal sealed class SourcePositions
{
    private readonly string text;
    private readonly List<int> starts = [0];
    private readonly bool isAscii;
    private int lastLine;

    public SourcePositions(string text)
    {
        this.text = text;
        isAscii = Ascii.IsValid(text);
        // The byte-order mark is no part of the first line.
        if (text.StartsWith('\uFEFF')) starts[0] = 1;
        var at = 0;
        while (text.AsSpan(at).IndexOfAny('\n', '\r') is >= 0 and var length)
        {
            at += length + 1;
            if (text[at - 1] == '\r' && at < text.Length && text[at] == '\n') at++;
            starts.Add(at);
        }
    }

    public (int Line, int Column) Of(int offset)
    {
        var line = Find(offset);
        var start = Math.Min(starts[line], offset);
        var column = isAscii ? offset - start : Encoding.UTF8.GetByteCount(text.AsSpan(start, offset - start));
        return (line + 1, column);
    }

    // Most offsets lie on the line of the one before or on the next.
    private int Find(int offset)
    {
        if (!IsOn(lastLine, offset)) lastLine = IsOn(lastLine + 1, offset) ? lastLine + 1 : Search(offset);
        return lastLine;
    }

    private bool IsOn(int line, int offset) =>
        line < starts.Count && starts[line] <= offset && (line + 1 == starts.Count || offset < starts[line + 1]);

    private int Search(int offset)
    {
        var found = starts.BinarySearch(offset);
        return found >= 0 ? found : Math.Max(0, ~found - 1);
    }
}
