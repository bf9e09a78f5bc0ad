namespace Unshell.Launchers.Code.Layouts;

/// <summary>Whether what is to be printed fits on the line, up to the first line break after it.</summary>
internal sealed class LayoutMeasure(Dictionary<GroupKey, bool> splits, int width)
{
    private int column;

    /// <summary>Measures from a column on.</summary>
    public bool Fits(LayoutFrame? frames, int from)
    {
        column = from;
        while (frames is not null)
        {
            var (content, how, next) = frames;
            if (content is Layout.Line line)
            {
                if (!how.IsSplit) column += line.Flat.Length;
                else if (how.Measured == MeasuredLines.First) return true;
                else column = how.Indent;
                frames = next;
            }
            else
            {
                frames = content is null ? Close(how, next) : Open(content, how, next);
                if (content is Layout.Characters && column > width && how.Measured != MeasuredLines.AllButCharacters) return false;
            }
        }

        return true;
    }

    private LayoutFrame? Close(LayoutState how, LayoutFrame? next)
    {
        // The closing parenthesis stands on a line of its own, one level up.
        if (how.IsSplit) column = how.Indent + 1;
        return next;
    }

    private LayoutFrame? Open(Layout content, LayoutState how, LayoutFrame? next)
    {
        switch (content)
        {
            case Layout.Characters characters:
                column += TextWidth.Of(characters.Value);
                return next;
            case Layout.Sequence sequence:
                return LayoutFrame.Push(sequence, how, next);
            case Layout.Group group:
                return new LayoutFrame(group.Content, Enter(how, group.IsSplit, group.Key), next);
            case Layout.GroupIfSplit group:
                return new LayoutFrame(group.Content, how, next);
            case Layout.Indent indent:
                return new LayoutFrame(indent.Content, how.Deeper, next);
            case Layout.IndentIfSplit indent:
                return new LayoutFrame(indent.Content, splits[indent.Other] ? how.Deeper : how, next);
            case Layout.IfSplit conditional:
                return Is(conditional.Other, how) ? new LayoutFrame(conditional.Content, how, next) : next;
            case Layout.IfFlat conditional:
                return Is(conditional.Other, how) ? next : new LayoutFrame(conditional.Content, how, next);
            case Layout.FitsSplit fits:
                var asSplit = !how.IsSplit && !splits[fits.Other];
                return new LayoutFrame(fits.Content, asSplit ? how with { IsSplit = true, Measured = MeasuredLines.AllButCharacters } : how, next);
            case Layout.ParenthesizeToFit fit:
                splits[fit.Key] = how.IsSplit;
                return new LayoutFrame(fit.Content, how, next);
            case Layout.BestOf best:
                return new LayoutFrame(how.IsSplit ? best.Variants[^1] : best.Variants[0], how, next);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private LayoutState Enter(LayoutState how, bool isSplit, GroupKey? key)
    {
        var inside = how with { IsSplit = isSplit || how.IsSplit };
        if (key is not null) splits[key] = inside.IsSplit;
        return inside;
    }

    private bool Is(GroupKey? key, LayoutState how) => key is null ? how.IsSplit : splits[key];
}
