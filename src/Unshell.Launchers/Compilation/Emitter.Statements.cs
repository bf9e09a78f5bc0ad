using System.Collections.Immutable;
using Unshell.Launchers.Code;
using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Compilation;

/// <summary>Lists of commands, and what becomes of a command's exit status.</summary>
internal sealed partial class Emitter
{
    private readonly HashSet<ShellCommand> notExpressions = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ShellSyntax, int> commentsTaken = new(ReferenceEqualityComparer.Instance);

    /// <summary>Commands one after another; the last one's status is used as told.</summary>
    private void EmitStatements(StatementList list, StatusUse last)
    {
        for (var i = 0; i < list.Statements.Length; i++)
        {
            var statement = list.Statements[i];
            var isLast = i == list.Statements.Length - 1;
            var use = isLast ? last : StatusReads.AtEntry(list.Statements[i + 1]) ? Kept(Plain) : Plain;
            var first = block.Count;
            var comments = TakeComments(statement);
            var isReached = EmitStatement(statement, use);
            Annotate(first, statement, comments);
            if (!isReached) return;
        }

        if (list.Statements.IsEmpty) Finish(new CommandCode.Done(), last);
    }

    private static StatusUse Kept(StatusUse use) => use switch
    {
        StatusUse.Discard => StatusUse.Keep,
        StatusUse.Check => StatusUse.KeepAndCheck,
        _ => use,
    };

    /// <summary>Writes one command; false where nothing behind it is reached.</summary>
    private bool EmitStatement(Statement statement, StatusUse use)
    {
        if (statement.IsBackground) return Finish(Background(statement.Command), use);
        return EmitCommand(statement.Command, use);
    }

    /// <summary>Writes a command as statements; false where nothing behind it is reached.</summary>
    private bool EmitCommand(ShellCommand command, StatusUse use)
    {
        switch (command)
        {
            case Pipeline { Commands.Length: 1, IsNegated: false, IsTimed: false } pipeline:
                return EmitCommand(pipeline.Commands[0], use);
            case Pipeline { Commands.Length: 1, IsNegated: true } pipeline:
                return Finish(new CommandCode.Truth(Py.Not(Condition(pipeline.Commands[0])), IsPure: false), Unchecked(use));
            case Pipeline { IsNegated: true } pipeline:
                return Finish(Code(pipeline), Unchecked(use));
            case AndOr list:
                return EmitAndOr(list, use);
            case CompoundCommand compound and not (ConditionalCommand or ArithmeticCommand or Subshell):
                return EmitCompound(compound, use);
            case FunctionDefinition definition:
                EmitDefinition(definition);
                return Finish(new CommandCode.Done(), use);
            case SimpleCommand simple when files.SourcedBy(simple) is { } text:
                return EmitSourced(simple, text, use);
            case ArithmeticCommand { Redirections.IsEmpty: true } arithmetic when use == StatusUse.Discard:
                EmitArithmetic(arithmetic.Expression);
                return true;
            case SimpleCommand { Redirections.IsEmpty: false, Words.IsEmpty: false } simple when IsInternal(simple):
                return EmitRedirected(
                    simple.Redirections, use, inner => EmitCommand(simple with { Redirections = [] }, inner),
                    isFatal: !IsBash && ShellBuiltins.IsSpecial(SimpleCommands.NameOf(simple)!));
            case SimpleCommand simple when use == StatusUse.Return && part.Kind == PartKind.Main && !facts.HasTraps:
                return Finish(Forwarding(Code(simple)), use);
            default:
                return Finish(Code(command), use);
        }
    }

    /// <summary>The script's last program gets the signals that the script gets.</summary>
    private static CommandCode Forwarding(CommandCode code) =>
        code is CommandCode.Status { Expression: PythonExpression.Call { Function: PythonExpression.Name { Identifier: "run" } program } call }
            ? new CommandCode.Status(call with { Function = Py.Name(program.Identifier + "_and_forward") })
            : code;

    /// <summary>Whether a command runs in the launcher itself, and so under redirections that are taken back.</summary>
    private bool IsInternal(SimpleCommand command)
    {
        var name = SimpleCommands.NameOf(command);
        return name is not null and not "exec" and not "command" and not "type" and not "hash" && (facts.Functions.ContainsKey(name) || ShellBuiltins.Has(name, file.Dialect));
    }

    private static StatusUse Unchecked(StatusUse use) => use switch
    {
        StatusUse.Check => StatusUse.Discard,
        StatusUse.KeepAndCheck => StatusUse.Keep,
        _ => use,
    };

