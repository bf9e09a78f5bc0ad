using Unshell.Launchers.Code.Layouts;

namespace Unshell.Launchers.Code;

/// <summary>Prints the expression of a replacement field in an f-string.</summary>
internal static class FieldPrinter
{
    /// <summary>The expression on one line with its texts between the given quotes; null where Python before 3.12 cannot read that.</summary>
    public static string? Print(PythonExpression expression, char quote)
    {
        if (!IsPossible(expression, quote)) return null;
        var layout = new ExpressionLayouts(quote).Bare(Parentheses.Add(expression));
        return LayoutWriter.Write(new Layout.Group(layout), 0, int.MaxValue);
    }

    private static bool IsPossible(PythonExpression expression, char quote) => expression switch
    {
        PythonExpression.Text text => PythonLiteral.Plain(text.Value, quote) is not null,
        PythonExpression.Formatted or PythonExpression.Lambda or PythonExpression.Starred or PythonExpression.Slice or PythonExpression.Comprehension => false,
        PythonExpression.Attribute attribute => IsPossible(attribute.Target, quote),
        PythonExpression.Subscript { Index: PythonExpression.Slice slice } subscript =>
            IsPossible(subscript.Target, quote) && (slice.First is null || IsPossible(slice.First, quote)) && (slice.Last is null || IsPossible(slice.Last, quote)),
        PythonExpression.Subscript subscript => IsPossible(subscript.Target, quote) && IsPossible(subscript.Index, quote),
        PythonExpression.Call call => IsPossible(call.Function, quote) && call.Arguments.All(argument => IsPossible(argument.Value, quote)),
        PythonExpression.List list => list.Items.All(item => IsPossible(item, quote)),
        PythonExpression.Tuple tuple => tuple.Items.All(item => IsPossible(item, quote)),
        PythonExpression.Dictionary dictionary => dictionary.Items.All(item =>
            (item.Key is null || IsPossible(item.Key, quote)) && IsPossible(item.Value, quote)),
        PythonExpression.Binary binary => IsPossible(binary.Left, quote) && IsPossible(binary.Right, quote),
        PythonExpression.Logical logical => logical.Operands.All(operand => IsPossible(operand, quote)),
        PythonExpression.Unary unary => IsPossible(unary.Operand, quote),
        PythonExpression.Conditional conditional =>
            IsPossible(conditional.Test, quote) && IsPossible(conditional.Then, quote) && IsPossible(conditional.Otherwise, quote),
        PythonExpression.Parenthesized parenthesized => IsPossible(parenthesized.Inner, quote),
        _ => true,
    };
}
