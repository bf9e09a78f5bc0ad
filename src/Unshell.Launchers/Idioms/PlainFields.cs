using Unshell.Launchers.Code;

namespace Unshell.Launchers.Idioms;

/// <summary><c>$NAME</c> without quotes where neither IFS nor the options of pathname expansion ever change: a shorter function does it.</summary>
internal sealed class PlainFields : PythonRewriter
{
    protected override PythonExpression Change(PythonExpression expression) =>
        Shapes.Argument(expression, "split") is { } text ? Shapes.Call("fields_of", text) : expression;
}
