using System.Collections.Immutable;
using Unshell.Launchers.Code;

namespace Unshell.Launchers.Idioms;

/// <summary>
/// Messages under <c>set -e</c>, where a write that fails ends the script with status 1, as an exception ends Python:
/// <c>print</c>; and on stderr before <c>exit 1</c>, <c>sys.exit(message)</c>.
/// </summary>
/// <param name="isExact">Whether Python's streams write a part of a text as the shell does; not so where it may hold bytes that are no UTF-8.</param>
internal sealed class Messages(Func<PythonExpression, bool> isExact) : PythonRewriter
{
    protected override IEnumerable<PythonStatement> Change(PythonStatement statement)
    {
        var (inner, isError) = statement is PythonStatement.With { Body.Statements: [var only] } with && IsToErrors(with.Context) ? (only, true) : (statement, false);
        if (inner is not PythonStatement.Evaluate evaluate) return [statement];
        // Below `with` it has become a print already.
        if (isError && PrintOf(evaluate.Expression) is { } print)
            return Shapes.InPlaceOf(statement, Shapes.Do(print with { Arguments = print.Arguments.Insert(print.Arguments.Length - 1, Shapes.Keyword("file", Shapes.Name("sys.stderr"))) }));
        return !isError && Shapes.Argument(evaluate.Expression, "check") is { } written && Shapes.Argument(written, "write") is { } text && Printed(text) is { } printed
            ? Shapes.InPlaceOf(statement, printed)
            : [statement];
    }

    protected override IEnumerable<PythonStatement> Change(ImmutableArray<PythonStatement> statements)
    {
        var result = ImmutableArray.CreateBuilder<PythonStatement>();
        foreach (var statement in statements)
        {
            if (IsExit(statement) && result.Count > 0 && (MessageOf(result[^1]) ?? Unchecked(result[^1])) is { } message && statement.Comments.IsEmpty)
            {
                var print = result[^1];
                result.RemoveAt(result.Count - 1);
                result.AddRange(Shapes.InPlaceOf(print, Shapes.Do(Shapes.Call("sys.exit", message))));
            }
            else
            {
                result.Add(statement);
            }
        }

        return result.ToImmutable();
    }

    internal static bool IsToErrors(PythonExpression context) => Shapes.Argument(context, "redirected") is PythonExpression.Tuple
    {
        Items: [PythonExpression.Number { Value: 1 }, PythonExpression.Text { Value: ">&" }, PythonExpression.Number { Value: 2 }],
    };

    private static PythonExpression.Call? PrintOf(PythonExpression expression) =>
        expression is PythonExpression.Call { Function: PythonExpression.Name { Identifier: "print" } } call && call.Arguments.All(a => a.Keyword != "file") ? call : null;

    private PythonStatement? Printed(PythonExpression text)
    {
        if (!IsExact(text)) return null;
        var line = Shapes.Line(text);
        var arguments = ImmutableArray.CreateBuilder<PythonArgument>();
        if (line is not PythonExpression.Text { Value: "" }) arguments.Add(new PythonArgument(null, line ?? text));
        if (line is null) arguments.Add(Shapes.Keyword("end", Shapes.Text("")));
        arguments.Add(Shapes.Keyword("flush", new PythonExpression.Constant("True")));
        return Shapes.Do(new PythonExpression.Call(Shapes.Name("print"), arguments.ToImmutable()));
    }

    private bool IsExact(PythonExpression text) => text switch
    {
        PythonExpression.Text literal => !literal.Value.Any(char.IsSurrogate) || literal.Value.EnumerateRunes().All(rune => rune.Value != 0xFFFD),
        PythonExpression.Formatted formatted => formatted.Parts.All(IsExact),
        _ => isExact(text),
    };

    private static bool IsExit(PythonStatement statement) =>
        statement is PythonStatement.Evaluate evaluate && Shapes.Argument(evaluate.Expression, "sys.exit") is PythonExpression.Number { Value: 1 };

    /// <summary>A message on stderr whose failure nobody asks for: nor does <c>sys.exit</c>.</summary>
    private PythonExpression? Unchecked(PythonStatement statement) => statement is PythonStatement.With { Body.Statements: [PythonStatement.Evaluate only] } with
        && IsToErrors(with.Context) && Shapes.Argument(only.Expression, "write") is { } text && IsExact(text)
            ? Shapes.Line(text)
            : null;

    private static PythonExpression? MessageOf(PythonStatement statement) => statement is PythonStatement.Evaluate
    {
        Expression: PythonExpression.Call
        {
            Function: PythonExpression.Name { Identifier: "print" },
            Arguments: [{ Keyword: null, Value: var message }, { Keyword: "file" }, { Keyword: "flush" }],
        },
    }
        ? message
        : null;
}
