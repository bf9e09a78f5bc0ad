namespace Unshell.Launchers.Code;

/// <summary>How tightly Python's operators bind; a higher one binds tighter. Source: the Python reference, 6.17.</summary>
internal enum Precedence
{
    /// <summary><c>lambda</c>.</summary>
    Lambda,
    /// <summary><c>if … else</c>.</summary>
    Conditional,
    /// <summary><c>or</c>.</summary>
    Or,
    /// <summary><c>and</c>.</summary>
    And,
    /// <summary><c>not</c>.</summary>
    Not,
    /// <summary><c>== != &lt; &gt; &lt;= &gt;= in is</c>.</summary>
    Comparison,
    /// <summary><c>|</c>.</summary>
    BitwiseOr,
    /// <summary><c>^</c>.</summary>
    BitwiseXor,
    /// <summary><c>&amp;</c>.</summary>
    BitwiseAnd,
    /// <summary><c>&lt;&lt; &gt;&gt;</c>.</summary>
    Shift,
    /// <summary><c>+ -</c>.</summary>
    Additive,
    /// <summary><c>* / // % @</c>.</summary>
    Multiplicative,
    /// <summary><c>-x ~x</c>.</summary>
    Sign,
    /// <summary><c>**</c>.</summary>
    Power,
    /// <summary>Calls, subscripts, members, names, literals.</summary>
    Atom,
}

/// <summary>The precedence of expressions.</summary>
internal static class Precedences
{
    /// <summary>The precedence of the outermost operator.</summary>
    public static Precedence Of(PythonExpression expression) => expression switch
    {
        PythonExpression.Lambda => Precedence.Lambda,
        PythonExpression.Conditional => Precedence.Conditional,
        PythonExpression.Logical { Operands.Length: > 1, Operator: "or" } => Precedence.Or,
        PythonExpression.Logical { Operands.Length: > 1 } => Precedence.And,
        PythonExpression.Unary { Operator: "not" } => Precedence.Not,
        PythonExpression.Unary => Precedence.Sign,
        PythonExpression.Number { Value: < 0 } => Precedence.Sign,
        PythonExpression.Binary binary => Of(binary.Operator),
        PythonExpression.Starred => Precedence.Lambda,
        PythonExpression.Name { Identifier: "" } => throw new ArgumentException("a name without letters", nameof(expression)),
        _ => Precedence.Atom,
    };

    /// <summary>The precedence of an operator between two operands.</summary>
    public static Precedence Of(string operation) => operation switch
    {
        "or" => Precedence.Or,
        "and" => Precedence.And,
        "|" => Precedence.BitwiseOr,
        "^" => Precedence.BitwiseXor,
        "&" => Precedence.BitwiseAnd,
        "<<" or ">>" => Precedence.Shift,
        "+" or "-" => Precedence.Additive,
        "*" or "/" or "//" or "%" or "@" => Precedence.Multiplicative,
        "**" => Precedence.Power,
        _ => Precedence.Comparison,
    };
}
