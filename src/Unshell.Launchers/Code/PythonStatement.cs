using System.Collections.Immutable;

namespace Unshell.Launchers.Code;

/// <summary>A statement of a launcher.</summary>
internal abstract record PythonStatement
{
    private PythonStatement()
    {
    }

    /// <summary>Comment lines above the statement, without their mark; from the script, or ours.</summary>
    public ImmutableArray<string> Comments { get; init; } = [];

    /// <summary>A comment behind the statement's first line, without its mark, such as the script's line; or null.</summary>
    public string? Trailing { get; init; }

    /// <summary>Whether an empty line stands above it, comments included, where it is not the first of its block.</summary>
    public bool IsSetApart { get; init; }

    /// <summary>An expression for its effect.</summary>
    public sealed record Evaluate(PythonExpression Expression) : PythonStatement;

    /// <summary><c>target = value</c>; the operator is <c>=</c>, <c>+=</c> …</summary>
    public sealed record Assign(PythonExpression Target, string Operator, PythonExpression Value) : PythonStatement;

    /// <summary><c>if … elif … else</c>.</summary>
    public sealed record If(ImmutableArray<(PythonExpression Test, PythonBlock Body)> Clauses, PythonBlock? Otherwise) : PythonStatement;

    /// <summary><c>while</c>.</summary>
    public sealed record While(PythonExpression Test, PythonBlock Body) : PythonStatement;

    /// <summary><c>for variable in source</c>.</summary>
    public sealed record For(string Variable, PythonExpression Source, PythonBlock Body) : PythonStatement;

    /// <summary><c>def name(parameters)</c>, with its docstring or null.</summary>
    public sealed record Function(string Name, ImmutableArray<string> Parameters, string? Docstring, PythonBlock Body) : PythonStatement;

    /// <summary><c>with context as variable</c>.</summary>
    public sealed record With(PythonExpression Context, string? Variable, PythonBlock Body) : PythonStatement;

    /// <summary><c>try … except … finally</c>; a handler without a type is not possible.</summary>
    public sealed record Try(PythonBlock Body, ImmutableArray<PythonHandler> Handlers, PythonBlock? Otherwise, PythonBlock? Finally) : PythonStatement;

    /// <summary><c>return</c>, with a value or not.</summary>
    public sealed record Return(PythonExpression? Value) : PythonStatement;

    /// <summary><c>raise</c>.</summary>
    public sealed record Raise(PythonExpression? Value) : PythonStatement;

    /// <summary><c>break</c>, <c>continue</c>, <c>pass</c>.</summary>
    public sealed record Keyword(string Word) : PythonStatement;

    /// <summary><c>import module</c>, for a module that may be absent until then; those of the standard library are found by their names.</summary>
    public sealed record Import(string Module) : PythonStatement;

    /// <summary><c>global names</c>.</summary>
    public sealed record Global(ImmutableArray<string> Names) : PythonStatement;
}

/// <summary><c>except type as variable</c>.</summary>
internal sealed record PythonHandler(PythonExpression Type, string? Variable, PythonBlock Body);

/// <summary>Statements one below another; empty ones print as <c>pass</c>.</summary>
internal sealed record PythonBlock(ImmutableArray<PythonStatement> Statements);
