using System.Collections.Immutable;
using Unshell.Launchers.Code;

namespace Unshell.Launchers.Idioms;

/// <summary>
/// Programs that run in the foreground, with redirections that cannot fail: <c>subprocess.call</c> where all of them are surely there,
/// else a few lines that say what a shell says of one that is not.
/// </summary>
/// <param name="isDirect">Whether all programs are there.</param>
internal sealed class Programs(bool isDirect) : PythonRewriter
{
    private static readonly string[] Streams = ["stdin", "stdout", "stderr"];

    protected override PythonExpression Change(PythonExpression expression)
    {
        if (expression is not PythonExpression.Call { Function: PythonExpression.Name { Identifier: "run" or "run_and_forward" } name } call) return expression;
        if (Options(call) is not { } options || Words(call) is not { } words) return expression;
        if (name.Identifier == "run_and_forward") return new PythonExpression.Call(Shapes.Name("run_last"), [.. words, .. options]);
        return isDirect
            ? new PythonExpression.Call(Shapes.Name("subprocess.call"), [new PythonArgument(null, new PythonExpression.List([.. words.Select(word => word.Value)])), .. options])
            : new PythonExpression.Call(Shapes.Name("run_program"), [.. words, .. options]);
    }

    protected override IEnumerable<PythonStatement> Change(PythonStatement statement)
    {
        if (!isDirect || statement is not PythonStatement.Evaluate evaluate || Shapes.Argument(evaluate.Expression, "check") is not { } called || !IsCall(called)) return [statement];
        var status = Shapes.Name("status");
        var asShell = new PythonExpression.Conditional(
            new PythonExpression.Binary(status, ">", Shapes.Number(0)), status, new PythonExpression.Binary(Shapes.Number(128), "-", status));
        return Shapes.InPlaceOf(
            statement,
            new PythonStatement.Assign(status, "=", called),
            new PythonStatement.If([(new PythonExpression.Binary(status, "!=", Shapes.Number(0)), new PythonBlock([Shapes.Do(Shapes.Call("sys.exit", asShell))]))], null));
    }

    private static bool IsCall(PythonExpression expression) =>
        expression is PythonExpression.Call { Function: PythonExpression.Name { Identifier: "subprocess.call" } };

    /// <summary>The words of a call, the first of which is surely the program; else null.</summary>
    internal static ImmutableArray<PythonArgument>? Words(PythonExpression.Call call)
    {
        var words = call.Arguments.Where(argument => argument.Keyword is null).ToImmutableArray();
        return words is [{ Value: PythonExpression.Text { Value.Length: > 0 } }, ..] ? words : null;
    }

    /// <summary>What <c>subprocess</c> takes for a call's redirections and variables; null where it has no words for them.</summary>
    internal static ImmutableArray<PythonArgument>? Options(PythonExpression.Call call)
    {
        var options = ImmutableArray.CreateBuilder<PythonArgument>();
        foreach (var argument in call.Arguments.Where(argument => argument.Keyword is not null))
        {
            if (argument is { Keyword: "env", Value: PythonExpression.Dictionary variables })
            {
                var all = new PythonExpression.Dictionary([(null, Shapes.Name("os.environ")), .. variables.Items]);
                options.Add(Shapes.Keyword("env", all));
                continue;
            }

            if (argument is not { Keyword: "redirections", Value: PythonExpression.List redirections }) return null;
            foreach (var redirection in redirections.Items)
            {
                if (Option(redirection, options) is not { } added || options.Any(option => added.Any(other => other.Keyword == option.Keyword))) return null;
                options.AddRange(added);
            }
        }

        return [.. options.OrderBy(option => option.Keyword == "env").ThenBy(option => Array.IndexOf(Streams, option.Keyword))];
    }

    private static ImmutableArray<PythonArgument>? Option(PythonExpression redirection, ImmutableArray<PythonArgument>.Builder before) => redirection switch
    {
        PythonExpression.Tuple { Items: [PythonExpression.Number { Value: >= 0 and <= 2 } fd, PythonExpression.Text { Value: "<" or ">" or ">>" }, PythonExpression.Text { Value: "/dev/null" }] } =>
            [Shapes.Keyword(Streams[fd.Value], Shapes.Name("subprocess.DEVNULL"))],
        PythonExpression.Tuple { Items: [PythonExpression.Number, PythonExpression.Text { Value: "&>" or "&>>" }, PythonExpression.Text { Value: "/dev/null" }] } =>
            [Shapes.Keyword("stdout", Shapes.Name("subprocess.DEVNULL")), Shapes.Keyword("stderr", Shapes.Name("subprocess.DEVNULL"))],
        // Behind `>/dev/null`, `2>&1` means the same file.
        PythonExpression.Tuple { Items: [PythonExpression.Number { Value: 2 }, PythonExpression.Text { Value: ">&" }, PythonExpression.Number { Value: 1 }] }
            when before.FirstOrDefault(option => option.Keyword == "stdout") is { } output => [Shapes.Keyword("stderr", output.Value)],
        PythonExpression.Tuple { Items: [PythonExpression.Number { Value: 2 }, PythonExpression.Text { Value: ">&" }, PythonExpression.Number { Value: 1 }] } =>
            [Shapes.Keyword("stderr", Shapes.Name("sys.stdout"))],
        PythonExpression.Tuple { Items: [PythonExpression.Number { Value: 1 }, PythonExpression.Text { Value: ">&" }, PythonExpression.Number { Value: 2 }] }
            when !before.Any(option => option.Keyword == "stderr") => [Shapes.Keyword("stdout", Shapes.Name("sys.stderr"))],
        PythonExpression.Tuple { Items: [PythonExpression.Number { Value: 0 }, PythonExpression.Text { Value: "<<" }, var text] } =>
            [Shapes.Keyword("stdin", Shapes.Call("here_document", text))],
        _ => null,
    };
}
