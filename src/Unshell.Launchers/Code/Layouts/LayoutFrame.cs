namespace Unshell.Launchers.Code.Layouts;

/// <summary>What is still to be printed, as a list: a layout with how to print it, and all that follows.</summary>
/// <param name="Content">The layout; null for the closing parenthesis of <see cref="Layout.ParenthesizeToFit"/>.</param>
/// <param name="How">How.</param>
/// <param name="Next">What follows, or null.</param>
internal sealed record LayoutFrame(Layout? Content, LayoutState How, LayoutFrame? Next)
{
    /// <summary>Puts the items of a sequence in front of a list.</summary>
    public static LayoutFrame? Push(Layout.Sequence sequence, LayoutState how, LayoutFrame? next)
    {
        for (var i = sequence.Items.Length - 1; i >= 0; i--) next = new LayoutFrame(sequence.Items[i], how, next);
        return next;
    }
}

/// <summary>Which lines of a layout must fit when it is measured.</summary>
internal enum MeasuredLines
{
    /// <summary>The first: what follows a line break is not looked at.</summary>
    First,
    /// <summary>All of them.</summary>
    All,
    /// <summary>All that could be split further; characters may stand out, such as a long string.</summary>
    AllButCharacters,
}

/// <summary>How a layout is printed.</summary>
/// <param name="IsSplit">Whether its lines are line breaks.</param>
/// <param name="Indent">Blanks in front of a new line.</param>
/// <param name="Measured">Which lines must fit.</param>
internal readonly record struct LayoutState(bool IsSplit, int Indent, MeasuredLines Measured)
{
    /// <summary>Blanks per level.</summary>
    public const int Step = 4;

    /// <summary>The same, one level deeper.</summary>
    public LayoutState Deeper => this with { Indent = Indent + Step };
}
