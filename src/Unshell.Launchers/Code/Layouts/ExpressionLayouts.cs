using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace Unshell.Launchers.Code.Layouts;

/// <summary>
/// Lays expressions out as ruff's formatter does. The tree has been made ready by <see cref="Parentheses.Add"/>.
/// </summary>
/// <param name="fieldQuote">The quotes around texts within a replacement field, or null outside of them.</param>
internal sealed partial class ExpressionLayouts(char? fieldQuote = null)
{
    /// <summary>An expression with nothing around it.</summary>
    public Layout Bare(PythonExpression expression) => Lay(expression, Nesting.Bare);

    private Layout Lay(PythonExpression expression, Nesting nesting) => expression switch
    {
        PythonExpression.Name name => Characters(name.Identifier),
        PythonExpression.Constant constant => Characters(constant.Word),
        PythonExpression.Number number => Characters(number.Value.ToString(CultureInfo.InvariantCulture)),
        PythonExpression.Text text => Characters(fieldQuote is { } quote ? PythonLiteral.Plain(text.Value, quote)! : PythonLiteral.Of(text.Value)),
        PythonExpression.Formatted formatted => Characters(FormattedLiteral.Print(formatted)),
        PythonExpression.Parenthesized parenthesized => nesting.Enclose("(", Lay(parenthesized.Inner, Nesting.Bracketed), ")"),
        PythonExpression.Attribute or PythonExpression.Call or PythonExpression.Subscript => Chain(expression, nesting),
        PythonExpression.Slice slice => Slice(slice, nesting),
        PythonExpression.List list => Collection("[", [.. list.Items.Select(item => Lay(item, Nesting.Bracketed))], "]", nesting),
        PythonExpression.Tuple tuple => Tuple(tuple, nesting),
        PythonExpression.Dictionary dictionary => Collection("{", [.. dictionary.Items.Select(Entry)], "}", nesting),
        PythonExpression.Starred starred => Sequence(Characters("*"), Lay(starred.Inner, nesting)),
        PythonExpression.Unary unary => Sequence(Characters(unary.Operator == "not" ? "not " : unary.Operator), Lay(unary.Operand, nesting)),
        PythonExpression.Binary or PythonExpression.Logical => Operation(expression, nesting),
        PythonExpression.Conditional conditional => nesting.Group(Conditional(conditional, nesting)),
        PythonExpression.Lambda lambda => Lambda(lambda),
        PythonExpression.Comprehension comprehension => comprehension.IsList
            ? nesting.Enclose("[", Comprehension(comprehension), "]")
            : nesting.Enclose("(", Comprehension(comprehension), ")"),
        _ => throw new UnreachableException(),
    };

    private Layout.Sequence Conditional(PythonExpression.Conditional conditional, Nesting nesting) => Sequence(
        Lay(conditional.Then, nesting),
        nesting.Line(" "), Characters("if "), Lay(conditional.Test, nesting),
        nesting.Line(" "), Characters("else "), nesting.Group(Lay(conditional.Otherwise, nesting)));

    private Layout.Group Comprehension(PythonExpression.Comprehension comprehension)
    {
        var inside = Nesting.Bracketed;
        var parts = ImmutableArray.CreateBuilder<Layout>();
        parts.AddRange(
            new Layout.Group(Lay(comprehension.Item, inside)), Layout.SoftLineOrSpace,
            Characters($"for {comprehension.Variable} in "), Lay(comprehension.Source, inside));
        if (comprehension.Condition is not null)
            parts.AddRange(Layout.SoftLineOrSpace, Characters("if "), Lay(comprehension.Condition, inside));
        return new Layout.Group(new Layout.Sequence(parts.ToImmutable()));
    }

    private Layout.Sequence Lambda(PythonExpression.Lambda lambda)
    {
        var head = Characters(lambda.Parameters.IsEmpty ? "lambda: " : $"lambda {string.Join(", ", lambda.Parameters)}: ");
        var body = Lay(lambda.Body, Nesting.Bare);
        switch (OptionalParentheses.Need(lambda.Body))
        {
            case ParenthesesNeed.Never:
                return Sequence(head, body);
            case ParenthesesNeed.Fitting when lambda.Body is PythonExpression.Call or PythonExpression.Subscript or PythonExpression.Attribute:
                var enclosed = Sequence(
                    Characters("("), new Layout.Group(Sequence(new Layout.Indent(Sequence(Layout.SoftLine, body)), Layout.SoftLine), IsSplit: true),
                    Characters(")"));
                return Sequence(head, new Layout.BestOf([body, new Layout.Group(body, IsSplit: true), enclosed]));
            default:
                return Sequence(head, InOptionalParentheses(_ => Lay(lambda.Body, Nesting.Bracketed)));
        }
    }

    private Layout.Sequence Slice(PythonExpression.Slice slice, Nesting nesting)
    {
        var isSpaced = !IsSimpleBound(slice.First) || !IsSimpleBound(slice.Last);
        var first = slice.First is null ? Layout.Empty : Sequence(Lay(slice.First, nesting), Characters(isSpaced ? " " : ""));
        var last = slice.Last is null ? Layout.Empty : Sequence(Characters(isSpaced ? " " : ""), Lay(slice.Last, nesting));
        return Sequence(first, Characters(":"), last);
    }

    private static bool IsSimpleBound(PythonExpression? bound) => bound switch
    {
        null or PythonExpression.Number or PythonExpression.Text or PythonExpression.Constant => true,
        PythonExpression.Name name => !name.Identifier.Contains('.', StringComparison.Ordinal),
        PythonExpression.Unary unary => unary.Operator != "not" && IsSimpleBound(unary.Operand),
        _ => false,
    };

    private Layout Tuple(PythonExpression.Tuple tuple, Nesting nesting) => tuple.Items is [var only]
        ? nesting.Enclose("(", Sequence(Lay(only, Nesting.Bracketed), Characters(",")), ")")
        : Collection("(", [.. tuple.Items.Select(item => Lay(item, Nesting.Bracketed))], ")", nesting);

    private Layout Entry((PythonExpression? Key, PythonExpression Value) item) => new Layout.Group(item.Key is null
        ? Sequence(Characters("**"), Lay(item.Value, Nesting.Bracketed))
        : Sequence(Lay(item.Key, Nesting.Bracketed), Characters(": "), Lay(item.Value, Nesting.Bracketed)));

    private static Layout Collection(string opening, ImmutableArray<Layout> items, string closing, Nesting nesting) =>
        items.IsEmpty ? Characters(opening + closing) : nesting.Enclose(opening, Separated(items), closing);

    /// <summary>Items with commas, the last one with its own where they are split and there is more than one.</summary>
    private static Layout.Sequence Separated(ImmutableArray<Layout> items)
    {
        var parts = ImmutableArray.CreateBuilder<Layout>();
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0) parts.AddRange(Characters(","), Layout.SoftLineOrSpace);
            parts.Add(items[i]);
        }

        if (items.Length > 1) parts.Add(new Layout.IfSplit(Characters(",")));
        return new Layout.Sequence(parts.ToImmutable());
    }

    private static Layout.Characters Characters(string value) => new(value);

    private static Layout.Sequence Sequence(params ReadOnlySpan<Layout> items) => new([.. items]);
}
