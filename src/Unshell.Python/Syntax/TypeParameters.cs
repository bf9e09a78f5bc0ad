using Unshell.Text;

namespace Unshell.Python.Syntax;

/// <summary>A type parameter of a function, class or <c>type</c> statement (3.12).</summary>
/// <param name="Span">With star, bound and default.</param>
/// <param name="Name">Its name.</param>
/// <param name="Default">What stands behind <c>=</c> (3.13), or null.</param>
public abstract record TypeParam(TextSpan Span, string Name, Expression? Default) : PythonNode(Span);

/// <summary><c>T</c>, <c>T: bound</c>, <c>T = default</c>.</summary>
public sealed record TypeVar(TextSpan Span, string Name, Expression? Bound, Expression? Default) : TypeParam(Span, Name, Default)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
        Add(children, Bound);
        Add(children, Default);
    }
}

/// <summary><c>**P</c>.</summary>
public sealed record ParamSpec(TextSpan Span, string Name, Expression? Default) : TypeParam(Span, Name, Default)
{
    internal override void AddChildrenTo(List<PythonNode> children) => Add(children, Default);
}

/// <summary><c>*Ts</c>.</summary>
public sealed record TypeVarTuple(TextSpan Span, string Name, Expression? Default) : TypeParam(Span, Name, Default)
{
    internal override void AddChildrenTo(List<PythonNode> children) => Add(children, Default);
}
