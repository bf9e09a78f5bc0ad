using System.Globalization;
using Unshell.Launchers.Code;

namespace Unshell.Launchers.Idioms;

/// <summary><c>[ "$(id -u)" = 0 ]</c>: which user or group the launcher runs as.</summary>
internal sealed class UserIds : PythonRewriter
{
    protected override PythonExpression Change(PythonExpression expression)
    {
        if (expression is not PythonExpression.Binary { Operator: "==" or "!=", Right: PythonExpression.Text { Value: var digits } } comparison) return expression;
        if (!VariableUses.IsPlainNumber(digits) || Shapes.Argument(comparison.Left, "capture") is not PythonExpression.Lambda { Body: var body }) return expression;
        if (Shapes.Arguments(body, "id_program") is not [PythonExpression.List { Items: [PythonExpression.Text { Value: "-u" or "-g" } which] }, _]) return expression;
        return new PythonExpression.Binary(
            Shapes.Call(which.Value == "-u" ? "os.geteuid" : "os.getegid"), comparison.Operator,
            Shapes.Number(long.Parse(digits, CultureInfo.InvariantCulture)));
    }
}
