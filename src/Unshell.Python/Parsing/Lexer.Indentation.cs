using Unshell.Text;

namespace Unshell.Python.Parsing;

/// <summary>Indentation: columns with tabs to the next multiple of 8, and once more with tabs of 1, so that a mix shows.</summary>
internal sealed partial class Lexer
{
    /// <summary>CPython's <c>MAXINDENT</c>.</summary>
    private const int DeepestIndentation = 100;

    private readonly List<(int Column, int Narrow)> indents = [(0, 0)];

    /// <summary>Passes over empty lines up to the first token, and says what its indentation means.</summary>
    private void ReadIndentation()
    {
        while (true)
        {
            var start = at;
            var (column, narrow) = MeasureIndentation();
            if (at == text.Length) return;
            if (text[at] == '#') ReadComment();
            if (at == text.Length) return;
            if (text[at] is '\n' or '\r')
            {
                SkipLineEnd();
                continue;
            }

            Indent(start, column, narrow);
            return;
        }
    }

    private (int Column, int Narrow) MeasureIndentation()
    {
        var (column, narrow) = (0, 0);
        (int, int)? continued = null;
        for (; at < text.Length; at++)
        {
            switch (text[at])
            {
                case ' ':
                    column++;
                    narrow++;
                    break;
                case '\t':
                    column = ((column / 8) + 1) * 8;
                    narrow++;
                    break;
                case '\f':
                    (column, narrow) = (0, 0);
                    break;
                // The indentation of a continued line is that before its first backslash.
                case '\\' when Ahead(1) is '\n' or '\r':
                    if (column > 0) continued ??= (column, narrow);
                    ReadContinuation();
                    at--;
                    break;
                default:
                    return continued ?? (column, narrow);
            }
        }

        return (column, narrow);
    }

    private void Indent(int start, int column, int narrow)
    {
        var (top, narrowTop) = indents[^1];
        if (column > top)
        {
            if (indents.Count == DeepestIndentation)
            {
                tokens.Diagnostics.Add(new(DiagnosticSeverity.Error, TextSpan.FromBounds(start, at), "too many levels of indentation"));
                return;
            }

            if (narrow <= narrowTop) Mixed(start);
            indents.Add((column, narrow));
            tokens.Add(TokenKind.Indent, start, at);
            return;
        }

        while (column < indents[^1].Column)
        {
            indents.RemoveAt(indents.Count - 1);
            tokens.Add(TokenKind.Dedent, at, at);
        }

        if (column != indents[^1].Column)
            tokens.Diagnostics.Add(new(DiagnosticSeverity.Error, TextSpan.FromBounds(start, at), "unindent does not match any outer indentation level"));
        else if (narrow != indents[^1].Narrow)
            Mixed(start);
    }

    private void Mixed(int start) => tokens.Diagnostics.Add(
        new(DiagnosticSeverity.Error, TextSpan.FromBounds(start, at), "inconsistent use of tabs and spaces in indentation"));
}
