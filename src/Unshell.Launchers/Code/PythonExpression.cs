using System.Collections.Immutable;

namespace Unshell.Launchers.Code;

/// <summary>
/// An expression of a launcher. There is no node for raw text: what comes from a script is always a <see cref="Text"/>, so that it
/// cannot become code.
/// </summary>
internal abstract record PythonExpression
{
    private PythonExpression()
    {
    }

    /// <summary>A name, or names with dots: <c>os.environ</c>.</summary>
    public sealed record Name(string Identifier) : PythonExpression;

    /// <summary>A string literal of this value; lone surrogates stand for bytes that are no UTF-8 (Python's surrogateescape).</summary>
    public sealed record Text(string Value) : PythonExpression;

    /// <summary>An f-string of texts and expressions.</summary>
    public sealed record Formatted(ImmutableArray<PythonExpression> Parts) : PythonExpression;

    /// <summary>An integer.</summary>
    public sealed record Number(long Value) : PythonExpression;

    /// <summary><c>True</c>, <c>False</c>, <c>None</c>.</summary>
    public sealed record Constant(string Word) : PythonExpression;

    /// <summary><c>target.member</c>.</summary>
    public sealed record Attribute(PythonExpression Target, string Member) : PythonExpression;

    /// <summary><c>target[index]</c>.</summary>
    public sealed record Subscript(PythonExpression Target, PythonExpression Index) : PythonExpression;

    /// <summary><c>first:last</c> inside a subscript; null where a bound is missing.</summary>
    public sealed record Slice(PythonExpression? First, PythonExpression? Last) : PythonExpression;

    /// <summary><c>function(arguments)</c>.</summary>
    public sealed record Call(PythonExpression Function, ImmutableArray<PythonArgument> Arguments) : PythonExpression;

    /// <summary><c>[a, *b]</c>.</summary>
    public sealed record List(ImmutableArray<PythonExpression> Items) : PythonExpression;

    /// <summary><c>(a, b)</c>.</summary>
    public sealed record Tuple(ImmutableArray<PythonExpression> Items) : PythonExpression;

    /// <summary><c>{key: value, **rest}</c>; the key of <c>**rest</c> is null.</summary>
    public sealed record Dictionary(ImmutableArray<(PythonExpression? Key, PythonExpression Value)> Items) : PythonExpression;

    /// <summary><c>*inner</c> in a list or a call.</summary>
    public sealed record Starred(PythonExpression Inner) : PythonExpression;

    /// <summary>Two operands: arithmetic, comparison (also <c>in</c>, <c>not in</c>, <c>is</c>, <c>is not</c>).</summary>
    public sealed record Binary(PythonExpression Left, string Operator, PythonExpression Right) : PythonExpression;

    /// <summary><c>a and b and c</c>, or with <c>or</c>.</summary>
    public sealed record Logical(string Operator, ImmutableArray<PythonExpression> Operands) : PythonExpression;

    /// <summary><c>not a</c>, <c>-a</c>, <c>~a</c>.</summary>
    public sealed record Unary(string Operator, PythonExpression Operand) : PythonExpression;

    /// <summary><c>then if test else otherwise</c>.</summary>
    public sealed record Conditional(PythonExpression Test, PythonExpression Then, PythonExpression Otherwise) : PythonExpression;

    /// <summary><c>lambda parameters: body</c>.</summary>
    public sealed record Lambda(ImmutableArray<string> Parameters, PythonExpression Body) : PythonExpression;

    /// <summary><c>item for variable in source if condition</c>, in brackets, or bare as the only argument of a call.</summary>
    public sealed record Comprehension(PythonExpression Item, string Variable, PythonExpression Source, PythonExpression? Condition, bool IsList)
        : PythonExpression;

    /// <summary><c>(inner)</c>; the printer adds those that the meaning asks for.</summary>
    public sealed record Parenthesized(PythonExpression Inner) : PythonExpression;
}

/// <summary>An argument of a call; starred ones have a <see cref="PythonExpression.Starred"/> as their value.</summary>
internal sealed record PythonArgument(string? Keyword, PythonExpression Value);
