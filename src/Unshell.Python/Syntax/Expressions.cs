using Unshell.Text;

namespace Unshell.Python.Syntax;

/// <summary>A name.</summary>
/// <param name="Span">The identifier.</param>
/// <param name="Id">The identifier in Unicode's normal form KC, as Python compares names.</param>
public sealed record Name(TextSpan Span, string Id) : Expression(Span)
{
    /// <summary>Whether it is read, bound or deleted.</summary>
    public ExpressionContext Context { get; internal set; }

    internal override void AddChildrenTo(List<PythonNode> children)
    {
    }
}

/// <summary><c>value.attribute</c> (<c>ast.Attribute</c>).</summary>
/// <param name="Span">The whole chain up to the attribute.</param>
/// <param name="Value">What stands left of the dot.</param>
/// <param name="Attribute">The name behind the dot (<c>attr</c>), which ends the span.</param>
public sealed record AttributeRef(TextSpan Span, Expression Value, string Attribute) : Expression(Span)
{
    /// <summary>Whether it is read, bound or deleted.</summary>
    public ExpressionContext Context { get; internal set; }

    internal override void AddChildrenTo(List<PythonNode> children) => children.Add(Value);
}

/// <summary><c>value[index]</c>.</summary>
/// <param name="Span">With the brackets.</param>
/// <param name="Value">What is indexed.</param>
/// <param name="Index">What stands in the brackets (<c>slice</c>): any expression, a <see cref="Slice"/>, or a tuple of these.</param>
public sealed record Subscript(TextSpan Span, Expression Value, Expression Index) : Expression(Span)
{
    /// <summary>Whether it is read, bound or deleted.</summary>
    public ExpressionContext Context { get; internal set; }

    internal override void AddChildrenTo(List<PythonNode> children)
    {
        children.Add(Value);
        children.Add(Index);
    }
}

/// <summary><c>lower:upper:step</c> in brackets; each may be missing.</summary>
public sealed record Slice(TextSpan Span, Expression? Lower, Expression? Upper, Expression? Step) : Expression(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
        Add(children, Lower);
        Add(children, Upper);
        Add(children, Step);
    }
}

/// <summary><c>*value</c> as an element, argument, target or index.</summary>
public sealed record Starred(TextSpan Span, Expression Value) : Expression(Span)
{
    /// <summary>Whether it stands among a call's arguments.</summary>
    internal bool IsArgument { get; init; }

    /// <summary>Whether it is read, bound or deleted.</summary>
    public ExpressionContext Context { get; internal set; }

    internal override void AddChildrenTo(List<PythonNode> children) => children.Add(Value);
}

/// <summary><c>target := value</c>.</summary>
public sealed record NamedExpr(TextSpan Span, Name Target, Expression Value) : Expression(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
        children.Add(Target);
        children.Add(Value);
    }
}

/// <summary><c>body if test else orElse</c>.</summary>
public sealed record IfExp(TextSpan Span, Expression Test, Expression Body, Expression OrElse) : Expression(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
        children.Add(Body);
        children.Add(Test);
        children.Add(OrElse);
    }
}

/// <summary><c>lambda parameters: body</c>.</summary>
public sealed record Lambda(TextSpan Span, Parameters Parameters, Expression Body) : Expression(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
        children.Add(Parameters);
        children.Add(Body);
    }
}

/// <summary><c>await value</c>.</summary>
public sealed record Await(TextSpan Span, Expression Value) : Expression(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children) => children.Add(Value);
}

/// <summary><c>yield value</c>; the value may be missing.</summary>
public sealed record Yield(TextSpan Span, Expression? Value) : Expression(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children) => Add(children, Value);
}

/// <summary><c>yield from value</c>.</summary>
public sealed record YieldFrom(TextSpan Span, Expression Value) : Expression(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children) => children.Add(Value);
}
