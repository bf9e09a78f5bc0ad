using Unshell.Launchers.Code;

namespace Unshell.Launchers.Idioms;

/// <summary>
/// <c>$(program …)</c>: <c>subprocess</c> reads what the program writes, and what the launcher does itself needs no process of its own.
/// </summary>
internal sealed class Captures : PythonRewriter
{
    protected override PythonExpression Change(PythonExpression expression)
    {
        if (expression is PythonExpression.Name { Identifier: "capture.status" })
            return new PythonExpression.Subscript(Shapes.Name("last_capture"), Shapes.Text("status"));
        if (Shapes.Argument(expression, "read_file") is { } file) return Shapes.Call("file_text", file);
        if (Shapes.Argument(expression, "capture") is not PythonExpression.Lambda { Parameters.IsEmpty: true, Body: PythonExpression.Call called } part) return expression;
        if (called.Function is not PythonExpression.Name { Identifier: var name }) return expression;
        if (name == "execute") return Output(called) ?? expression;
        if (!name.EndsWith("_program", StringComparison.Ordinal)) return expression;
        return FileOf(called) is { } path ? Shapes.Call("file_text", path) : Shapes.Call("output_of_part", part);
    }

    private static PythonExpression.Call? Output(PythonExpression.Call execute)
    {
        if (Programs.Words(execute) is not { } words || Programs.Options(execute) is not { } options) return null;
        if (options.Any(option => option.Keyword == "stdout")) return null;
        var inside = options.Select(option => option.Value.Equals(Shapes.Name("sys.stdout")) ? option with { Value = Shapes.Name("subprocess.STDOUT") } : option);
        return new PythonExpression.Call(Shapes.Name("output_of"), [.. words, .. inside]);
    }

    /// <summary>The file of <c>cat file</c>, where the word cannot be an option.</summary>
    private static PythonExpression? FileOf(PythonExpression.Call call) =>
        Shapes.Arguments(call, "cat_program") is [PythonExpression.List { Items: [var file] }, _] && Shapes.IsPath(file) ? file : null;
}
