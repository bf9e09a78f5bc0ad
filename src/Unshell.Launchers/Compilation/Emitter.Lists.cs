using Unshell.Launchers.Code;
using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Compilation;

/// <summary>Commands joined by <c>&amp;&amp;</c>, <c>||</c>, <c>|</c> and <c>&amp;</c>, and commands in a process of their own.</summary>
internal sealed partial class Emitter
{
    private bool EmitAndOr(AndOr list, StatusUse use)
    {
        if (use is StatusUse.Discard or StatusUse.Check)
        {
            var condition = Condition(list.Left, StatusReads.AtEntry(list.Right));
            var right = Branch(() => EmitCommand(list.Right, use));
            if (right.Statements.IsEmpty)
            {
                if (Effects(condition).Any()) Emit(condition is PythonExpression.Binary { Operator: "==", Right: PythonExpression.Number { Value: 0 } } status ? status.Left : condition);
                return true;
            }

            Emit(Py.When(list.IsAnd ? condition : Py.Not(condition), right));
            return true;
        }

        if (use == StatusUse.Return && !StatusReads.AtEntry(list.Right) && TryTested(list.Left) is CommandCode.Truth truth)
        {
            var isReached = true;
            if (list.IsAnd)
            {
                Emit(Py.When(truth.Expression, Branch(() => isReached = EmitCommand(list.Right, use))));
                return Finish(new CommandCode.Done(1), use);
            }

            Emit(Py.When(Py.Not(truth.Expression), Branch(() => isReached = EmitCommand(list.Right, use))));
            return Finish(new CommandCode.Done(), use);
        }

        EmitTested(list.Left, StatusUse.Keep);
        var test = Py.Binary(StatusValue, list.IsAnd ? "==" : "!=", Py.Number(0));
        Emit(Py.When(test, Branch(() => EmitCommand(list.Right, use == StatusUse.Return ? StatusUse.Keep : use))));
        return use != StatusUse.Return || Finish(new CommandCode.Status(StatusValue), use);
    }

    private CommandCode? TryTested(ShellCommand command)
    {
        var outer = isTested;
        isTested = true;
        var code = TryCode(command);
        isTested = outer;
        return code;
    }

    private void EmitTested(ShellCommand command, StatusUse use)
    {
        var outer = isTested;
        isTested = true;
        EmitCommand(command, use);
        isTested = outer;
    }

    /// <summary>A command as an expression; where it needs statements they are written before.</summary>
    private CommandCode Code(ShellCommand command)
    {
        switch (command)
        {
            case SimpleCommand simple:
                return Simple(simple);
            case Pipeline { Commands.Length: 1, IsNegated: false, IsTimed: false } single:
                return Code(single.Commands[0]);
            case Pipeline { Commands.Length: 1, IsNegated: true } negated:
                return new CommandCode.Truth(Py.Not(Condition(negated.Commands[0])), IsPure: false);
            case Pipeline pipeline:
                return Pipe(pipeline);
            case Subshell subshell:
                return Redirected(subshell.Redirections, () => new CommandCode.Status(Py.Call("subshell", Forked(subshell.Body, "subshell"))));
            case ConditionalCommand conditional:
                return Redirected(conditional.Redirections, () => Conditional(conditional));
            case ArithmeticCommand arithmetic:
                return Redirected(arithmetic.Redirections, () => new CommandCode.Truth(Truth(arithmetic.Expression), IsPure: false));
            case CoprocessCommand or InvalidCommand:
                Refuse(command, "a coprocess has no counterpart in the launcher", "use a program in the background with a named pipe, or write this part in Python");
                return new CommandCode.Done();
            default:
                EmitCommand(command, StatusUse.Keep);
                return new CommandCode.Status(StatusValue);
        }
    }

