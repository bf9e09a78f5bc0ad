using Unshell.Launchers.Code;

namespace Unshell.Launchers.Idioms;

/// <summary>dash's <c>echo</c> of one word that is not its option <c>-n</c>.</summary>
internal sealed class EscapedLines : PythonRewriter
{
    protected override PythonExpression Change(PythonExpression expression) =>
        Shapes.Argument(expression, "echo_escaped") is { } word && IsNoOption(word) ? Shapes.Call("write_escaped", word) : expression;

    private static bool IsNoOption(PythonExpression word) => word switch
    {
        PythonExpression.Text text => text.Value != "-n",
        PythonExpression.Formatted formatted => formatted.Parts.Any(part => part is PythonExpression.Text text && text.Value.AsSpan().ContainsAnyExcept('-', 'n')),
        _ => false,
    };
}