    /// <summary>Writes what a command's status is used for; false where nothing behind it is reached.</summary>
    private bool Finish(CommandCode code, StatusUse use)
    {
        if (code is CommandCode.Never) return false;
        switch (use)
        {
            case StatusUse.Discard when code is CommandCode.Status { Expression: not PythonExpression.Name } status:
                Emit(status.Expression);
                break;
            case StatusUse.Discard when code is CommandCode.Truth { IsPure: false } truth:
                Emit(truth.Expression);
                break;
            case StatusUse.Check:
                return EmitCheck(code);
            case StatusUse.Keep or StatusUse.KeepAndCheck:
                EmitKeep(AsStatus(code));
                if (use == StatusUse.KeepAndCheck && code is not CommandCode.Done { ExitStatus: 0 }) EmitCheck(new CommandCode.Status(StatusValue));
                break;
            case StatusUse.Return:
                return EmitReturn(code);
        }

        return true;
    }

    private bool EmitReturn(CommandCode code)
    {
        // Python's None is exit status 0 where the script ends.
        if (part.Kind == PartKind.Main && code is CommandCode.Done { ExitStatus: 0 }) return true;
        part.Returns = true;
        Emit(Py.Return(AsStatus(code)));
        return true;
    }

    private bool EmitCheck(CommandCode code)
    {
        var isDynamic = part.IsMixed || IsDynamic(ShellOptions.ErrorExit);
        switch (code)
        {
            case CommandCode.Done { ExitStatus: 0 }:
                return true;
            case CommandCode.Truth truth when !isDynamic:
                Emit(Py.When(Py.Not(truth.Expression), Py.Block(Py.Do(Py.Call("sys.exit", Py.Number(1))))));
                return true;
            default:
                Emit(Py.Call(isDynamic ? "check_unless_tested" : "check", AsStatus(code)));
                return true;
        }
    }

    private void EmitKeep(PythonExpression status) =>
        Emit(Py.Assign(StatusPlace, keepsEveryStatus ? AsText(status) : status));

    private static PythonExpression AsText(PythonExpression number) => number is PythonExpression.Number known
        ? Py.Text(known.Value.ToString(System.Globalization.CultureInfo.InvariantCulture))
        : Py.Call("str", number);

    /// <summary>The kept status as a number.</summary>
    private PythonExpression StatusValue => keepsEveryStatus ? Py.Call("int", StatusPlace) : StatusPlace;

    private static PythonExpression AsStatus(CommandCode code) => code switch
    {
        CommandCode.Status status => status.Expression,
        CommandCode.Truth { Expression: PythonExpression.Constant known } => Py.Number(known.Word == "True" ? 0 : 1),
        CommandCode.Truth truth when Py.Not(truth.Expression) is PythonExpression.Unary or PythonExpression.Binary => Py.Call("int", Py.Not(truth.Expression)),
        CommandCode.Truth truth => Py.Call("int", Py.Call("bool", Py.Not(truth.Expression))),
        CommandCode.Done done => Py.Number(done.ExitStatus),
        _ => Py.Number(0),
    };

    private static PythonExpression AsTruth(CommandCode code) => code switch
    {
        CommandCode.Status status => Py.Binary(status.Expression, "==", Py.Number(0)),
        CommandCode.Truth truth => truth.Expression,
        CommandCode.Done { ExitStatus: 0 } => Py.True,
        _ => Py.False,
    };

    /// <summary>A command as a condition. Its statements, if it has any, are written before.</summary>
    private PythonExpression Condition(ShellCommand command, bool keeps = false)
    {
        var outer = isTested;
        isTested = true;
        var condition = TestedCondition(command, keeps || keepsEveryStatus);
        isTested = outer;
        return condition;
    }

    private PythonExpression Condition(StatementList list, bool keeps)
    {
        var outer = isTested;
        isTested = true;
        PythonExpression condition = Py.True;
        for (var i = 0; i < list.Statements.Length; i++)
        {
            if (i == list.Statements.Length - 1 && !list.Statements[i].IsBackground) condition = TestedCondition(list.Statements[i].Command, keeps || keepsEveryStatus);
            else EmitStatement(list.Statements[i], i + 1 < list.Statements.Length && StatusReads.AtEntry(list.Statements[i + 1]) ? Kept(Plain) : Plain);
        }

        isTested = outer;
        return condition;
    }

