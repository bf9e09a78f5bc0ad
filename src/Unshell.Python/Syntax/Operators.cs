using System.Collections.Immutable;
using Unshell.Text;

namespace Unshell.Python.Syntax;

/// <summary><c>a and b and c</c>, or <c>or</c>.</summary>
public sealed record BoolOp(TextSpan Span, BoolOperator Operator, ImmutableArray<Expression> Values) : Expression(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children) => Add(children, Values);
}

/// <summary>The operator of <see cref="BoolOp"/>.</summary>
public enum BoolOperator
{
    /// <summary><c>and</c>.</summary>
    And,

    /// <summary><c>or</c>.</summary>
    Or,
}

/// <summary><c>left + right</c> and its like.</summary>
public sealed record BinOp(TextSpan Span, Expression Left, BinaryOperator Operator, Expression Right) : Expression(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
        children.Add(Left);
        children.Add(Right);
    }
}

/// <summary>The operator of <see cref="BinOp"/> and <see cref="AugAssign"/>.</summary>
public enum BinaryOperator
{
    /// <summary><c>+</c>.</summary>
    Add,

    /// <summary><c>-</c>.</summary>
    Sub,

    /// <summary><c>*</c>.</summary>
    Mult,

    /// <summary><c>@</c>.</summary>
    MatMult,

    /// <summary><c>/</c>.</summary>
    Div,

    /// <summary><c>%</c>.</summary>
    Mod,

    /// <summary><c>**</c>.</summary>
    Pow,

    /// <summary><c>&lt;&lt;</c>.</summary>
    LShift,

    /// <summary><c>&gt;&gt;</c>.</summary>
    RShift,

    /// <summary><c>|</c>.</summary>
    BitOr,

    /// <summary><c>^</c>.</summary>
    BitXor,

    /// <summary><c>&amp;</c>.</summary>
    BitAnd,

    /// <summary><c>//</c>.</summary>
    FloorDiv,
}

/// <summary><c>-operand</c> and its like.</summary>
public sealed record UnaryOp(TextSpan Span, UnaryOperator Operator, Expression Operand) : Expression(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children) => children.Add(Operand);
}

/// <summary>The operator of <see cref="UnaryOp"/>.</summary>
public enum UnaryOperator
{
    /// <summary><c>~</c>.</summary>
    Invert,

    /// <summary><c>not</c>.</summary>
    Not,

    /// <summary><c>+</c>.</summary>
    UAdd,

    /// <summary><c>-</c>.</summary>
    USub,
}

/// <summary><c>left &lt; b &lt;= c</c>.</summary>
/// <param name="Span">The whole chain.</param>
/// <param name="Left">The first operand.</param>
/// <param name="Operators">The operators in order.</param>
/// <param name="Comparators">For each operator, what stands right of it.</param>
public sealed record Compare(TextSpan Span, Expression Left, ImmutableArray<CompareOperator> Operators, ImmutableArray<Expression> Comparators)
    : Expression(Span)
{
    internal override void AddChildrenTo(List<PythonNode> children)
    {
        children.Add(Left);
        Add(children, Comparators);
    }
}

/// <summary>An operator of <see cref="Compare"/>.</summary>
public enum CompareOperator
{
    /// <summary><c>==</c>.</summary>
    Eq,

    /// <summary><c>!=</c>.</summary>
    NotEq,

    /// <summary><c>&lt;</c>.</summary>
    Lt,

    /// <summary><c>&lt;=</c>.</summary>
    LtE,

    /// <summary><c>&gt;</c>.</summary>
    Gt,

    /// <summary><c>&gt;=</c>.</summary>
    GtE,

    /// <summary><c>is</c>.</summary>
    Is,

    /// <summary><c>is not</c>.</summary>
    IsNot,

    /// <summary><c>in</c>.</summary>
    In,

    /// <summary><c>not in</c>.</summary>
    NotIn,
}
