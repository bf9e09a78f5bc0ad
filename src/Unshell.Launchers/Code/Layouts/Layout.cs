using System.Collections.Immutable;

namespace Unshell.Launchers.Code.Layouts;

/// <summary>
/// Text with the places where it may be split, after Wadler and Oppen, with what ruff's formatter adds to that: groups that know of
/// one another, and content that may be measured as if it were split.
/// </summary>
internal abstract record Layout
{
    private Layout()
    {
    }

    /// <summary>Nothing.</summary>
    public static Layout Empty { get; } = new Sequence([]);

    /// <summary>A line break where the group is split; nothing else.</summary>
    public static Layout SoftLine { get; } = new Line("");

    /// <summary>A line break where the group is split; else a blank.</summary>
    public static Layout SoftLineOrSpace { get; } = new Line(" ");

    /// <summary>Characters without a line break.</summary>
    public sealed record Characters(string Value) : Layout;

    /// <summary>One after another.</summary>
    public sealed record Sequence(ImmutableArray<Layout> Items) : Layout;

    /// <summary>A line break where what surrounds it is split, else the text.</summary>
    public sealed record Line(string Flat) : Layout;

    /// <summary>Content that is split at all its own lines or at none.</summary>
    /// <param name="Content">The content.</param>
    /// <param name="Key">By which others ask whether it is split; or null.</param>
    /// <param name="IsSplit">Whether it is split even where it fits.</param>
    public sealed record Group(Layout Content, GroupKey? Key = null, bool IsSplit = false) : Layout;

    /// <summary>A group where the other group is split; else just the content.</summary>
    public sealed record GroupIfSplit(Layout Content, GroupKey Other) : Layout;

    /// <summary>Content one level deeper.</summary>
    public sealed record Indent(Layout Content) : Layout;

    /// <summary>Content one level deeper where the group is split.</summary>
    public sealed record IndentIfSplit(Layout Content, GroupKey Other) : Layout;

    /// <summary>Content that is there only if the group is split; without a key, the one around it.</summary>
    public sealed record IfSplit(Layout Content, GroupKey? Other = null) : Layout;

    /// <summary>Content that is there only if the group is not split.</summary>
    public sealed record IfFlat(Layout Content, GroupKey Other) : Layout;

    /// <summary>Content that fits if it does so when split, provided that the other group is not split.</summary>
    public sealed record FitsSplit(Layout Content, GroupKey Other) : Layout;

    /// <summary>Content in parentheses of its own lines if that, and only that, makes it fit.</summary>
    public sealed record ParenthesizeToFit(Layout Content, GroupKey Key) : Layout;

    /// <summary>The first that fits, or the last.</summary>
    public sealed record BestOf(ImmutableArray<Layout> Variants) : Layout;
}

/// <summary>By which a layout asks for the state of a group elsewhere; two are the same only if they are the same object.</summary>
internal sealed class GroupKey;
