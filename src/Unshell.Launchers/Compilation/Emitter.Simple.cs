using System.Collections.Immutable;
using Unshell.Launchers.Code;
using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Compilation;

/// <summary>Simple commands: assignments, functions, builtins and programs.</summary>
internal sealed partial class Emitter
{
    /// <summary>The command that a process of its own ends with: a program takes its place.</summary>
    private ShellCommand? isLastOfFork;

    private CommandCode Simple(SimpleCommand command)
    {
        if (command.Words.IsEmpty) return Redirected(command.Redirections, () => Assignments(command));
        var words = SimpleCommands.WithoutPrefix(command);
        var isPrefixed = words.Length < command.Words.Length;
        var name = words[0].Literal;
        if (name is null) return Computed(command, words);
        if (!isPrefixed && facts.Functions.ContainsKey(name))
            return Redirected(command.Redirections, () => Temporarily(command, Called(name, AllFields(command.Words.AsSpan()[1..]))));
        if (name == "exec") return Exec(command, words);
        if (ShellBuiltins.Has(name, file.Dialect)) return Builtin(command, name);
        return Program(command, words, command.Redirections);
    }

    private CommandCode Builtin(SimpleCommand command, string name)
    {
        if (command.Assignments.IsEmpty) return Redirected(command.Redirections, () => BuiltinCode(command, name));
        if (name == "read") return Redirected(command.Redirections, () => BuiltinCode(command, name));
        // In dash, and by POSIX, assignments before a special builtin stay.
        if (!IsBash && ShellBuiltins.IsSpecial(name))
        {
            foreach (var assignment in command.Assignments) EmitAssignment(assignment);
            return Redirected(command.Redirections, () => BuiltinCode(command, name));
        }

        return Redirected(command.Redirections, () => Temporarily(command, AsStatus(BuiltinCode(command, name))));
    }

    private CommandCode.Status Temporarily(SimpleCommand command, PythonExpression status) => command.Assignments.IsEmpty
        ? new CommandCode.Status(status)
        : new CommandCode.Status(Py.Call("temporarily", Assigned(command), Py.Lambda(status)));

    /// <summary>What assignments before a command give to those behind them.</summary>
    private readonly Dictionary<string, PythonExpression> prefixed = new(StringComparer.Ordinal);

    private PythonExpression.Dictionary Assigned(SimpleCommand command)
    {
        var items = ImmutableArray.CreateBuilder<(PythonExpression?, PythonExpression)>();
        foreach (var assignment in command.Assignments)
        {
            if (assignment.Index is not null || assignment.Elements is not null) Refuse(assignment, "an array cannot be handed to a command", "assign it before");
            var value = Value(assignment.Value);
            if (assignment.IsAppend) value = Py.Join([Plainly(assignment), value]);
            items.Add((Py.Text(assignment.Name), value));
            // The next assignments see this one; evaluating it again must do nothing.
            if (IsPure(value)) prefixed[assignment.Name] = value;
            else if (command.Assignments.Any(other => other.Span > assignment.Span && ShellNodes.WithDescendants(other).Any(node => node is ParameterPart parameter && parameter.Name == assignment.Name)))
                Refuse(assignment, "a later assignment before the same command reads this one", "assign before the command");
        }

        prefixed.Clear();

        return new PythonExpression.Dictionary(items.ToImmutable());
    }

    private PythonExpression Plainly(Assignment assignment) =>
        Place(new ParameterPart(assignment.Span, assignment.Name, null, false, false, "", null, null)).Value;

    /// <summary>The call of a function of the script.</summary>
    private PythonExpression Called(string name, ImmutableArray<PythonExpression> arguments)
    {
        var call = facts.IsFixed(name)
            ? Py.Call(FunctionName(name), arguments.AsSpan())
            : Py.Call("call_any", [Py.Name("shell_functions"), Py.Text(name), .. arguments]);
        var context = contexts.Of(name);
        // In a condition a function must not stop at its first failure; where it is called both ways, it has to be told.
        return isTested && context is { IsChecked: true, IsTested: true } && (Has(ShellOptions.ErrorExit) || IsDynamic(ShellOptions.ErrorExit))
            ? Py.Call("tested", Py.Lambda(call))
            : call;
    }

    private CommandCode Computed(SimpleCommand command, ReadOnlySpan<Word> words)
    {
        var fields = AllFields(words);
        if (facts.Functions.Count > 0)
        {
            var table = facts.Functions.Keys.Order(StringComparer.Ordinal).Where(facts.IsFixed)
                .Select(name => ((PythonExpression?)Py.Text(name), Py.Name(FunctionName(name))));
            if (!facts.Functions.Keys.All(facts.IsFixed)) table = table.Append((null, Py.Name("shell_functions")));
            return Redirected(command.Redirections, () => Temporarily(command, Py.Call(
                "call_any", [new PythonExpression.Dictionary([.. table]), .. fields])));
        }

        Note(LauncherNoteKind.Review, command, "which program this runs is known only at run time; a builtin of the shell is not found under its name");
        return Run(command, fields, command.Redirections);
    }

