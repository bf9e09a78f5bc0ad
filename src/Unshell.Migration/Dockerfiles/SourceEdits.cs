using Unshell.Dockerfiles.Syntax;
using Unshell.Text;

namespace Unshell.Migration.Dockerfiles;

/// <summary>
/// Edits of one file under construction. The same edits serve the text that stays and the text that moves to another stage,
/// so that a port changed in CMD is changed wherever CMD ends up.
/// </summary>
internal sealed class SourceEdits(SourceText source)
{
    private readonly List<TextEdit> edits = [];

    /// <summary>The file.</summary>
    public SourceText Source { get; } = source;

    /// <summary>The edits so far.</summary>
    public IReadOnlyList<TextEdit> All => edits;

    /// <summary>Replaces a span; a span inside one that is already replaced is covered by it and ignored.</summary>
    public void Replace(TextSpan span, string text)
    {
        if (edits.Any(edit => edit.Span.Contains(span) && !edit.Span.IsEmpty)) return;
        edits.RemoveAll(edit => !edit.Span.IsEmpty && span.Contains(edit.Span));
        edits.Add(new TextEdit(span, text));
    }

    /// <summary>Inserts before an offset, after what was inserted there before.</summary>
    public void Insert(int offset, string text)
    {
        if (text.Length > 0) edits.Add(TextEdit.Insert(offset, text));
    }

    /// <summary>Removes a span together with whatever was to change inside it.</summary>
    public void Remove(TextSpan span)
    {
        edits.RemoveAll(edit => span.Contains(edit.Span) && (!edit.Span.IsEmpty || (edit.Span.Start > span.Start && edit.Span.Start < span.End)));
        edits.Add(new TextEdit(span, ""));
    }

    /// <summary>Removes an instruction's own lines; comments above it stay.</summary>
    public void RemoveLines(InstructionSyntax instruction)
    {
        var start = instruction.Span.Start;
        while (start > instruction.FullSpan.Start && Source.Content[start - 1] is ' ' or '\t') start--;
        Remove(TextSpan.FromBounds(start, instruction.FullSpan.End));
    }

    /// <summary>The text of a span with the edits inside it applied; what is inserted at its edges stands beside it, not in it.</summary>
    public string TextOf(TextSpan span) => TextEdit.Apply(
        Source.TextOf(span),
        edits.Where(edit => edit.Span.IsEmpty ? span.Start < edit.Span.Start && edit.Span.Start < span.End : span.Contains(edit.Span)).Select(edit => edit with { Span = new TextSpan(edit.Span.Start - span.Start, edit.Span.Length) }));

    /// <summary>The whole text with every edit applied, without gaps where instructions were taken out.</summary>
    public string Apply() => BlankLines.Apply(Source.Content, edits);
}
