using System.Collections.Immutable;
using Unshell.Launchers.Code;

namespace Unshell.Launchers.Idioms;

/// <summary>The code of <c>python -c</c>: where it is long it stands above, under a name, and the call stays on one line.</summary>
internal sealed class LongCode : PythonRewriter
{
    private const int LongestInLine = 30;
    private readonly ImmutableArray<PythonStatement>.Builder constants = ImmutableArray.CreateBuilder<PythonStatement>();

    /// <summary>The constants that calls refer to.</summary>
    public ImmutableArray<PythonStatement> Constants => constants.ToImmutable();

    protected override PythonExpression Change(PythonExpression expression)
    {
        if (Words(expression) is not [PythonExpression.Text { Value: "python" or "python3" }, PythonExpression.Text { Value: "-c" }, PythonExpression.Text { Value.Length: > LongestInLine } code, ..]) return expression;
        var name = Shapes.Name(constants.Count == 0 ? "CODE" : $"CODE_{constants.Count + 1}");
        constants.Add(new PythonStatement.Assign(name, "=", code));
        return new Replaced(code, name).Rewrite(expression);
    }

    private static ImmutableArray<PythonExpression> Words(PythonExpression expression) => expression switch
    {
        PythonExpression.Call { Function: PythonExpression.Name { Identifier: "subprocess.call" }, Arguments: [{ Value: PythonExpression.List list }, ..] } => list.Items,
        PythonExpression.Call { Function: PythonExpression.Name { Identifier: "run_program" or "become" } } call => [.. call.Arguments.Where(a => a.Keyword is null).Select(a => a.Value)],
        _ => [],
    };

    private sealed class Replaced(PythonExpression old, PythonExpression replacement) : PythonRewriter
    {
        protected override PythonExpression Change(PythonExpression expression) => ReferenceEquals(expression, old) ? replacement : expression;
    }
}
