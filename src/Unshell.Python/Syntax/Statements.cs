using System.Collections.Immutable;
using Unshell.Text;

namespace Unshell.Python.Syntax;

/// <summary>An expression that stands alone; a docstring is one that holds a <see cref="StrConstant"/>.</summary>
public sealed record Expr(TextSpan Span, Expression Value) : Statement(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children) => children.Add(Value);
}

/// <summary><c>a = b = value</c>.</summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Targets">What stands left of each <c>=</c>, in order.</param>
/// <param name="Value">What is assigned.</param>
public sealed record Assign(TextSpan Span, ImmutableArray<Expression> Targets, Expression Value) : Statement(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
        Add(children, Targets);
        children.Add(Value);
    }
}

/// <summary><c>target += value</c> and its like.</summary>
public sealed record AugAssign(TextSpan Span, Expression Target, BinaryOperator Operator, Expression Value) : Statement(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
        children.Add(Target);
        children.Add(Value);
    }
}

/// <summary><c>target: annotation = value</c>.</summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Target">A name, attribute or subscript.</param>
/// <param name="Annotation">The annotation.</param>
/// <param name="Value">What is assigned, or null.</param>
public sealed record AnnAssign(TextSpan Span, Expression Target, Expression Annotation, Expression? Value) : Statement(Span)
{
    /// <summary>Whether the target is a name without parentheses.</summary>
    public bool IsSimple { get; init; }

    internal override void AddChildrenTo(List<PythonNode> children)
    {
        children.Add(Target);
        children.Add(Annotation);
        Add(children, Value);
    }
}

/// <summary><c>type name[…] = value</c> (3.12).</summary>
public sealed record TypeAlias(TextSpan Span, Name Name, ImmutableArray<TypeParam> TypeParams, Expression Value) : Statement(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
        children.Add(Name);
        Add(children, TypeParams);
        children.Add(Value);
    }
}

/// <summary><c>return</c> with a value or without.</summary>
public sealed record Return(TextSpan Span, Expression? Value) : Statement(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children) => Add(children, Value);
}

/// <summary><c>del a, b</c>.</summary>
public sealed record Delete(TextSpan Span, ImmutableArray<Expression> Targets) : Statement(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children) => Add(children, Targets);
}

/// <summary><c>raise exception from cause</c>; both may be missing.</summary>
public sealed record Raise(TextSpan Span, Expression? Exception, Expression? Cause) : Statement(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
        Add(children, Exception);
        Add(children, Cause);
    }
}

/// <summary><c>assert test, message</c> (<c>ast.Assert</c>).</summary>
public sealed record AssertStmt(TextSpan Span, Expression Test, Expression? Message) : Statement(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
        children.Add(Test);
        Add(children, Message);
    }
}

/// <summary><c>global a, b</c>.</summary>
public sealed record Global(TextSpan Span, ImmutableArray<string> Names) : Statement(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
    }
}

/// <summary><c>nonlocal a, b</c>.</summary>
public sealed record Nonlocal(TextSpan Span, ImmutableArray<string> Names) : Statement(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
    }
}

/// <summary><c>pass</c>.</summary>
public sealed record Pass(TextSpan Span) : Statement(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
    }
}

/// <summary><c>break</c>.</summary>
public sealed record Break(TextSpan Span) : Statement(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
    }
}

/// <summary><c>continue</c>.</summary>
public sealed record Continue(TextSpan Span) : Statement(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
    }
}

/// <summary>Text that is no statement; a diagnostic tells why.</summary>
/// <param name="Span">What was passed over, with the body.</param>
/// <param name="Body">Where the first line of a compound statement is broken, the statements of the block below it.</param>
public sealed record ErrorStatement(TextSpan Span, ImmutableArray<Statement> Body) : Statement(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children) => Add(children, Body);
}
