using System.Collections.Immutable;
using System.Numerics;
using Unshell.Text;

namespace Unshell.Python.Syntax;

/// <summary>A literal (<c>ast.Constant</c>).</summary>
public abstract record Constant(TextSpan Span) : Expression(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
    }
}

/// <summary>A string without replacement fields; literals that stand side by side are one.</summary>
/// <param name="Span">From the first literal's prefix to the last one's quote.</param>
/// <param name="Value">The value, escapes decoded and line endings as <c>\n</c>; may hold half surrogate pairs, as in Python.</param>
public sealed record StrConstant(TextSpan Span, string Value) : Constant(Span)
{
    /// <summary>Whether the first literal has the prefix <c>u</c> (<c>kind='u'</c>).</summary>
    public bool IsUnicodePrefixed { get; init; }

    /// <summary>The value's code points where two escapes make a pair of surrogates, which Python keeps apart; else null.</summary>
    internal int[]? CodePoints { get; init; }
}

/// <summary><c>b"…"</c>; literals that stand side by side are one.</summary>
public sealed record BytesConstant(TextSpan Span, ImmutableArray<byte> Value) : Constant(Span);

/// <summary>An integer in any base.</summary>
public sealed record IntConstant(TextSpan Span, BigInteger Value) : Constant(Span);

/// <summary>A float; infinite where the literal is too large.</summary>
public sealed record FloatConstant(TextSpan Span, double Value) : Constant(Span);

/// <summary><c>1j</c>.</summary>
/// <param name="Span">The literal.</param>
/// <param name="Imaginary">The imaginary part; the real one is 0.</param>
public sealed record ComplexConstant(TextSpan Span, double Imaginary) : Constant(Span);

/// <summary><c>True</c> or <c>False</c>.</summary>
public sealed record BoolConstant(TextSpan Span, bool Value) : Constant(Span);

/// <summary><c>None</c>.</summary>
public sealed record NoneConstant(TextSpan Span) : Constant(Span);

/// <summary><c>...</c>.</summary>
public sealed record EllipsisConstant(TextSpan Span) : Constant(Span);