    private PythonExpression TestedCondition(ShellCommand command, bool keeps)
    {
        switch (command)
        {
            case Pipeline { Commands.Length: 1 } pipeline when !keeps || !pipeline.IsNegated:
                var inner = TestedCondition(pipeline.Commands[0], keeps);
                return pipeline.IsNegated ? Py.Not(inner) : inner;
            case AndOr list when !keeps:
                return TestedList(list);
            case BraceGroup { Redirections.IsEmpty: true, Body.Statements: [{ IsBackground: false } only] }:
                return TestedCondition(only.Command, keeps);
            case BraceGroup { Redirections.IsEmpty: true } group:
                return Condition(group.Body, keeps);
        }

        if (!keeps && TryCode(command) is { } code) return AsTruth(code);
        var isReached = EmitCommand(command, StatusUse.Keep);
        return isReached ? Py.Binary(StatusValue, "==", Py.Number(0)) : Py.False;
    }

    /// <summary>Both sides of <c>&amp;&amp;</c> or <c>||</c> as one condition; the right side's statements stand behind the left side's test.</summary>
    private PythonExpression TestedList(AndOr list)
    {
        var left = TestedCondition(list.Left, StatusReads.AtEntry(list.Right));
        PythonExpression right = Py.True;
        var body = Branch(() => right = TestedCondition(list.Right, keeps: false));
        if (body.Statements.All(statement => statement is PythonStatement.Function))
        {
            block.AddRange(body.Statements);
            return list.IsAnd ? Py.And(left, right) : Py.Or(left, right);
        }

        var passed = Py.Name(Fresh("passed"));
        Emit(Py.Assign(passed, left));
        Emit(Py.When(list.IsAnd ? passed : Py.Not(passed), new PythonBlock([.. body.Statements, Py.Assign(passed, right)])));
        return passed;
    }

    /// <summary>A command's code where it needs no statements of its own before it; else null, and nothing is written.</summary>
    private CommandCode? TryCode(ShellCommand command)
    {
        if (notExpressions.Contains(command)) return null;
        var (refusals, notes, taken) = (Refusals.Count, Notes.Count, commentsTaken.GetValueOrDefault(file));
        var (optionsBefore, known) = (options, part.Known);
        CommandCode? code = null;
        var body = Branch(() => code = command is SimpleCommand or Pipeline or ConditionalCommand or ArithmeticCommand or Subshell ? Code(command) : null);
        if ((code is CommandCode.Status or CommandCode.Truth || (code is CommandCode.Done && body.Statements.IsEmpty)) && body.Statements.All(statement => statement is PythonStatement.Function))
        {
            block.AddRange(body.Statements);
            return code;
        }

        notExpressions.Add(command);
        Refusals.RemoveRange(refusals, Refusals.Count - refusals);
        Notes.RemoveRange(notes, Notes.Count - notes);
        commentsTaken[file] = taken;
        (options, part.Known) = (optionsBefore, known);
        return null;
    }

    /// <summary>The comment that a script begins with, line below line, says what it is for.</summary>
    private void TakeDescription()
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var taken = 0;
        var first = file.Root.Statements is [var statement, ..] ? statement.Span.Start : int.MaxValue;
        for (; taken < file.Comments.Length && file.Comments[taken].Start < first; taken++)
        {
            if (file.Source.PositionOf(file.Comments[taken].Start).Line != taken + 1) break;
            var comment = file.Source.TextOf(file.Comments[taken]);
            if (!comment.StartsWith("#!", StringComparison.Ordinal) && !comment.Contains("shellcheck", StringComparison.Ordinal)) lines.Add(comment[1..].Trim());
        }

        if (!source.IsScript || lines.Count == 0) return;
        commentsTaken[file] = taken;
        Description = lines.ToImmutable();
    }

    private ImmutableArray<string> TakeComments(Statement statement)
    {
        var taken = commentsTaken.GetValueOrDefault(file);
        var text = file.Source.Content;
        var lineEnd = text.IndexOf('\n', statement.Span.Start);
        var end = statement.Command is CompoundCommand or FunctionDefinition || lineEnd < 0 ? statement.Span.Start : Math.Max(statement.Span.Start, lineEnd);
        var comments = ImmutableArray.CreateBuilder<string>();
        for (; taken < file.Comments.Length && file.Comments[taken].Start < end; taken++)
        {
            var comment = file.Source.TextOf(file.Comments[taken]);
            if (!comment.StartsWith("#!", StringComparison.Ordinal)) comments.Add(comment[1..].Trim());
        }

        commentsTaken[file] = taken;
        return comments.ToImmutable();
    }

    /// <summary>Puts the script's comments and the line above what a statement became.</summary>
    private void Annotate(int first, Statement statement, ImmutableArray<string> comments)
    {
        if (block.Count == first) return;
        var line = part.Kind == PartKind.Main && depth == 1 ? $"line {file.Source.PositionOf(statement.Span.Start).Line}" : null;
        block[first] = block[first] with { Comments = [.. comments, .. block[first].Comments], Trailing = block[first].Trailing ?? line };
    }
}
