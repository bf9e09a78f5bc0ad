using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Unshell.Launchers.Code.Layouts;

namespace Unshell.Launchers.Code;

/// <summary>
/// Prints statements as <c>ruff format</c> with its default settings (88 columns, double quotes, Python 3.10) would leave them. What
/// comes from a script is a text or a comment, and cannot end either.
/// </summary>
internal sealed class PythonPrinter
{
    /// <summary>Columns that a line may fill where it can be split.</summary>
    public const int Width = 88;

    private readonly StringBuilder output = new();
    private readonly ExpressionLayouts layouts = new();
    private readonly int width;

    private PythonPrinter(int width) => this.width = width;

    /// <summary>Prints the statements of a module, or of a block.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="level">How deep they stand; 0 for a module.</param>
    /// <param name="width">Columns that a line may fill where it can be split.</param>
    public static string Print(ImmutableArray<PythonStatement> statements, int level = 0, int width = Width)
    {
        var printer = new PythonPrinter(width);
        printer.PrintAll(statements, level, isFunctionApart: false);
        return printer.output.ToString();
    }

    private void PrintAll(ImmutableArray<PythonStatement> statements, int level, bool isFunctionApart)
    {
        for (var i = 0; i < statements.Length; i++)
        {
            var isApart = i == 0 ? isFunctionApart && statements[i] is PythonStatement.Function : IsApart(statements[i - 1], statements[i]);
            if (isApart) output.Append('\n');
            if (i > 0 && level == 0 && (EndsInFunction(statements[i - 1]) || statements[i] is PythonStatement.Function)) output.Append('\n');
            Print(statements[i], level);
        }
    }

    private static bool IsApart(PythonStatement before, PythonStatement statement) =>
        statement is PythonStatement.Function || statement.IsSetApart || EndsInFunction(before)
        || (before is PythonStatement.Import && (statement is not PythonStatement.Import || !statement.Comments.IsEmpty));

    private static bool EndsInFunction(PythonStatement? statement) => statement switch
    {
        PythonStatement.Function => true,
        PythonStatement.If { Otherwise: { Statements.IsEmpty: false } otherwise } => EndsInFunction(otherwise.Statements[^1]),
        PythonStatement.If conditional => EndsInFunction(conditional.Clauses[^1].Body.Statements.LastOrDefault()),
        PythonStatement.While loop => EndsInFunction(loop.Body.Statements.LastOrDefault()),
        PythonStatement.For loop => EndsInFunction(loop.Body.Statements.LastOrDefault()),
        PythonStatement.With with => EndsInFunction(with.Body.Statements.LastOrDefault()),
        PythonStatement.Try attempt =>
            EndsInFunction((attempt.Finally ?? attempt.Otherwise ?? attempt.Handlers.LastOrDefault()?.Body ?? attempt.Body).Statements.LastOrDefault()),
        _ => false,
    };

    private void Print(PythonStatement statement, int level)
    {
        foreach (var comment in statement.Comments) PrintComment(comment, level);
        switch (statement)
        {
            case PythonStatement.If conditional:
                PrintIf(conditional, level);
                break;
            case PythonStatement.Try attempt:
                PrintTry(attempt, level);
                break;
            case PythonStatement.While loop:
                PrintHeader(statement, level, Clause("while ", layouts.Value(Add(loop.Test))));
                PrintBlock(loop.Body, level + 1);
                break;
            case PythonStatement.For loop:
                PrintHeader(statement, level, layouts.Loop(loop.Variable, Add(loop.Source)));
                PrintBlock(loop.Body, level + 1);
                break;
            case PythonStatement.With with:
                PrintHeader(statement, level, Clause("with ", layouts.Context(Add(with.Context), with.Variable)));
                PrintBlock(with.Body, level + 1);
                break;
            case PythonStatement.Function function:
                PrintHeader(statement, level, Clause("def " + function.Name, ExpressionLayouts.Parameters(function.Parameters)));
                if (function.Docstring is not null) output.Append(PythonComment.Docstring(function.Docstring, (level + 1) * LayoutState.Step));
                PrintBody(function, level + 1);
                break;
            case PythonStatement.Global global:
                PrintGlobal(global, level);
                break;
            default:
                PrintHeader(statement, level, Simple(statement));
                break;
        }
    }

