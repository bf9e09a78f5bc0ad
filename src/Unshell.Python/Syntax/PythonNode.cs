using System.Collections.Immutable;
using Unshell.Text;

namespace Unshell.Python.Syntax;

/// <summary>
/// Any node. Types, members and positions are those of CPython's <c>ast</c> module (https://docs.python.org/3/library/ast.html), with whole words for
/// members (<c>func</c> is <c>Function</c>, <c>orelse</c> is <c>OrElse</c>) and three other names where C# knows the word already:
/// <see cref="AttributeRef"/>, <see cref="TupleExpr"/> and <see cref="AssertStmt"/>.
/// </summary>
/// <param name="Span">Where it stands in the source; parentheses around an expression are not part of it, except a tuple's and a generator's.</param>
public abstract record PythonNode(TextSpan Span)
{
    /// <summary>Where it stands in the source.</summary>
    public TextSpan Span { get; internal set; } = Span;

    /// <summary>Adds the direct children in the order of the source.</summary>
    internal abstract void AddChildrenTo(List<PythonNode> children);

    private protected static void Add<T>(List<PythonNode> children, ImmutableArray<T> nodes)
        where T : PythonNode
    {
        foreach (var node in nodes) children.Add(node);
    }

    private protected static void Add(List<PythonNode> children, PythonNode? node)
    {
        if (node is not null) children.Add(node);
    }
}

/// <summary>A whole file.</summary>
/// <param name="Span">The whole text.</param>
/// <param name="Body">Its statements.</param>
public sealed record Module(TextSpan Span, ImmutableArray<Statement> Body) : PythonNode(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children) => Add(children, Body);
}

/// <summary>Any statement.</summary>
public abstract record Statement(TextSpan Span) : PythonNode(Span);

/// <summary>Any expression.</summary>
public abstract record Expression(TextSpan Span) : PythonNode(Span);

/// <summary>Whether an expression is read, bound or deleted.</summary>
public enum ExpressionContext
{
    /// <summary>It is read.</summary>
    Load,

    /// <summary>It is a target of an assignment, loop, <c>with</c> or comprehension.</summary>
    Store,

    /// <summary>It is a target of <c>del</c>.</summary>
    Del,
}