    private CommandCode.Status Run(SimpleCommand command, ImmutableArray<PythonExpression> fields, ImmutableArray<Redirection> redirections)
    {
        var isLast = ReferenceEquals(isLastOfFork, command);
        isLastOfFork = null;
        var call = Py.Call(isLast ? "execute" : "run", fields.AsSpan());
        if (!redirections.IsEmpty) call = Py.With(call, "redirections", Py.List(redirections.Select(RedirectionTuple)));
        if (!command.Assignments.IsEmpty) call = Py.With(call, "env", Assigned(command));
        return new CommandCode.Status(call);
    }

    private CommandCode Exec(SimpleCommand command, ReadOnlySpan<Word> words)
    {
        if (IsBash && words is [_, { Literal: "--" }, ..]) words = words[1..];
        if (words.Length == 1)
        {
            foreach (var assignment in command.Assignments) EmitAssignment(assignment);
            if (command.Redirections.IsEmpty) return new CommandCode.Done();
            Emit(Py.Call("redirect", command.Redirections.Select(RedirectionTuple)));
            return new CommandCode.Done();
        }

        if (words[1].Literal is ['-', ..])
        {
            Refuse(command, $"`exec {words[1].Literal}` is not translated", "leave the option out");
            return new CommandCode.Never();
        }

        isLastOfFork = command;
        var code = Program(command, words[1..], command.Redirections);
        isLastOfFork = null;
        if (code is not CommandCode.Status { Expression: PythonExpression.Call { Function: PythonExpression.Name { Identifier: "execute" } } call })
        {
            Emit(Py.Call("sys.exit", AsStatus(code)));
            return new CommandCode.Never();
        }

        // `exec "$@"` without any argument does nothing, and the script goes on.
        Emit(call);
        return call.Arguments.Any(argument => argument is { Keyword: null, Value: not PythonExpression.Starred })
            ? new CommandCode.Never()
            : new CommandCode.Done();
    }

    /// <summary>Assignments without a command; their status is that of the last substitution in them.</summary>
    private CommandCode Assignments(SimpleCommand command)
    {
        foreach (var assignment in command.Assignments) EmitAssignment(assignment);
        var substitutions = command.Assignments.SelectMany(ShellNodes.WithDescendants).OfType<CommandSubstitution>().ToList();
        return substitutions.Count == 0 ? new CommandCode.Done() : new CommandCode.Status(Py.Name("capture.status"));
    }

    private void EmitAssignment(Assignment assignment)
    {
        if (assignment.Value is { } word && word.Parts.Any(part => part is not (CommandSubstitution or DoubleQuotedPart { Parts: [CommandSubstitution] })
            && ShellNodes.WithDescendants(part).Any(node => node is CommandSubstitution)))
            Emit(Py.Assign(Py.Name("capture.status"), Py.Number(0)));
        if (assignment.Elements is { } elements)
        {
            EmitArray(assignment.Name, elements, assignment.IsAppend);
            return;
        }

        if (assignment.Index is { } index)
        {
            var key = Key(assignment.Name, index);
            var value = Value(assignment.Value);
            if (assignment.IsAppend) value = Py.Join([Py.Call("element", Py.Text(assignment.Name), key), value]);
            Emit(Py.Call("set_element", Py.Text(assignment.Name), key, value));
            return;
        }

        var text = Value(assignment.Value);
        EmitAssignment(assignment.Name, assignment.IsAppend ? Py.Join([Plainly(assignment), text]) : text, assignment);
    }

    /// <summary>Gives a variable a value.</summary>
    private void EmitAssignment(string name, PythonExpression value, ShellNode node)
    {
        if (facts.IsReadOnly(name) && !facts.IsDeclaredReadOnlyAt(name, node))
            Refuse(node, $"`{name}` is read-only, and assigning it stops the shell", "leave the assignment or `readonly` out");
        if (IsBash && name is "SECONDS" or "RANDOM" or "BASHPID" or "FUNCNAME" or "GROUPS")
            Refuse(node, $"assigning `{name}` has a meaning of its own in bash", "use a variable of another name");
        if (IsDynamic(ShellOptions.AllExport))
            Refuse(node, "whether `set -a` holds here depends on what ran before", "export the variable by name");
        if (facts.IsArray(name)) Emit(Py.Call("set_element", Py.Text(name), facts.IsAssociative(name) ? Py.Text("0") : Py.Number(0), value));
        else if (Has(ShellOptions.AllExport) || facts.IsExportedBefore(name)) Emit(Py.Call("export", Py.Text(name), value));
        else Emit(Py.Assign(Py.Item(Store(name), Py.Text(name)), value));
        if (!facts.IsUnset(name)) part.Known = part.Known.Add(name);
    }

    private void EmitArray(string name, ImmutableArray<ArrayElement> elements, bool isAppend)
    {
        var key = Py.Text(name);
        if (elements.All(element => element.Index is null))
        {
            Emit(Py.Call(isAppend ? "append_array" : "set_array", key, Py.List(elements.SelectMany(element => Fields(element.Value)))));
            return;
        }

        if (!isAppend) Emit(Py.Call("set_array", key, Py.List([])));
        foreach (var element in elements)
        {
            if (element.Index is { } index) Emit(Py.Call("set_element", key, Key(name, index), Value(element.Value)));
            else Emit(Py.Call("append_array", key, Py.List(Fields(element.Value))));
        }
    }
}
