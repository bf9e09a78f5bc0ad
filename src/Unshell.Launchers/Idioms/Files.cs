using System.Collections.Immutable;
using Unshell.Launchers.Code;

namespace Unshell.Launchers.Idioms;

/// <summary><c>mkdir -p</c> and <c>rm -f</c> of paths that cannot be options.</summary>
internal sealed class Files : PythonRewriter
{
    protected override PythonExpression Change(PythonExpression expression)
    {
        if (PathsOf(expression, "mkdir_program", "-p") is { } directories) return Shapes.Call("make_directories", directories.AsSpan());
        // `rm` refuses these.
        if (PathsOf(expression, "rm_program", "-f") is { } files && !files.Any(file => file is PythonExpression.Text { Value: [.., '.' or '/'] }))
            return Shapes.Call("remove_files", files.AsSpan());
        return expression;
    }

    private static ImmutableArray<PythonExpression>? PathsOf(PythonExpression call, string program, string option) =>
        Shapes.Arguments(call, program) is [PythonExpression.List { Items: [PythonExpression.Text first, .. var paths] }, _]
            && first.Value == option && paths.Length > 0 && paths.All(path => path is PythonExpression.Text) && paths.All(Shapes.IsPath)
                ? paths
                : null;
}
