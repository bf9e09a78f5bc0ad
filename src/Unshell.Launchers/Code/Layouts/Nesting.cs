namespace Unshell.Launchers.Code.Layouts;

/// <summary>Where an expression stands, as far as that decides how it may be split.</summary>
internal abstract record Nesting
{
    private Nesting()
    {
    }

    /// <summary>In a statement, without parentheses around it: only brackets of its own can be split.</summary>
    public static Nesting Bare { get; } = new Statement();

    /// <summary>Between brackets.</summary>
    public static Nesting Bracketed { get; } = new Brackets();

    /// <summary>Between parentheses that are there only if the group is split.</summary>
    public static Nesting Within(GroupKey group) => new Optional(group);

    private sealed record Statement : Nesting;

    private sealed record Brackets : Nesting;

    /// <summary>See <see cref="Within"/>.</summary>
    public sealed record Optional(GroupKey Key) : Nesting;

    /// <summary>A group that is none without brackets around it.</summary>
    public Layout Group(Layout content) => this switch
    {
        Optional optional => new Layout.GroupIfSplit(content, optional.Key),
        Brackets => new Layout.Group(content),
        _ => content,
    };

    /// <summary>A line break in a split group, else text; never a line break without brackets around it.</summary>
    public Layout Line(string flat) => this switch
    {
        Optional optional => new Layout.Sequence(
        [
            new Layout.IfSplit(new Layout.Line(flat), optional.Key),
            new Layout.IfFlat(new Layout.Characters(flat), optional.Key),
        ]),
        Brackets => new Layout.Line(flat),
        _ => new Layout.Characters(flat),
    };

    /// <summary>Brackets with content that goes on lines of its own if it has to be split.</summary>
    public Layout Enclose(string opening, Layout content, string closing)
    {
        Layout inner = new Layout.Group(new Layout.Sequence(
        [
            new Layout.Indent(new Layout.Sequence([Layout.SoftLine, content])),
            Layout.SoftLine,
        ]));
        if (this is Optional optional) inner = new Layout.FitsSplit(inner, optional.Key);
        return new Layout.Sequence([new Layout.Characters(opening), inner, new Layout.Characters(closing)]);
    }
}
