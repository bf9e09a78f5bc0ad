using Unshell.Launchers.Code;

namespace Unshell.Launchers.Idioms;

/// <summary><c>cd</c> to a directory that is written, and that CDPATH does not change.</summary>
internal sealed class Directories : PythonRewriter
{
    protected override PythonExpression Change(PythonExpression expression) => expression switch
    {
        PythonExpression.Name { Identifier: "begin_in_directory" } => Shapes.Name("prepare"),
        _ when Shapes.Argument(expression, "cd") is PythonExpression.Text path && IsSure(path.Value) => Shapes.Call("change_directory", path),
        _ => expression,
    };

    private static bool IsSure(string path) => path is "." or ".." || path.StartsWith('/') || path.StartsWith("./", StringComparison.Ordinal) || path.StartsWith("../", StringComparison.Ordinal);
}
