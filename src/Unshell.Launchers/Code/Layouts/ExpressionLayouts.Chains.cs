namespace Unshell.Launchers.Code.Layouts;

/// <summary>Members, calls and subscripts, one behind another.</summary>
internal sealed partial class ExpressionLayouts
{
    private Layout Chain(PythonExpression root, Nesting nesting)
    {
        var isFluent = nesting != Nesting.Bare && OptionalParentheses.IsFluent(root);
        var layout = Link(root, nesting, isFluent);
        return isFluent ? new Layout.Group(layout) : layout;
    }

    private Layout.Sequence Link(PythonExpression link, Nesting nesting, bool isFluent)
    {
        switch (link)
        {
            case PythonExpression.Attribute attribute:
                var breaks = isFluent && attribute.Target is PythonExpression.Call or PythonExpression.Subscript or PythonExpression.Parenthesized;
                return Sequence(
                    Target(attribute.Target, nesting, isFluent), isFluent && breaks ? Layout.SoftLine : Layout.Empty, Characters("." + attribute.Member));
            case PythonExpression.Subscript subscript:
                return Sequence(
                    Target(subscript.Target, nesting, isFluent), nesting.Enclose("[", Lay(subscript.Index, Nesting.Bracketed), "]"));
            default:
                var call = (PythonExpression.Call)link;
                return Sequence(Target(call.Function, nesting, isFluent), Arguments(call, nesting));
        }
    }

    private Layout Target(PythonExpression target, Nesting nesting, bool isFluent) =>
        target is PythonExpression.Attribute or PythonExpression.Call or PythonExpression.Subscript
            ? Link(target, nesting, isFluent)
            : Lay(target, nesting);

    private Layout Arguments(PythonExpression.Call call, Nesting nesting)
    {
        if (call.Arguments.IsEmpty) return Characters("()");
        var arguments = call.Arguments is [{ Keyword: null, Value: PythonExpression.Comprehension { IsList: false } only }]
            ? Comprehension(only)
            : new Layout.Group(Separated([.. call.Arguments.Select(Argument)]));
        return nesting.Enclose("(", arguments, ")");
    }

    private Layout Argument(PythonArgument argument) => argument.Keyword is null
        ? Lay(argument.Value, Nesting.Bracketed)
        : new Layout.Group(Sequence(
            Characters(argument.Keyword == "**" ? "**" : argument.Keyword + "="), Lay(argument.Value, Nesting.Bracketed)));
}
