using Unshell.Launchers.Code;

namespace Unshell.Launchers.Idioms;

/// <summary><c>: "${NAME:?message}"</c>: a variable that must be set.</summary>
/// <param name="exitStatus">What the shell ends with where it is not.</param>
internal sealed class RequiredVariables(int exitStatus) : PythonRewriter
{
    protected override IEnumerable<PythonStatement> Change(PythonStatement statement)
    {
        if (statement is not PythonStatement.Evaluate { Expression: PythonExpression.Logical { Operator: "or", Operands: [var value, var call] } }
            || Shapes.Arguments(call, "not_set") is not [PythonExpression.Text name, PythonExpression.Text message]) return [statement];
        var print = new PythonExpression.Call(
            Shapes.Name("print"),
            [new PythonArgument(null, Shapes.Text($"{name.Value}: {message.Value}")), Shapes.Keyword("file", Shapes.Name("sys.stderr"))]);
        return Shapes.InPlaceOf(statement, new PythonStatement.If(
            [(new PythonExpression.Unary("not", value), new PythonBlock([Shapes.Do(print), Shapes.Do(Shapes.Call("sys.exit", Shapes.Number(exitStatus)))]))],
            null));
    }
}
