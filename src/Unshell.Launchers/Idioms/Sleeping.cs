using System.Globalization;
using Unshell.Launchers.Code;

namespace Unshell.Launchers.Idioms;

/// <summary><c>sleep 1</c> with a duration that is written: it cannot fail.</summary>
internal sealed class Sleeping : PythonRewriter
{
    protected override IEnumerable<PythonStatement> Change(PythonStatement statement)
    {
        if (statement is not PythonStatement.Evaluate evaluate) return [statement];
        var call = Shapes.Argument(evaluate.Expression, "check") ?? evaluate.Expression;
        return Shapes.Arguments(call, "sleep_program") is [PythonExpression.List { Items: [PythonExpression.Text duration] }, _] && Seconds(duration.Value) is { } seconds
            ? Shapes.InPlaceOf(statement, Shapes.Do(Shapes.Call("time.sleep", seconds)))
            : [statement];
    }

    private static PythonExpression? Seconds(string text)
    {
        var unit = text is [.., 's' or 'm' or 'h'] ? text[^1] : 's';
        var digits = text.TrimEnd(unit);
        if (text.Length - digits.Length > 1 || digits.Length is 0 or > 6 || digits.Count(c => c == '.') > 1) return null;
        if (!digits.All(c => char.IsAsciiDigit(c) || c == '.') || digits is ['.', ..] or [.., '.']) return null;
        var isWhole = !digits.Contains('.', StringComparison.Ordinal);
        var number = isWhole ? Shapes.Number(long.Parse(digits, CultureInfo.InvariantCulture)) : new PythonExpression.Name(digits);
        return unit switch
        {
            's' => number,
            'm' => new PythonExpression.Binary(number, "*", Shapes.Number(60)),
            _ => new PythonExpression.Binary(number, "*", Shapes.Number(3600)),
        };
    }
}
