using System.Diagnostics;
using System.Text;

namespace Unshell.Launchers.Code.Layouts;

/// <summary>Prints a layout, splitting what does not fit.</summary>
internal sealed class LayoutWriter
{
    private readonly Dictionary<GroupKey, bool> splits = [];
    private readonly StringBuilder output = new();
    private readonly LayoutMeasure measure;
    private int column;
    private bool isMeasured;

    private LayoutWriter(int width) => measure = new LayoutMeasure(splits, width);

    /// <summary>Prints a layout.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="indent">Blanks in front of its first line, and of every other.</param>
    /// <param name="width">Columns that a line may fill.</param>
    public static string Write(Layout layout, int indent, int width)
    {
        var writer = new LayoutWriter(width) { column = indent };
        writer.output.Append(' ', indent);
        LayoutFrame? frames = new(layout, new LayoutState(IsSplit: true, indent, Measured: MeasuredLines.First), null);
        while (frames is not null) frames = writer.Print(frames);
        return writer.output.ToString();
    }

    private LayoutFrame? Print(LayoutFrame frame)
    {
        var (content, how, next) = frame;
        switch (content)
        {
            case null:
                Close(how);
                return next;
            case Layout.Characters characters:
                Append(characters.Value);
                return next;
            case Layout.Line line:
                if (how.IsSplit) Break(how.Indent);
                else Append(line.Flat);
                return next;
            case Layout.Sequence sequence:
                return LayoutFrame.Push(sequence, how, next);
            case Layout.Group group:
                return PrintGroup(group.Content, group.IsSplit, group.Key, how, next);
            case Layout.GroupIfSplit group when splits[group.Other]:
                return PrintGroup(group.Content, false, null, how, next);
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
                // It was measured as if split; what is in it has to be measured again.
                if (!splits[fits.Other]) isMeasured = false;
                return new LayoutFrame(fits.Content, how, next);
            case Layout.ParenthesizeToFit fit:
                return PrintParenthesized(fit, how, next);
            case Layout.BestOf best:
                return PrintBest(best, how, next);
            default:
                throw new UnreachableException();
        }
    }

    private LayoutFrame PrintGroup(Layout content, bool isSplit, GroupKey? key, LayoutState how, LayoutFrame? next)
    {
        var splitsHere = isSplit || !FitsFlat(content, key, how, next);
        if (key is not null) splits[key] = splitsHere;
        return new LayoutFrame(content, how with { IsSplit = splitsHere }, next);
    }

    private bool FitsFlat(Layout content, GroupKey? key, LayoutState how, LayoutFrame? next)
    {
        if (!how.IsSplit && isMeasured) return true;
        isMeasured = true;
        if (key is not null) splits[key] = false;
        return measure.Fits(new LayoutFrame(content, how with { IsSplit = false }, next), column);
    }

    private LayoutFrame PrintParenthesized(Layout.ParenthesizeToFit fit, LayoutState how, LayoutFrame? next)
    {
        if (!FitsFlat(fit.Content, fit.Key, how, next))
        {
            splits[fit.Key] = true;
            var inside = how.Deeper with { IsSplit = true, Measured = MeasuredLines.All };
            var closing = new LayoutFrame(null, how with { IsSplit = true, Measured = MeasuredLines.All }, next);
            if (measure.Fits(new LayoutFrame(fit.Content, inside, closing), inside.Indent))
            {
                Append("(");
                Break(inside.Indent);
                return new LayoutFrame(fit.Content, inside with { Measured = how.Measured }, closing with { How = how with { IsSplit = true } });
            }
        }

        splits[fit.Key] = false;
        return new LayoutFrame(fit.Content, how with { IsSplit = false }, next);
    }

    private LayoutFrame PrintBest(Layout.BestOf best, LayoutState how, LayoutFrame? next)
    {
        if (!how.IsSplit && isMeasured) return new LayoutFrame(best.Variants[0], how, next);
        isMeasured = true;
        var measured = how with { IsSplit = false };
        foreach (var variant in best.Variants.AsSpan()[..^1])
        {
            if (measure.Fits(new LayoutFrame(variant, measured, next), column)) return new LayoutFrame(variant, measured, next);
        }

        return new LayoutFrame(best.Variants[^1], how with { IsSplit = true }, next);
    }

    private void Close(LayoutState how)
    {
        Break(how.Indent);
        Append(")");
    }

    private bool Is(GroupKey? key, LayoutState how) => key is null ? how.IsSplit : splits[key];

    private void Append(string text)
    {
        output.Append(text);
        column += TextWidth.Of(text);
    }

    private void Break(int indent)
    {
        output.Append('\n').Append(' ', indent);
        column = indent;
        // What fitted on the line before says nothing of this one.
        isMeasured = false;
    }
}