    private Layout Simple(PythonStatement statement) => statement switch
    {
        PythonStatement.Evaluate evaluate => layouts.Effect(Add(evaluate.Expression)),
        PythonStatement.Assign assign => layouts.Assignment(Add(assign.Target), assign.Operator, Add(assign.Value)),
        PythonStatement.Return { Value: { } value } => Behind("return ", layouts.Value(Add(value))),
        PythonStatement.Return => Characters("return"),
        PythonStatement.Raise { Value: { } value } => Behind("raise ", layouts.Raised(Add(value))),
        PythonStatement.Raise => Characters("raise"),
        PythonStatement.Keyword keyword => Characters(keyword.Word),
        PythonStatement.Import import => Characters("import " + import.Module),
        _ => throw new UnreachableException(),
    };

    private void PrintIf(PythonStatement.If conditional, int level)
    {
        for (var i = 0; i < conditional.Clauses.Length; i++)
        {
            var (test, body) = conditional.Clauses[i];
            var header = Clause(i == 0 ? "if " : "elif ", layouts.Value(Add(test)));
            if (i == 0) PrintHeader(conditional, level, header);
            else PrintLine(header, level, null);
            PrintBlock(body, level + 1);
        }

        if (conditional.Otherwise is not { Statements.IsEmpty: false } otherwise) return;
        PrintLine(Characters("else:"), level, null);
        PrintBlock(otherwise, level + 1);
    }

    private void PrintTry(PythonStatement.Try attempt, int level)
    {
        PrintHeader(attempt, level, Characters("try:"));
        PrintBlock(attempt.Body, level + 1);
        foreach (var handler in attempt.Handlers)
        {
            var variable = handler.Variable is null ? ":" : $" as {handler.Variable}:";
            PrintLine(new Layout.Sequence([Characters("except "), layouts.Value(Add(handler.Type)), Characters(variable)]), level, null);
            PrintBlock(handler.Body, level + 1);
        }

        PrintPart("else:", attempt.Otherwise, level);
        PrintPart("finally:", attempt.Finally, level);
    }

    private void PrintPart(string header, PythonBlock? block, int level)
    {
        if (block is null) return;
        PrintLine(Characters(header), level, null);
        PrintBlock(block, level + 1);
    }

    private void PrintGlobal(PythonStatement.Global global, int level)
    {
        // One statement could be split with a backslash only.
        var line = new StringBuilder();
        foreach (var name in global.Names)
        {
            if (line.Length > 0 && level * LayoutState.Step + line.Length + 2 + name.Length > Width)
            {
                PrintLine(Characters(line.ToString()), level, null);
                line.Clear();
            }

            line.Append(line.Length == 0 ? "global " : ", ").Append(name);
        }

        PrintHeader(global, level, Characters(line.ToString()));
    }

    private void PrintBody(PythonStatement.Function function, int level)
    {
        var hasDocstring = function.Docstring is not null;
        if (!function.Body.Statements.IsEmpty) PrintAll(function.Body.Statements, level, isFunctionApart: hasDocstring);
        else if (!hasDocstring) PrintLine(Characters("pass"), level, null);
    }

    private void PrintBlock(PythonBlock block, int level)
    {
        if (block.Statements.IsEmpty) PrintLine(Characters("pass"), level, null);
        else PrintAll(block.Statements, level, isFunctionApart: block.Statements[0].Comments.IsEmpty);
    }

    private void PrintHeader(PythonStatement statement, int level, Layout header) => PrintLine(header, level, statement.Trailing);

    /// <summary>A trailing comment that does not fit, or would stand in the middle of the statement, goes above it.</summary>
    private void PrintLine(Layout layout, int level, string? trailing)
    {
        var text = LayoutWriter.Write(layout, level * LayoutState.Step, width);
        if (trailing is not null && PythonComment.Of(trailing) is var comment)
        {
            var isBehind = !text.Contains('\n', StringComparison.Ordinal) && TextWidth.Of(text) + 2 + TextWidth.Of(comment) <= width;
            if (isBehind) text += "  " + comment;
            else PrintComment(trailing, level);
        }

        output.Append(text).Append('\n');
    }

    private void PrintComment(string comment, int level)
    {
        foreach (var line in PythonComment.Lines(comment)) output.Append(' ', level * LayoutState.Step).Append(PythonComment.Of(line)).Append('\n');
    }

    private static PythonExpression Add(PythonExpression expression) => Parentheses.Add(expression);

    private static Layout.Sequence Clause(string word, Layout layout) => new([Characters(word), layout, Characters(":")]);

    private static Layout.Sequence Behind(string word, Layout layout) => new([Characters(word), layout]);

    private static Layout.Characters Characters(string value) => new(value);
}
