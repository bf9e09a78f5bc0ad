using System.Collections.Immutable;
using Unshell.Text;

namespace Unshell.Python.Syntax;

/// <summary><c>function(argument, *arguments, name=value, **keywords)</c>.</summary>
/// <param name="Span">With the parentheses.</param>
/// <param name="Function">What is called (<c>func</c>).</param>
/// <param name="Arguments">Positional arguments (<c>args</c>); <c>*x</c> is a <see cref="Starred"/>.</param>
/// <param name="Keywords">Keyword arguments; may stand before positional ones in the text.</param>
public sealed record Call(TextSpan Span, Expression Function, ImmutableArray<Expression> Arguments, ImmutableArray<Keyword> Keywords) : Expression(Span)
{
    /// <summary>The value of the keyword argument of this name, or null.</summary>
    public Expression? KeywordValue(string name)
    {
        foreach (var keyword in Keywords)
        {
            if (keyword.Name == name) return keyword.Value;
        }

        return null;
    }

    internal override void AddChildrenTo(List<PythonNode> children)
    {
        children.Add(Function);
        AddArguments(children, Arguments, Keywords);
    }

    internal static void AddArguments(List<PythonNode> children, ImmutableArray<Expression> arguments, ImmutableArray<Keyword> keywords)
    {
        var next = 0;
        foreach (var argument in arguments)
        {
            while (next < keywords.Length && keywords[next].Span.Start < argument.Span.Start) children.Add(keywords[next++]);
            children.Add(argument);
        }

        while (next < keywords.Length) children.Add(keywords[next++]);
    }
}

/// <summary><c>name=value</c> or <c>**value</c> in a call or class definition.</summary>
/// <param name="Span">With the name or the stars.</param>
/// <param name="Name">The name (<c>arg</c>), or null for <c>**value</c>.</param>
/// <param name="Value">The value.</param>
public sealed record Keyword(TextSpan Span, string? Name, Expression Value) : PythonNode(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children) => children.Add(Value);
}
