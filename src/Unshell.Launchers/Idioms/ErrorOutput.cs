using System.Collections.Frozen;
using Unshell.Launchers.Code;

namespace Unshell.Launchers.Idioms;

/// <summary><c>echo … &gt;&amp;2</c>: nothing is redirected, the text is written there at once.</summary>
internal sealed class ErrorOutput : PythonRewriter
{
    // What may stand around the text and does not care where stdout goes.
    private static readonly FrozenSet<string> Silent = new[] { "write", "check", "str", "len", "argument", "sys.exit" }.ToFrozenSet(StringComparer.Ordinal);

    protected override IEnumerable<PythonStatement> Change(PythonStatement statement)
    {
        if (statement is not PythonStatement.With with || !Messages.IsToErrors(with.Context)) return [statement];
        var calls = new Calls();
        calls.Rewrite(with.Body);
        return calls.AreSilent ? Shapes.InPlaceOf(statement, new Writes().Rewrite(with.Body).Statements) : [statement];
    }

    private sealed class Calls : PythonRewriter
    {
        public bool AreSilent { get; private set; } = true;

        protected override PythonExpression Change(PythonExpression expression)
        {
            if (expression is PythonExpression.Call call) AreSilent &= call.Function switch
            {
                PythonExpression.Name name => Silent.Contains(name.Identifier),
                PythonExpression.Attribute { Member: "get" } => true,
                _ => false,
            };
            return expression;
        }

        // A function of Python is called later.
        protected override IEnumerable<PythonStatement> Change(PythonStatement statement)
        {
            AreSilent &= statement is not (PythonStatement.Function or PythonStatement.With);
            return [statement];
        }
    }

    private sealed class Writes : PythonRewriter
    {
        protected override PythonExpression Change(PythonExpression expression) =>
            Shapes.Argument(expression, "write") is { } text ? Shapes.Call("write", text, Shapes.Number(2)) : expression;
    }
}
