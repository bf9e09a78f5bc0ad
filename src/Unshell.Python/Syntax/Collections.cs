using System.Collections.Immutable;
using Unshell.Text;

namespace Unshell.Python.Syntax;

/// <summary><c>[a, b]</c>.</summary>
public sealed record List(TextSpan Span, ImmutableArray<Expression> Elements) : Expression(Span)
{
    /// <summary>Whether it is read, bound or deleted.</summary>
    public ExpressionContext Context { get; internal set; }

    internal override void AddChildrenTo(List<PythonNode> children) => Add(children, Elements);
}

/// <summary><c>a, b</c> or <c>(a, b)</c> (<c>ast.Tuple</c>); parentheses belong to its span.</summary>
public sealed record TupleExpr(TextSpan Span, ImmutableArray<Expression> Elements) : Expression(Span)
{
    /// <summary>Whether it is read, bound or deleted.</summary>
    public ExpressionContext Context { get; internal set; }

    internal override void AddChildrenTo(List<PythonNode> children) => Add(children, Elements);
}

/// <summary><c>{a, b}</c>.</summary>
public sealed record Set(TextSpan Span, ImmutableArray<Expression> Elements) : Expression(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children) => Add(children, Elements);
}

/// <summary><c>{key: value, **other}</c>.</summary>
/// <param name="Span">With the braces.</param>
/// <param name="Keys">The keys; null for <c>**other</c>.</param>
/// <param name="Values">A value for each key.</param>
public sealed record Dict(TextSpan Span, ImmutableArray<Expression?> Keys, ImmutableArray<Expression> Values) : Expression(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
        for (var i = 0; i < Keys.Length; i++)
        {
            Add(children, Keys[i]);
            children.Add(Values[i]);
        }
    }
}

/// <summary><c>[element for … in …]</c>.</summary>
public sealed record ListComp(TextSpan Span, Expression Element, ImmutableArray<Comprehension> Generators) : Expression(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
        children.Add(Element);
        Add(children, Generators);
    }
}

/// <summary><c>{element for … in …}</c>.</summary>
public sealed record SetComp(TextSpan Span, Expression Element, ImmutableArray<Comprehension> Generators) : Expression(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
        children.Add(Element);
        Add(children, Generators);
    }
}

/// <summary><c>{key: value for … in …}</c>.</summary>
public sealed record DictComp(TextSpan Span, Expression Key, Expression Value, ImmutableArray<Comprehension> Generators) : Expression(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
        children.Add(Key);
        children.Add(Value);
        Add(children, Generators);
    }
}

/// <summary><c>(element for … in …)</c>; the parentheses belong to its span, also where they are a call's.</summary>
public sealed record GeneratorExp(TextSpan Span, Expression Element, ImmutableArray<Comprehension> Generators) : Expression(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
        children.Add(Element);
        Add(children, Generators);
    }
}

/// <summary><c>for target in iterable if condition</c> of a comprehension.</summary>
/// <param name="Span">From <c>for</c> or <c>async</c> to the last condition.</param>
/// <param name="Target">What is bound.</param>
/// <param name="Iterable">What is iterated over (<c>iter</c>).</param>
/// <param name="Conditions">What stands behind each <c>if</c> (<c>ifs</c>).</param>
public sealed record Comprehension(TextSpan Span, Expression Target, Expression Iterable, ImmutableArray<Expression> Conditions) : PythonNode(Span)
{
    /// <summary>Whether it is <c>async for</c>.</summary>
    public bool IsAsync { get; init; }

    internal override void AddChildrenTo(List<PythonNode> children)
    {
        children.Add(Target);
        children.Add(Iterable);
        Add(children, Conditions);
    }
}
