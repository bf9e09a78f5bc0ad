using Unshell.Launchers.Code;

namespace Unshell.Launchers.Idioms;

/// <summary><c>nc -z host port</c> as a condition: whether a TCP port takes connections.</summary>
internal sealed class OpenPorts : PythonRewriter
{
    protected override PythonExpression Change(PythonExpression expression)
    {
        if (expression is not PythonExpression.Binary { Operator: "==" or "!=", Right: PythonExpression.Number { Value: 0 } } comparison) return expression;
        if (Connection(comparison.Left) is not { } connection) return expression;
        return comparison.Operator == "==" ? connection : new PythonExpression.Unary("not", connection);
    }

    private static PythonExpression.Call? Connection(PythonExpression status)
    {
        var isQuiet = Shapes.Arguments(status, "with_redirections") is [PythonExpression.Lambda, ..];
        if (isQuiet)
        {
            var arguments = Shapes.Arguments(status, "with_redirections")!.Value;
            if (!IsSilenced(arguments.AsSpan()[1..])) return null;
            status = ((PythonExpression.Lambda)arguments[0]).Body;
        }

        if (Shapes.Arguments(status, "nc_program") is not [PythonExpression.List { Items: [PythonExpression.Text { Value: "-z" }, .. var words] }, _]) return null;
        var timeout = words is [PythonExpression.Text { Value: "-w" }, PythonExpression.Text seconds, ..] && VariableUses.IsPlainNumber(seconds.Value) ? seconds : null;
        if (timeout is not null) words = words[2..];
        if (words.Length != 2 || words.Any(word => word is PythonExpression.Text { Value: ['-', ..] })) return null;
        // Without quotes a host or a port may be several words, or none.
        var call = words.Any(word => word is PythonExpression.Starred)
            ? Shapes.Call("can_connect_to", new PythonExpression.List(words))
            : Shapes.Call("can_connect", words[0], words[1]);
        if (timeout is not null) call = call with { Arguments = call.Arguments.Add(Shapes.Keyword("timeout", new PythonExpression.Name(timeout.Value))) };
        return isQuiet ? call with { Arguments = call.Arguments.Add(Shapes.Keyword("quiet", new PythonExpression.Constant("True"))) } : call;
    }

    private static bool IsSilenced(ReadOnlySpan<PythonExpression> redirections)
    {
        var (isOutputGone, areErrorsGone) = (false, false);
        foreach (var redirection in redirections)
        {
            if (redirection is not PythonExpression.Tuple { Items: [PythonExpression.Number fd, PythonExpression.Text operation, var target] }) return false;
            var isNowhere = target is PythonExpression.Text { Value: "/dev/null" };
            if (operation.Value == "&>" && isNowhere) (isOutputGone, areErrorsGone) = (true, true);
            else if (operation.Value == ">" && isNowhere && fd.Value is 1 or 2) (isOutputGone, areErrorsGone) = (isOutputGone || fd.Value == 1, areErrorsGone || fd.Value == 2);
            else if (operation.Value == ">&" && fd.Value == 2 && target is PythonExpression.Number { Value: 1 } && isOutputGone) areErrorsGone = true;
            else return false;
        }

        return areErrorsGone;
    }
}
