using System.Collections.Immutable;
using Unshell.Text;

namespace Unshell.Python.Syntax;

/// <summary><c>if test: … else: …</c>; an <c>elif</c> is an <see cref="If"/> that is alone in <see cref="OrElse"/> and whose span begins at <c>elif</c>.</summary>
public sealed record If(TextSpan Span, Expression Test, ImmutableArray<Statement> Body, ImmutableArray<Statement> OrElse) : Statement(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
        children.Add(Test);
        Add(children, Body);
        Add(children, OrElse);
    }
}

/// <summary><c>while test: … else: …</c>.</summary>
public sealed record While(TextSpan Span, Expression Test, ImmutableArray<Statement> Body, ImmutableArray<Statement> OrElse) : Statement(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
        children.Add(Test);
        Add(children, Body);
        Add(children, OrElse);
    }
}

/// <summary><c>for target in iterable: … else: …</c>, or <c>async for</c>.</summary>
public sealed record For(TextSpan Span) : Statement(Span)
{
    /// <summary>Whether it is <c>async for</c>.</summary>
    public required bool IsAsync { get; init; }

    /// <summary>What is bound.</summary>
    public required Expression Target { get; init; }

    /// <summary>What is iterated over (<c>iter</c>).</summary>
    public required Expression Iterable { get; init; }

    /// <summary>The loop's statements.</summary>
    public required ImmutableArray<Statement> Body { get; init; }

    /// <summary>The statements behind <c>else</c>.</summary>
    public required ImmutableArray<Statement> OrElse { get; init; }

    internal override void AddChildrenTo(List<PythonNode> children)
    {
        children.Add(Target);
        children.Add(Iterable);
        Add(children, Body);
        Add(children, OrElse);
    }
}

/// <summary><c>with a as b, c: …</c>, or <c>async with</c>.</summary>
public sealed record With(TextSpan Span, bool IsAsync, ImmutableArray<WithItem> Items, ImmutableArray<Statement> Body) : Statement(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
        Add(children, Items);
        Add(children, Body);
    }
}

/// <summary>A context manager of <c>with</c>.</summary>
/// <param name="Span">With <c>as …</c>.</param>
/// <param name="ContextExpression">The context manager (<c>context_expr</c>).</param>
/// <param name="Target">What it is bound to (<c>optional_vars</c>), or null.</param>
public sealed record WithItem(TextSpan Span, Expression ContextExpression, Expression? Target) : PythonNode(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
        children.Add(ContextExpression);
        Add(children, Target);
    }
}

/// <summary><c>try: … except …: … else: … finally: …</c>.</summary>
public sealed record Try(TextSpan Span) : Statement(Span)
{
    /// <summary>Whether its handlers are <c>except*</c> (<c>ast.TryStar</c>, 3.11).</summary>
    public required bool IsStar { get; init; }

    /// <summary>The statements that may raise.</summary>
    public required ImmutableArray<Statement> Body { get; init; }

    /// <summary>The handlers.</summary>
    public required ImmutableArray<ExceptHandler> Handlers { get; init; }

    /// <summary>The statements behind <c>else</c>.</summary>
    public required ImmutableArray<Statement> OrElse { get; init; }

    /// <summary>The statements behind <c>finally</c> (<c>finalbody</c>).</summary>
    public required ImmutableArray<Statement> Finally { get; init; }

    internal override void AddChildrenTo(List<PythonNode> children)
    {
        Add(children, Body);
        Add(children, Handlers);
        Add(children, OrElse);
        Add(children, Finally);
    }
}

/// <summary><c>except type as name: …</c>.</summary>
/// <param name="Span">From <c>except</c> to the end of its body.</param>
/// <param name="Type">What is caught, or null for all.</param>
/// <param name="Name">The name the exception is bound to, or null.</param>
/// <param name="Body">Its statements.</param>
public sealed record ExceptHandler(TextSpan Span, Expression? Type, string? Name, ImmutableArray<Statement> Body) : PythonNode(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
        Add(children, Type);
        Add(children, Body);
    }
}

/// <summary><c>match subject: case …</c> (3.10).</summary>
public sealed record Match(TextSpan Span, Expression Subject, ImmutableArray<MatchCase> Cases) : Statement(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
        children.Add(Subject);
        Add(children, Cases);
    }
}

/// <summary><c>case pattern if guard: …</c>.</summary>
public sealed record MatchCase(TextSpan Span, Pattern Pattern, Expression? Guard, ImmutableArray<Statement> Body) : PythonNode(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
        children.Add(Pattern);
        Add(children, Guard);
        Add(children, Body);
    }
}
