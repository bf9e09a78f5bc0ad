using System.Collections.Immutable;
using Unshell.Text;

namespace Unshell.Python.Syntax;

/// <summary><c>def name(…): …</c> or <c>async def</c>. The span begins at <c>def</c> or <c>async</c>: decorators stand before it.</summary>
public sealed record FunctionDef(TextSpan Span) : Statement(Span)
{
    /// <summary>Whether it is <c>async def</c>.</summary>
    public required bool IsAsync { get; init; }

    /// <summary>The function's name.</summary>
    public required string Name { get; init; }

    /// <summary>Where the name stands.</summary>
    public required TextSpan NameSpan { get; init; }

    /// <summary>Type parameters in brackets (3.12).</summary>
    public required ImmutableArray<TypeParam> TypeParams { get; init; }

    /// <summary>The parameters.</summary>
    public required Parameters Parameters { get; init; }

    /// <summary>The annotation behind <c>-&gt;</c>, or null.</summary>
    public required Expression? Returns { get; init; }

    /// <summary>The statements; at least one unless the definition is broken.</summary>
    public required ImmutableArray<Statement> Body { get; init; }

    /// <summary>The expressions behind <c>@</c>, in order.</summary>
    public required ImmutableArray<Expression> Decorators { get; init; }

    internal override void AddChildrenTo(List<PythonNode> children)
    {
        Add(children, Decorators);
        Add(children, TypeParams);
        children.Add(Parameters);
        Add(children, Returns);
        Add(children, Body);
    }
}

/// <summary><c>class name(…): …</c>. The span begins at <c>class</c>: decorators stand before it.</summary>
public sealed record ClassDef(TextSpan Span) : Statement(Span)
{
    /// <summary>The class's name.</summary>
    public required string Name { get; init; }

    /// <summary>Where the name stands.</summary>
    public required TextSpan NameSpan { get; init; }

    /// <summary>Type parameters in brackets (3.12).</summary>
    public required ImmutableArray<TypeParam> TypeParams { get; init; }

    /// <summary>Positional arguments in parentheses.</summary>
    public required ImmutableArray<Expression> Bases { get; init; }

    /// <summary>Keyword arguments in parentheses, such as <c>metaclass=</c>.</summary>
    public required ImmutableArray<Keyword> Keywords { get; init; }

    /// <summary>The statements; at least one unless the definition is broken.</summary>
    public required ImmutableArray<Statement> Body { get; init; }

    /// <summary>The expressions behind <c>@</c>, in order.</summary>
    public required ImmutableArray<Expression> Decorators { get; init; }

    internal override void AddChildrenTo(List<PythonNode> children)
    {
        Add(children, Decorators);
        Add(children, TypeParams);
        Call.AddArguments(children, Bases, Keywords);
        Add(children, Body);
    }
}

/// <summary>The parameters of a function or lambda (<c>ast.arguments</c>).</summary>
/// <param name="Span">From the first to the last with stars, slashes and commas; empty where there are none.</param>
public sealed record Parameters(TextSpan Span) : PythonNode(Span)
{
    /// <summary>Parameters before <c>/</c>.</summary>
    public ImmutableArray<Parameter> PositionalOnly { get; init; } = [];

    /// <summary>Parameters that are given by position or by name (<c>args</c>).</summary>
    public ImmutableArray<Parameter> Positional { get; init; } = [];

    /// <summary>The parameter behind <c>*</c> (<c>vararg</c>), or null.</summary>
    public Parameter? Variadic { get; init; }

    /// <summary>Parameters behind <c>*</c> or <c>*args</c>.</summary>
    public ImmutableArray<Parameter> KeywordOnly { get; init; } = [];

    /// <summary>The parameter behind <c>**</c> (<c>kwarg</c>), or null.</summary>
    public Parameter? VariadicKeywords { get; init; }

    internal override void AddChildrenTo(List<PythonNode> children)
    {
        Add(children, PositionalOnly);
        Add(children, Positional);
        Add(children, Variadic);
        Add(children, KeywordOnly);
        Add(children, VariadicKeywords);
    }
}

/// <summary>One parameter (<c>ast.arg</c>) with its default.</summary>
/// <param name="Span">From the name to the end of the default; <c>ast.arg</c>'s own position ends before the <c>=</c>.</param>
/// <param name="Name">The parameter's name.</param>
/// <param name="Annotation">What stands behind the colon, or null.</param>
/// <param name="Default">The default value, or null.</param>
public sealed record Parameter(TextSpan Span, string Name, Expression? Annotation, Expression? Default) : PythonNode(Span)
{
    /// <summary>Name and annotation.</summary>
    internal TextSpan DeclarationSpan { get; init; } = Span;

    internal override void AddChildrenTo(List<PythonNode> children)
    {
        Add(children, Annotation);
        Add(children, Default);
    }
}
