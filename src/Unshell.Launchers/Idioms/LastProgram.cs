using Unshell.Launchers.Code;

namespace Unshell.Launchers.Idioms;

/// <summary><c>exec</c>: <c>os.execvp</c>, with what a shell says where the program is not there.</summary>
/// <param name="isThere">Whether a program is surely there.</param>
/// <param name="isOnly">Whether the launcher has one <c>exec</c>, which then needs no function.</param>
internal sealed class LastProgram(Func<string, bool> isThere, bool isOnly) : PythonRewriter
{
    private static readonly PythonExpression Arguments =
        new PythonExpression.Subscript(Shapes.Name("sys.argv"), new PythonExpression.Slice(Shapes.Number(1), null));

    protected override IEnumerable<PythonStatement> Change(PythonStatement statement)
    {
        if (statement is not PythonStatement.Evaluate { Expression: var called } || Shapes.Arguments(called, "execute") is not { IsEmpty: false } words) return [statement];
        if (words[0] is PythonExpression.Text { Value: { Length: > 0 } name })
        {
            return Shapes.InPlaceOf(statement, Shapes.Do(isThere(name)
                ? Shapes.Call("os.execvp", words[0], new PythonExpression.List(words))
                : Shapes.Call("become", words.AsSpan())));
        }

        if (words is not [PythonExpression.Starred { Inner: var all }]) return [statement];
        // With no words `exec` does nothing.
        var body = isOnly ? Guarded(all) : Shapes.Do(Shapes.Call("become", words[0]));
        return Shapes.InPlaceOf(statement, new PythonStatement.If([(all, new PythonBlock([body]))], null));
    }

    private static PythonStatement.Try Guarded(PythonExpression words)
    {
        var first = words.Equals(Arguments)
            ? new PythonExpression.Subscript(Shapes.Name("sys.argv"), Shapes.Number(1))
            : new PythonExpression.Subscript(words, Shapes.Number(0));
        var error = Shapes.Name("error");
        var print = new PythonExpression.Call(
            Shapes.Name("print"),
            [
                new PythonArgument(null, new PythonExpression.Formatted([first, Shapes.Text(": "), new PythonExpression.Attribute(error, "strerror")])),
                Shapes.Keyword("file", Shapes.Name("sys.stderr")),
            ]);
        var status = new PythonExpression.Conditional(Shapes.Call("isinstance", error, Shapes.Name("FileNotFoundError")), Shapes.Number(127), Shapes.Number(126));
        return new PythonStatement.Try(
            new PythonBlock([Shapes.Do(Shapes.Call("os.execvp", first, words))]),
            [new PythonHandler(Shapes.Name("OSError"), "error", new PythonBlock([Shapes.Do(print), Shapes.Do(Shapes.Call("sys.exit", status))]))],
            null,
            null);
    }

    /// <summary>A block where <c>arguments</c>, if it is read but once, is written out.</summary>
    public static PythonBlock WithoutArguments(PythonBlock main)
    {
        var uses = new Uses();
        uses.Rewrite(main);
        var isAssigned = main.Statements.Any(IsAssignment);
        return isAssigned && uses.Count == 2 && uses.Starred == 1 ? new Inlined().Rewrite(main) : main;
    }

    private static bool IsAssignment(PythonStatement statement) =>
        statement is PythonStatement.Assign { Operator: "=", Target: PythonExpression.Name { Identifier: "arguments" } } assign && assign.Value.Equals(Arguments);

    private sealed class Uses : PythonRewriter
    {
        public int Count { get; private set; }

        public int Starred { get; private set; }

        protected override PythonExpression Change(PythonExpression expression)
        {
            if (expression is PythonExpression.Name { Identifier: "arguments" }) Count++;
            if (Shapes.Argument(expression, "execute") is PythonExpression.Starred { Inner: PythonExpression.Name { Identifier: "arguments" } }) Starred++;
            return expression;
        }
    }

    private sealed class Inlined : PythonRewriter
    {
        protected override PythonExpression Change(PythonExpression expression) =>
            expression is PythonExpression.Starred { Inner: PythonExpression.Name { Identifier: "arguments" } } ? new PythonExpression.Starred(Arguments) : expression;

        protected override IEnumerable<PythonStatement> Change(PythonStatement statement) => IsAssignment(statement) ? [] : [statement];
    }
}