    private CommandCode Pipe(Pipeline pipeline)
    {
        if (pipeline.IsTimed)
            Refuse(pipeline, "`time` prints durations that no two runs share", "leave `time` out");
        if (IsDynamic(ShellOptions.PipeFail))
            Refuse(pipeline, "whether `pipefail` holds here depends on what ran before", "set `pipefail` once, at the top of the script");
        if (Has(ShellOptions.LastPipe))
            Refuse(pipeline, "with `lastpipe` the last command of a pipeline runs in the shell itself", "leave `shopt -s lastpipe` out, or read from `< <(command)`");
        var parts = new List<PythonExpression>();
        for (var i = 0; i < pipeline.Commands.Length; i++)
        {
            var body = Forked(pipeline.Commands[i], "pipe");
            if (i < pipeline.PipesErrors.Length && pipeline.PipesErrors[i]) body = Py.Call("with_errors", body);
            parts.Add(body);
        }

        var call = Py.Call("pipeline", parts);
        if (Has(ShellOptions.PipeFail)) call = Py.With(call, "pipefail", Py.True);
        return pipeline.IsNegated
            ? new CommandCode.Truth(Py.Binary(call, "!=", Py.Number(0)), IsPure: false)
            : new CommandCode.Status(call);
    }

    private CommandCode.Done Background(ShellCommand command)
    {
        var isProgram = !IsBash || (command is SimpleCommand or Pipeline { Commands: [SimpleCommand] } && SimpleCommands.NameOf(command as SimpleCommand ?? (SimpleCommand)((Pipeline)command).Commands[0]) is var name
            && (name is null || !facts.Functions.ContainsKey(name)));
        var job = Forked(command, "job");
        Emit(isProgram ? Py.Call("background", job) : Py.Call("background", job, Py.False));
        return new CommandCode.Done();
    }

    /// <summary>Commands as a function that a process of its own calls; what it returns is the exit status.</summary>
    private PythonExpression Forked(ShellNode body, string stem)
    {
        var (outerPart, outerOptions) = (part, options);
        part = new Part { Kind = PartKind.Fork, IsMixed = outerPart.IsMixed, Function = outerPart.Function, Known = outerPart.Known };
        if (body is CommandSubstitutionBody { ClearsErrorExit: true }) options &= ~ShellOptions.ErrorExit;
        var command = body switch
        {
            ShellCommand single => single,
            CommandSubstitutionBody { List.Statements: [{ IsBackground: false } only] } => only.Command,
            StatementList { Statements: [{ IsBackground: false } only] } => only.Command,
            _ => null,
        };
        // Where `set -e` is known only at run time, bash has to take it off there in a substitution.
        var clears = body is CommandSubstitutionBody { ClearsErrorExit: true } && (IsDynamic(ShellOptions.ErrorExit) || contexts.HasMixed)
            && !(command is SimpleCommand program && SimpleCommands.NameOf(program) is { } name && !facts.Functions.ContainsKey(name));
        var function = (command is null || clears ? null : TryLast(command)) ?? ForkedBlock(body, stem, clears);
        (part, options) = (outerPart, outerOptions);
        return HasTrap(body) ? Py.Lambda(Py.Call("run_with_traps", function)) : function;
    }

    private static bool HasTrap(ShellNode body) =>
        ShellNodes.WithDescendants(body is CommandSubstitutionBody substitution ? substitution.List : body)
            .Any(node => node is SimpleCommand command && SimpleCommands.NameOf(command) == "trap");

    private PythonExpression? TryLast(ShellCommand command)
    {
        if (command is SimpleCommand { Words.IsEmpty: true } or SimpleCommand { Words: [{ Literal: "exec" }, ..] }) return null;
        isLastOfFork = command;
        var code = TryCode(command);
        isLastOfFork = null;
        return code is null ? null : Py.Lambda(AsStatus(code));
    }

    private PythonExpression ForkedBlock(ShellNode body, string stem, bool clearsErrorExit)
    {
        var name = Fresh(stem);
        var block = Branch(() =>
        {
            if (clearsErrorExit) Emit(Py.Call("set_error_exit", Py.False));
            if (body is ShellCommand command) EmitCommand(command, StatusUse.Return);
            else EmitStatements(body is CommandSubstitutionBody substitution ? substitution.List : (StatementList)body, StatusUse.Return);
        });
        Emit(new PythonStatement.Function(name, [], null, block));
        return Py.Name(name);
    }

    /// <summary>The body of <c>$( )</c>, and whether bash takes <c>set -e</c> off in it.</summary>
    private sealed record CommandSubstitutionBody(StatementList List, bool ClearsErrorExit) : ShellNode(List.Span);
}
