using System.Collections.Immutable;
using Unshell.Text;

namespace Unshell.Python.Syntax;

/// <summary>A pattern of <c>case</c>.</summary>
public abstract record Pattern(TextSpan Span) : PythonNode(Span);

/// <summary>A literal or dotted name that is compared with <c>==</c>.</summary>
public sealed record MatchValue(TextSpan Span, Expression Value) : Pattern(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children) => children.Add(Value);
}

/// <summary><c>None</c>, <c>True</c> or <c>False</c>.</summary>
/// <param name="Span">The word.</param>
/// <param name="Value">True, false, or null for <c>None</c>.</param>
public sealed record MatchSingleton(TextSpan Span, bool? Value) : Pattern(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
    }
}

/// <summary><c>[a, *rest]</c>, <c>(a, b)</c> or <c>a, b</c>.</summary>
public sealed record MatchSequence(TextSpan Span, ImmutableArray<Pattern> Patterns) : Pattern(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children) => Add(children, Patterns);
}

/// <summary><c>{key: pattern, **rest}</c>.</summary>
/// <param name="Span">With the braces.</param>
/// <param name="Keys">The keys.</param>
/// <param name="Patterns">A pattern for each key.</param>
/// <param name="Rest">The name behind <c>**</c>, or null.</param>
public sealed record MatchMapping(TextSpan Span, ImmutableArray<Expression> Keys, ImmutableArray<Pattern> Patterns, string? Rest) : Pattern(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
        for (var i = 0; i < Keys.Length; i++)
        {
            children.Add(Keys[i]);
            children.Add(Patterns[i]);
        }
    }
}

/// <summary><c>Class(pattern, name=pattern)</c>.</summary>
public sealed record MatchClass(TextSpan Span) : Pattern(Span)
{
    /// <summary>The class (<c>cls</c>): a name or a chain of attributes.</summary>
    public required Expression Class { get; init; }

    /// <summary>Patterns by position.</summary>
    public required ImmutableArray<Pattern> Patterns { get; init; }

    /// <summary>The names of patterns by name (<c>kwd_attrs</c>).</summary>
    public required ImmutableArray<string> KeywordNames { get; init; }

    /// <summary>A pattern for each name.</summary>
    public required ImmutableArray<Pattern> KeywordPatterns { get; init; }

    internal override void AddChildrenTo(List<PythonNode> children)
    {
        children.Add(Class);
        Add(children, Patterns);
        Add(children, KeywordPatterns);
    }
}

/// <summary><c>*name</c> in a sequence.</summary>
/// <param name="Span">With the star.</param>
/// <param name="Name">The name, or null for <c>*_</c>.</param>
public sealed record MatchStar(TextSpan Span, string? Name) : Pattern(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
    }
}

/// <summary><c>pattern as name</c>, a bare <c>name</c>, or <c>_</c>.</summary>
/// <param name="Span">The whole pattern.</param>
/// <param name="Pattern">What must match, or null for a bare name and for <c>_</c>.</param>
/// <param name="Name">What is bound, or null for <c>_</c>.</param>
public sealed record MatchAs(TextSpan Span, Pattern? Pattern, string? Name) : Pattern(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children) => Add(children, Pattern);
}

/// <summary><c>a | b</c>.</summary>
public sealed record MatchOr(TextSpan Span, ImmutableArray<Pattern> Patterns) : Pattern(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children) => Add(children, Patterns);
}
