using System.Collections.Immutable;
using Unshell.Text;

namespace Unshell.Python.Syntax;

/// <summary><c>import a.b as c, d</c>.</summary>
public sealed record Import(TextSpan Span, ImmutableArray<Alias> Names) : Statement(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children) => Add(children, Names);
}

/// <summary><c>from ..module import name as alias</c>.</summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Module">The dotted name behind <c>from</c>, or null where there are only dots.</param>
/// <param name="Names">What is imported; one alias named <c>*</c> for all.</param>
/// <param name="Level">Number of leading dots; 0 is an absolute import.</param>
public sealed record ImportFrom(TextSpan Span, string? Module, ImmutableArray<Alias> Names, int Level) : Statement(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children) => Add(children, Names);
}

/// <summary>An imported name.</summary>
/// <param name="Span">The name with <c>as …</c>.</param>
/// <param name="Name">The name; dotted in <see cref="Import"/>; <c>*</c> for all.</param>
/// <param name="AsName">The name it is bound to, or null without <c>as</c>.</param>
public sealed record Alias(TextSpan Span, string Name, string? AsName) : PythonNode(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
    }
}
