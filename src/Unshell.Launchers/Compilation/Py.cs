using System.Collections.Immutable;
using Unshell.Launchers.Code;

namespace Unshell.Launchers.Compilation;

/// <summary>Short ways to write Python.</summary>
internal static class Py
{
    public static readonly PythonExpression True = new PythonExpression.Constant("True");
    public static readonly PythonExpression False = new PythonExpression.Constant("False");
    public static readonly PythonExpression Environment = Name("os.environ");

    public static PythonExpression Name(string identifier) => new PythonExpression.Name(identifier);

    public static PythonExpression Text(string value) => new PythonExpression.Text(value);

    public static PythonExpression Number(long value) => new PythonExpression.Number(value);

    public static PythonExpression Call(string function, params ReadOnlySpan<PythonExpression> arguments) => Call(Name(function), arguments);

    public static PythonExpression Call(PythonExpression function, params ReadOnlySpan<PythonExpression> arguments)
    {
        var list = ImmutableArray.CreateBuilder<PythonArgument>();
        foreach (var argument in arguments) list.Add(new PythonArgument(null, argument));
        return new PythonExpression.Call(function, list.ToImmutable());
    }

    public static PythonExpression Call(string function, IEnumerable<PythonExpression> arguments) => Call(function, [.. arguments]);

    /// <summary>The same call with one more argument, by keyword.</summary>
    public static PythonExpression With(PythonExpression call, string keyword, PythonExpression value) =>
        call is PythonExpression.Call inner
            ? inner with { Arguments = inner.Arguments.Add(new PythonArgument(keyword, value)) }
            : throw new InvalidOperationException("internal error: a keyword for what is no call");

    public static PythonExpression Method(PythonExpression target, string name, params ReadOnlySpan<PythonExpression> arguments) =>
        Call(new PythonExpression.Attribute(target, name), arguments);

    public static PythonExpression Item(PythonExpression target, PythonExpression index) => new PythonExpression.Subscript(target, index);

    public static PythonExpression List(IEnumerable<PythonExpression> items) => new PythonExpression.List([.. items]);

    public static PythonExpression Tuple(params ReadOnlySpan<PythonExpression> items) => new PythonExpression.Tuple([.. items]);

    public static PythonExpression Starred(PythonExpression inner) => new PythonExpression.Starred(inner);

    public static PythonExpression Binary(PythonExpression left, string symbol, PythonExpression right) =>
        new PythonExpression.Binary(left, symbol, right);

    public static PythonExpression Lambda(PythonExpression body) => body is PythonExpression.Call { Arguments: [] } call
        ? call.Function
        : new PythonExpression.Lambda([], body);

    public static PythonExpression If(PythonExpression test, PythonExpression then, PythonExpression otherwise) =>
        new PythonExpression.Conditional(test, then, otherwise);

    /// <summary>The opposite of a condition, with comparisons turned round.</summary>
    public static PythonExpression Not(PythonExpression condition) => condition switch
    {
        PythonExpression.Unary { Operator: "not" } inner => inner.Operand,
        PythonExpression.Binary { Operator: "==" } equal => equal with { Operator = "!=" },
        PythonExpression.Binary { Operator: "!=" } unequal => unequal with { Operator = "==" },
        PythonExpression.Binary { Operator: "in" } inside => inside with { Operator = "not in" },
        PythonExpression.Binary { Operator: "not in" } outside => outside with { Operator = "in" },
        PythonExpression.Binary { Operator: "is" } same => same with { Operator = "is not" },
        PythonExpression.Binary { Operator: "<" } less => less with { Operator = ">=" },
        PythonExpression.Binary { Operator: ">=" } notLess => notLess with { Operator = "<" },
        PythonExpression.Binary { Operator: ">" } more => more with { Operator = "<=" },
        PythonExpression.Binary { Operator: "<=" } notMore => notMore with { Operator = ">" },
        PythonExpression.Constant { Word: "True" } => False,
        PythonExpression.Constant { Word: "False" } => True,
        _ => new PythonExpression.Unary("not", condition),
    };

    public static PythonExpression And(PythonExpression left, PythonExpression right) => Logical("and", left, right);

    public static PythonExpression Or(PythonExpression left, PythonExpression right) => Logical("or", left, right);

    /// <summary>Texts and expressions as one string: a literal, a name, or an f-string.</summary>
    public static PythonExpression Join(IEnumerable<PythonExpression> parts)
    {
        var joined = new List<PythonExpression>();
        foreach (var part in parts)
        {
            if (part is PythonExpression.Text { Value: "" }) continue;
            if (part is PythonExpression.Formatted inner)
            {
                // Its ends may join their neighbours.
                joined.AddRange(inner.Parts);
                continue;
            }

            if (part is PythonExpression.Text text && joined.Count > 0 && joined[^1] is PythonExpression.Text before)
                joined[^1] = Text(before.Value + text.Value);
            else joined.Add(part);
        }

        return joined.Count switch
        {
            0 => Text(""),
            1 => joined[0],
            _ => new PythonExpression.Formatted([.. joined.Select(WithoutStr)]),
        };
    }

    /// <summary>A field of an f-string is made a text anyway.</summary>
    private static PythonExpression WithoutStr(PythonExpression part) =>
        part is PythonExpression.Call { Function: PythonExpression.Name { Identifier: "str" }, Arguments: [{ Value: var value }] } ? value : part;

    public static PythonStatement Do(PythonExpression expression) => new PythonStatement.Evaluate(expression);

    public static PythonStatement Assign(PythonExpression target, PythonExpression value) => new PythonStatement.Assign(target, "=", value);

    public static PythonStatement Return(PythonExpression? value) => new PythonStatement.Return(value);

    public static PythonStatement When(PythonExpression test, PythonBlock body, PythonBlock? otherwise = null) =>
        new PythonStatement.If([(test, body)], otherwise);

    public static PythonBlock Block(params ReadOnlySpan<PythonStatement> statements) => new([.. statements]);

    private static PythonExpression.Logical Logical(string symbol, PythonExpression left, PythonExpression right)
    {
        var operands = ImmutableArray.CreateBuilder<PythonExpression>();
        if (left is PythonExpression.Logical inner && inner.Operator == symbol) operands.AddRange(inner.Operands);
        else operands.Add(left);
        if (right is PythonExpression.Logical last && last.Operator == symbol) operands.AddRange(last.Operands);
        else operands.Add(right);
        return new PythonExpression.Logical(symbol, operands.ToImmutable());
    }
}
