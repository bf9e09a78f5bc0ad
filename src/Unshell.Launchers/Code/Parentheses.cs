namespace Unshell.Launchers.Code;

/// <summary>
/// Adds the parentheses that the meaning asks for, so that the printer need not think of precedence; and those that a reader
/// wants: around <c>and</c> within <c>or</c>, and around conditional expressions within others. F-strings that cannot be printed
/// become calls on the way.
/// </summary>
internal static class Parentheses
{
    /// <summary>The same expression with <see cref="PythonExpression.Parenthesized"/> where needed.</summary>
    public static PythonExpression Add(PythonExpression expression)
    {
        switch (expression)
        {
            case PythonExpression.Formatted formatted:
                return FormattedLiteral.Printable(formatted) is var printable && printable is PythonExpression.Call ? Add(printable) : printable;
            case PythonExpression.Attribute attribute:
                return attribute with { Target = Target(attribute.Target) };
            case PythonExpression.Subscript subscript:
                return new PythonExpression.Subscript(Target(subscript.Target), Add(subscript.Index));
            case PythonExpression.Slice slice:
                return new PythonExpression.Slice(Optional(slice.First), Optional(slice.Last));
            case PythonExpression.Call call:
                return new PythonExpression.Call(Target(call.Function), [.. call.Arguments.Select(a => a with { Value = Add(a.Value) })]);
            case PythonExpression.List list:
                return new PythonExpression.List([.. list.Items.Select(Add)]);
            case PythonExpression.Tuple tuple:
                return new PythonExpression.Tuple([.. tuple.Items.Select(Add)]);
            case PythonExpression.Dictionary dictionary:
                return new PythonExpression.Dictionary(
                    [.. dictionary.Items.Select(item => (Optional(item.Key), item.Key is null ? AtLeast(item.Value, Precedence.BitwiseOr) : Add(item.Value)))]);
            case PythonExpression.Starred starred:
                return new PythonExpression.Starred(AtLeast(starred.Inner, Precedence.BitwiseOr));
            case PythonExpression.Conditional conditional:
                return new PythonExpression.Conditional(
                    AtLeast(conditional.Test, Precedence.Or), AtLeast(conditional.Then, Precedence.Or), AtLeast(conditional.Otherwise, Precedence.Or));
            case PythonExpression.Lambda lambda:
                return lambda with { Body = Add(lambda.Body) };
            case PythonExpression.Comprehension comprehension:
                return new PythonExpression.Comprehension(
                    AtLeast(comprehension.Item, Precedence.Conditional), comprehension.Variable, AtLeast(comprehension.Source, Precedence.Or),
                    comprehension.Condition is null ? null : AtLeast(comprehension.Condition, Precedence.Or), comprehension.IsList);
            case PythonExpression.Parenthesized { Inner: PythonExpression.Parenthesized inner }:
                return Add(inner);
            case PythonExpression.Parenthesized parenthesized:
                return new PythonExpression.Parenthesized(Add(parenthesized.Inner));
            default:
                return Operands(expression);
        }
    }

    private static PythonExpression Operands(PythonExpression expression)
    {
        switch (expression)
        {
            case PythonExpression.Logical { Operands.Length: 1 } single:
                return Add(single.Operands[0]);
            case PythonExpression.Logical logical:
                var own = Precedences.Of(logical.Operator);
                return logical with { Operands = [.. Flat(logical).Select(operand => Operand(operand, own))] };
            case PythonExpression.Binary binary:
                var precedence = Precedences.Of(binary.Operator);
                var isPower = precedence == Precedence.Power;
                var left = isPower || precedence == Precedence.Comparison ? precedence + 1 : precedence;
                return binary with { Left = AtLeast(binary.Left, left), Right = AtLeast(binary.Right, isPower ? Precedence.Sign : precedence + 1) };
            case PythonExpression.Unary unary:
                // -a ** b is read as -(a ** b), and ruff says so.
                var isUnclear = Precedences.Of(unary.Operand) == Precedence.Power;
                return unary with { Operand = AtLeast(unary.Operand, isUnclear ? Precedence.Atom : Precedences.Of(unary)) };
            default:
                return expression;
        }
    }

    private static IEnumerable<PythonExpression> Flat(PythonExpression.Logical logical) =>
        logical.Operands.SelectMany(operand =>
            operand is PythonExpression.Logical inner && (inner.Operator == logical.Operator || inner.Operands.Length == 1) ? Flat(inner) : [operand]);

    private static PythonExpression Operand(PythonExpression operand, Precedence own)
    {
        var isMixed = operand is PythonExpression.Logical { Operands.Length: > 1 };
        return isMixed ? new PythonExpression.Parenthesized(Add(operand)) : AtLeast(operand, own + 1);
    }

    private static PythonExpression Target(PythonExpression target) =>
        // 1.real is no expression.
        target is PythonExpression.Number ? new PythonExpression.Parenthesized(target) : AtLeast(target, Precedence.Atom);

    private static PythonExpression? Optional(PythonExpression? expression) => expression is null ? null : Add(expression);

    private static PythonExpression AtLeast(PythonExpression expression, Precedence least)
    {
        while (expression is PythonExpression.Logical { Operands.Length: 1 } single) expression = single.Operands[0];
        var added = Add(expression);
        return Precedences.Of(expression) < least ? new PythonExpression.Parenthesized(added) : added;
    }
}
