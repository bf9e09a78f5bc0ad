using System.Collections.Immutable;
using Unshell.Text;

namespace Unshell.Services.Launching;

/// <summary>A shell text with words replaced before it is compiled, which still knows where its characters stood.</summary>
/// <param name="Text">The new text, under the same path.</param>
/// <param name="Edits">What was replaced, in order.</param>
internal sealed record EditedText(SourceText Text, ImmutableArray<TextEdit> Edits)
{
    public static EditedText Of(SourceText source, ImmutableArray<TextEdit> edits)
    {
        if (edits.IsEmpty) return new EditedText(source, []);
        // A call that is replaced as a whole covers what would change inside it.
        ImmutableArray<TextEdit> kept = [.. edits.Where(edit => !edits.Any(other => other != edit && other.Span.Contains(edit.Span) && other.Span != edit.Span)).Distinct().OrderBy(edit => edit.Span.Start)];
        return new EditedText(new SourceText(source.Path, TextEdit.Apply(source.Content, kept)), kept);
    }

    /// <summary>Where a span of the new text stood in the old one; inside a replacement, the whole of what was replaced.</summary>
    public TextSpan Original(TextSpan span) => Edits.IsEmpty ? span : TextSpan.FromBounds(Original(span.Start, false), Math.Max(Original(span.Start, false), Original(span.End, true)));

    private int Original(int offset, bool isEnd)
    {
        var shift = 0;
        foreach (var edit in Edits)
        {
            var start = edit.Span.Start + shift;
            if (offset < start || (isEnd && offset == start)) break;
            if (offset < start + edit.NewText.Length) return isEnd ? edit.Span.End : edit.Span.Start;
            shift += edit.NewText.Length - edit.Span.Length;
        }

        return offset - shift;
    }
}
