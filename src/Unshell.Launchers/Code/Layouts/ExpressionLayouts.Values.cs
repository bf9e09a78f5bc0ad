namespace Unshell.Launchers.Code.Layouts;

/// <summary>Expressions where a statement holds them.</summary>
internal sealed partial class ExpressionLayouts
{
    /// <summary>A condition, a returned or assigned value: parentheses come where they help.</summary>
    public Layout Value(PythonExpression expression)
    {
        switch (OptionalParentheses.Need(expression))
        {
            case ParenthesesNeed.Never:
                return Bare(expression);
            case ParenthesesNeed.Fitting:
                var key = new GroupKey();
                return new Layout.ParenthesizeToFit(Lay(expression, Nesting.Within(key)), key);
            default:
                return Splitting(expression, Layout.Empty);
        }
    }

    /// <summary>An expression as a statement: only sums and the like get parentheses, to be split at their operators.</summary>
    public Layout Effect(PythonExpression expression) =>
        expression is PythonExpression.Binary { Operator: "+" or "-" or "|" or "^" or "<<" or ">>" } ? Value(expression) : Bare(expression);

    /// <summary>The value of <c>raise</c>: parentheses come only to split at operators.</summary>
    public Layout Raised(PythonExpression expression) =>
        OptionalParentheses.Need(expression) == ParenthesesNeed.Splitting ? Value(expression) : Bare(expression);

    /// <summary>A context manager and the name it is bound to.</summary>
    public Layout Context(PythonExpression context, string? variable) => variable is null
        ? Value(context)
        : Splitting(context, Characters(" as " + variable));

    /// <summary>The head of a <c>for</c> loop.</summary>
    public Layout Loop(string variable, PythonExpression source) => Sequence(
        Characters("for "), new Layout.ParenthesizeToFit(Characters(variable), new GroupKey()), Characters(" in "), Value(source), Characters(":"));

    /// <summary>An assignment.</summary>
    public Layout Assignment(PythonExpression target, string operation, PythonExpression value)
    {
        var left = Assigned(target);
        var sign = Characters($" {operation} ");
        if (!OptionalParentheses.HasBrackets(target) || OptionalParentheses.Need(value) != ParenthesesNeed.Fitting || value is PythonExpression.Unary)
            return Sequence(left, sign, Value(value));
        var right = Bare(value);
        var flat = Sequence(left, sign, right);
        var splitValue = Sequence(left, sign, new Layout.Group(right, IsSplit: true));
        var enclosed = Sequence(
            left, sign, Characters("("),
            new Layout.Group(Sequence(new Layout.Indent(Sequence(Layout.SoftLine, right)), Layout.SoftLine), IsSplit: true),
            Characters(")"));
        var splitTarget = Sequence(new Layout.Group(left, IsSplit: true), sign, right);
        return value is PythonExpression.Call or PythonExpression.Subscript or PythonExpression.Attribute
            ? new Layout.BestOf([flat, splitValue, enclosed, splitTarget])
            : new Layout.BestOf([flat, enclosed, splitTarget]);
    }

    /// <summary>The parameters of a function, in their parentheses.</summary>
    public static Layout Parameters(IEnumerable<string> parameters)
    {
        var items = parameters.Select(Layout (parameter) => Characters(parameter)).ToList();
        return items.Count switch
        {
            0 => Characters("()"),
            1 => Nesting.Bare.Enclose("(", Sequence(items[0], new Layout.IfSplit(Characters(","))), ")"),
            _ => Nesting.Bare.Enclose("(", new Layout.Group(Separated([.. items])), ")"),
        };
    }

    private Layout Assigned(PythonExpression target)
    {
        if (target is not PythonExpression.Tuple tuple) return Bare(target);
        var items = tuple.Items.Select(item => Lay(item, Nesting.Bracketed)).ToList();
        return InOptionalParentheses(_ => items.Count == 1 ? Sequence(items[0], Characters(",")) : Separated([.. items]));
    }

    private Layout.Group Splitting(PythonExpression expression, Layout behind) => OptionalParentheses.CanBeLeftOut(expression)
        ? InOptionalParentheses(key => Sequence(Lay(expression, Nesting.Within(key)), behind))
        : InOptionalParentheses(_ => Sequence(Lay(expression, Nesting.Bracketed), behind));

    private static Layout.Group InOptionalParentheses(Func<GroupKey, Layout> content)
    {
        var key = new GroupKey();
        return new Layout.Group(
            Sequence(
                new Layout.IfSplit(Characters("(")),
                new Layout.IndentIfSplit(Sequence(Layout.SoftLine, content(key)), key),
                Layout.SoftLine,
                new Layout.IfSplit(Characters(")"))),
            key);
    }
}
