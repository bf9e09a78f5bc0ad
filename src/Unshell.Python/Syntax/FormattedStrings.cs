using System.Collections.Immutable;
using Unshell.Text;

namespace Unshell.Python.Syntax;

/// <summary>An f-string with the literals that stand beside it, or a format specification.</summary>
/// <param name="Span">From the first literal's prefix to the last one's quote; a specification without its colon.</param>
/// <param name="Values"><see cref="StrConstant"/>s (never empty, never two in a row) and <see cref="FormattedValue"/>s in order.</param>
public sealed record JoinedStr(TextSpan Span, ImmutableArray<Expression> Values) : Expression(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children) => Add(children, Values);
}

/// <summary><c>{value!r:spec}</c> in an f-string. For <c>{value=}</c> the text in front of the value is a constant before it.</summary>
/// <param name="Span">With the braces.</param>
/// <param name="Value">The expression.</param>
/// <param name="Conversion">What is done with the value first.</param>
/// <param name="FormatSpec">What stands behind the colon, or null; may hold fields itself.</param>
public sealed record FormattedValue(TextSpan Span, Expression Value, FormatConversion Conversion, JoinedStr? FormatSpec) : Expression(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
        children.Add(Value);
        Add(children, FormatSpec);
    }
}

/// <summary>A t-string (3.14), with the ones that stand beside it.</summary>
/// <param name="Span">From the first literal's prefix to the last one's quote.</param>
/// <param name="Values"><see cref="StrConstant"/>s and <see cref="Interpolation"/>s in order.</param>
public sealed record TemplateStr(TextSpan Span, ImmutableArray<Expression> Values) : Expression(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children) => Add(children, Values);
}

/// <summary><c>{value!r:spec}</c> in a t-string.</summary>
public sealed record Interpolation(TextSpan Span) : Expression(Span)
{
    /// <summary>The expression.</summary>
    public required Expression Value { get; init; }

    /// <summary>The expression's text (<c>str</c>), trailing blanks left out.</summary>
    public required string Text { get; init; }

    /// <summary>What is done with the value first.</summary>
    public required FormatConversion Conversion { get; init; }

    /// <summary>What stands behind the colon, or null.</summary>
    public required JoinedStr? FormatSpec { get; init; }

    internal override void AddChildrenTo(List<PythonNode> children)
    {
        children.Add(Value);
        Add(children, FormatSpec);
    }
}

/// <summary>What stands behind <c>!</c> in a replacement field; the values are those of <c>ast</c>.</summary>
public enum FormatConversion
{
    /// <summary>Nothing.</summary>
    None = -1,

    /// <summary><c>!a</c>: <c>ascii()</c>.</summary>
    Ascii = 'a',

    /// <summary><c>!r</c>: <c>repr()</c>; also <c>{value=}</c> without a specification.</summary>
    Repr = 'r',

    /// <summary><c>!s</c>: <c>str()</c>.</summary>
    Str = 's',
}
