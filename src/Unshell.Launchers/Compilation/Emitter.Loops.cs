using Unshell.Launchers.Code;
using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Compilation;

/// <summary>Loops, <c>break</c> and <c>continue</c>.</summary>
internal sealed partial class Emitter
{
    private readonly Stack<PythonExpression> loopResults = new();

    /// <summary>A loop whose exit status is that of the last command of its body, or 0.</summary>
    private bool EmitLoop(StatusUse use, bool readsStatus, Action<StatusUse> write)
    {
        if (use is StatusUse.Discard or StatusUse.Check)
        {
            write(use);
            return true;
        }

        // What the loop itself reads from `$?` must not become its result.
        var result = readsStatus || keepsEveryStatus ? Py.Name(Fresh("result")) : StatusPlace;
        Emit(Py.Assign(result, keepsEveryStatus ? Py.Text("0") : Py.Number(0)));
        loopResults.Push(result);
        write(Kept(Plain));
        loopResults.Pop();
        if (result != StatusPlace && use != StatusUse.Return) Emit(Py.Assign(StatusPlace, result));
        var value = keepsEveryStatus ? Py.Call("int", result) : result;
        return use != StatusUse.Return || Finish(new CommandCode.Status(value), use);
    }

    private void EmitLoopOf(StatementList body, StatusUse use, Action? before, Func<PythonBlock, PythonStatement> make)
    {
        var loop = new Loop { Result = use is StatusUse.Keep or StatusUse.KeepAndCheck && loopResults.Count > 0 ? loopResults.Peek() : null };
        part.Loops.Push(loop);
        var code = Branch(() =>
        {
            before?.Invoke();
            var isReached = EmitList(body, use);
            if (isReached && loop.Result is { } result && !result.Equals(StatusPlace)) Emit(Py.Assign(result, StatusPlace));
        });
        part.Loops.Pop();
        foreach (var exit in loop.Exits) Emit(Py.Assign(Py.Name(exit.Flag), Py.False));
        Emit(make(code));
        foreach (var exit in loop.Exits)
        {
            var outer = part.Loops.Peek();
            var word = exit.GoesOn && exit.Target == outer ? "continue" : "break";
            Emit(Py.When(Py.Name(exit.Flag), Py.Block(new PythonStatement.Keyword(word))));
            if (exit.Target != outer) outer.Exits.Add(exit);
        }
    }

    private bool EmitWhile(WhileCommand loop, StatusUse use)
    {
        if (IsEndless(loop))
        {
            EmitLoopOf(loop.Body, Plain, null, body => new PythonStatement.While(Py.True, body));
            return false;
        }

        return EmitLoop(use, StatusReads.AtEntry(loop.Body) || StatusReads.AtEntry(loop.Condition), inner =>
        {
            PythonExpression condition = Py.True;
            // Written once to see whether it needs statements; those must run before each round.
            var prelude = Branch(() => condition = Condition(loop.Condition, StatusReads.AtEntry(loop.Body)));
            var test = loop.IsUntil ? Py.Not(condition) : condition;
            var use = StatusReads.AtEntry(loop.Condition) ? Kept(inner) : inner;
            if (prelude.Statements.All(statement => statement is PythonStatement.Function))
            {
                block.AddRange(prelude.Statements);
                EmitLoopOf(loop.Body, use, null, body => new PythonStatement.While(test, body));
                return;
            }

            EmitLoopOf(
                loop.Body, use,
                () =>
                {
                    block.AddRange(prelude.Statements);
                    Emit(Py.When(Py.Not(test), Py.Block(new PythonStatement.Keyword("break"))));
                },
                body => new PythonStatement.While(Py.True, body));
        });
    }

    private static bool IsEndless(WhileCommand loop) =>
        loop.Condition.Statements is [{ IsBackground: false, Command: var only }]
        && (only is Pipeline { Commands: [var single], IsNegated: false } ? single : only) is SimpleCommand { Words: [{ Literal: var word }], Assignments.IsEmpty: true }
        && (loop.IsUntil ? word == "false" : word is "true" or ":")
        && !ShellNodes.WithDescendants(loop.Body).Any(node => node is SimpleCommand command && SimpleCommands.NameOf(command) == "break");

    private void EmitFor(ForCommand loop, StatusUse use)
    {
        var items = loop.Words is { } words ? words.SelectMany(Fields).ToList() : [Py.Starred(Arguments)];
        var source = items is [PythonExpression.Starred all] ? all.Inner : Py.List(items);
        // The loop goes over a copy: its body may change what the words were made of.
        if (source.Equals(Arguments)) source = Py.Call("list", source);
        var variable = Fresh("item");
        EmitLoopOf(
            loop.Body, use,
            () => EmitAssignment(loop.Variable, Py.Name(variable), loop),
            body => new PythonStatement.For(variable, source, body));
    }

    private void EmitArithmeticFor(ArithmeticFor loop, StatusUse use)
    {
        if (loop.Initial is { } initial) EmitArithmetic(initial);
        var test = loop.Test is null ? Py.True : Truth(loop.Test);
        if (loop.Step is { } step)
        {
            // `continue` must not pass over the step, so that stands in front, and waits the first time.
            var isFirst = Py.Name(Fresh("first"));
            Emit(Py.Assign(isFirst, Py.True));
            EmitLoopOf(
                loop.Body, use,
                () =>
                {
                    Emit(Py.When(Py.Not(isFirst), Branch(() => EmitArithmetic(step))));
                    Emit(Py.Assign(isFirst, Py.False));
                    Emit(Py.When(Py.Not(test), Py.Block(new PythonStatement.Keyword("break"))));
                },
                body => new PythonStatement.While(Py.True, body));
            return;
        }

        EmitLoopOf(loop.Body, use, null, body => new PythonStatement.While(test, body));
    }

    /// <summary><c>break</c> and <c>continue</c>.</summary>
    private CommandCode Leave(SimpleCommand command, bool goesOn)
    {
        var text = command.Words.Length > 1 ? command.Words[1].Literal : "1";
        if (!int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var levels) || levels < 1)
        {
            Refuse(command, "how many loops it leaves is not written as a number", "write the number of loops");
            return new CommandCode.Done();
        }

        // Outside of a loop it does nothing; more levels than there are mean all.
        if (part.Loops.Count == 0)
        {
            if (part.Kind != PartKind.Main)
                Refuse(command, "it stands in a function or subshell and would leave a loop outside of it", "return a status, and leave the loop where it stands");
            return new CommandCode.Done();
        }

        var loops = part.Loops.ToList();
        var target = loops[Math.Min(levels, loops.Count) - 1];
        if (!goesOn && target.Result is { } result) Emit(Py.Assign(result, keepsEveryStatus ? Py.Text("0") : Py.Number(0)));
        if (target == loops[0])
        {
            Emit(new PythonStatement.Keyword(goesOn ? "continue" : "break"));
            return new CommandCode.Never();
        }

        var exit = loops[0].Exits.FirstOrDefault(exit => exit.Target == target && exit.GoesOn == goesOn);
        if (exit.Flag is null)
        {
            exit = (target, goesOn, Fresh("leaving"));
            loops[0].Exits.Add(exit);
        }

        Emit(Py.Assign(Py.Name(exit.Flag), Py.True));
        Emit(new PythonStatement.Keyword("break"));
        return new CommandCode.Never();
    }
}
