using System.Buffers;
using Unshell.Launchers.Code;
using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Compilation;

/// <summary>Builtins that change variables, options and positional parameters.</summary>
internal sealed partial class Emitter
{
    private static readonly SearchValues<char> OtherFlags = SearchValues.Create("pfFilunct+");

    private CommandCode Declare(SimpleCommand command, ReadOnlySpan<Word> words, string name)
    {
        var flags = "";
        var at = 1;
        for (; at < words.Length && words[at].Literal is ['-' or '+', _, ..] option && option != "--"; at++) flags += option;
        if (at < words.Length && words[at].Literal == "--") at++;
        if (at == words.Length || flags.AsSpan().ContainsAny(OtherFlags))
        {
            if (name == "export" && flags == "-n" && at < words.Length) return new CommandCode.Status(Py.Call("unexport", AllFields(words[at..])));
            Refuse(command, $"`{name} {flags}` is not translated".TrimEnd(), "write assignments and `export NAME`");
            return new CommandCode.Done();
        }

        if (name == "local" && part.Function is null)
        {
            Refuse(command, "`local` stands outside of a function", "leave `local` out");
            return new CommandCode.Done();
        }

        var exports = name == "export" || flags.Contains('x', StringComparison.Ordinal);
        foreach (var word in words[at..]) DeclareOne(word, name, exports, flags);
        return new CommandCode.Done();
    }

    private void DeclareOne(Word word, string command, bool exports, string flags)
    {
        if (SimpleCommands.Declared(word) is not { } declared)
        {
            if (exports) Emit(Py.Call("export_words", Fields(word)));
            else if (command is "declare" or "typeset" && part.Function is null && flags.Length == 0) Emit(Py.Call("assign_words", Fields(word)));
            else Refuse(word, "which variable it declares is known only when it runs", "write the name");
            return;
        }

        var (name, hasValue) = declared;
        if (!hasValue)
        {
            if (exports && facts.IsShellVariable(name)) Emit(Py.Call("export", Py.Text(name)));
            else if (facts.IsAssociative(name) || (facts.IsArray(name) && flags.Contains('a', StringComparison.Ordinal))) EmitArray(name, [], isAppend: false);
            // dash keeps the outer value of a local variable, bash has it unset.
            else if (command is "local" or "declare" or "typeset" && part.Function is not null && IsBash && !flags.Contains('g', StringComparison.Ordinal))
                Emit(Py.Method(Store(name), "pop", Py.Text(name), new PythonExpression.Constant("None")));
            return;
        }

        if (AssignmentOf(word) is not { } assignment)
        {
            Refuse(word, "its value is not split as other shells would split it", "quote the value");
            return;
        }

        if (assignment.Elements is not null || assignment.Index is not null)
        {
            EmitAssignment(assignment);
            return;
        }

        var value = Value(assignment.Value);
        if (assignment.IsAppend) value = Py.Join([Plainly(assignment), value]);
        if (!exports) EmitAssignment(name, value, word);
        else if (!facts.IsShellVariable(name)) Emit(Py.Assign(Py.Item(Py.Environment, Py.Text(name)), value));
        else Emit(Py.Call("export", Py.Text(name), value));
        if (exports && !facts.IsUnset(name)) part.Known = part.Known.Add(name);
    }

    /// <summary>An argument such as <c>NAME=value</c> as an assignment; null where dash would split its value.</summary>
    private static Assignment? AssignmentOf(Word word)
    {
        if (word.Parts is [LiteralPart head, ArrayPart array] && head.Value.EndsWith('='))
            return new Assignment(word.Span, head.Value.TrimEnd('=', '+'), null, head.Value.EndsWith("+=", StringComparison.Ordinal), null, array.Elements);
        var literal = (LiteralPart)word.Parts[0];
        var sign = literal.Value.IndexOf('=', StringComparison.Ordinal);
        var name = literal.Value[..sign];
        Word? index = null;
        if (name.Contains('[', StringComparison.Ordinal)) return null;
        var rest = literal.Value[(sign + 1)..];
        var parts = rest.Length == 0 ? word.Parts.RemoveAt(0) : word.Parts.SetItem(0, literal with { Value = rest });
        return new Assignment(word.Span, name.TrimEnd('+'), index, name.EndsWith('+'), new Word(word.Span, parts), null);
    }

    private CommandCode.Done Unset(SimpleCommand command, ReadOnlySpan<Word> words)
    {
        var at = 1;
        if (words.Length > 1 && words[1].Literal is ['-', ..] flag)
        {
            if (flag != "-v") Refuse(command, $"`unset {flag}` is not translated", "leave the function defined");
            at = 2;
        }

        foreach (var word in words[at..])
        {
            if (word.Literal is { } name && SimpleCommands.IsName(name))
            {
                Emit(Py.Call("unset", Py.Text(name)));
                part.Known = part.Known.Remove(name);
            }
            else if (word.Literal is null || !word.Literal.Contains('[', StringComparison.Ordinal)) Emit(Py.Call("unset", Fields(word)));
            else if (word.Literal is [.., ']'] element && element.IndexOf('[', StringComparison.Ordinal) is var open)
            {
                var inner = new Word(word.Span, [new LiteralPart(word.Span, element[(open + 1)..^1], false)]) { Literal = element[(open + 1)..^1] };
                Emit(Py.Call("unset_element", Py.Text(element[..open]), Key(element[..open], inner)));
            }
        }

        return new CommandCode.Done();
    }

    private CommandCode.Done Set(SimpleCommand command, ReadOnlySpan<Word> words)
    {
        var change = OptionChange.OfSet(words);
        if (words.Length == 1) Refuse(command, "`set` prints all variables", "print the variables that matter");
        if (change.Unknown is { } unknown) Refuse(command, $"what `set {unknown}` changes is not translated", "leave the option out");
        if (((change.On | change.Off) & contexts.Dynamic & ~(ShellOptions.ErrorExit | ShellOptions.Trace)) != 0)
            Refuse(command, "whether this option holds later depends on what runs before", "set options once, at the top of the script");
        if ((change.On & ShellOptions.Trace) != 0)
            Note(LauncherNoteKind.Dropped, command, "`set -x` is left out: the launcher does not print commands as it runs them");
        options = change.Apply(options);
        if ((IsDynamic(ShellOptions.ErrorExit) || contexts.HasMixed) && ((change.On | change.Off) & ShellOptions.ErrorExit) != 0)
            Emit(Py.Call("set_error_exit", (change.On & ShellOptions.ErrorExit) != 0 ? Py.True : Py.False));
        if (change.FirstArgument is { } first)
        {
            var items = AllFields(words[first..]);
            var all = new PythonExpression.Slice(null, null);
            Emit(Py.Assign(Py.Item(Arguments, all), Py.List(items)));
        }

        return new CommandCode.Done();
    }

    private CommandCode.Done Shopt(SimpleCommand command, ReadOnlySpan<Word> words)
    {
        if (OptionChange.OfShopt(words) is not { } change)
        {
            Refuse(command, "`shopt` asks for an option of the shell", "leave it out");
            return new CommandCode.Done();
        }

        if (change.Unknown is { } unknown) Refuse(command, $"what `{unknown}` changes is not translated", "leave the option out");
        if (((change.On | change.Off) & contexts.Dynamic) != 0)
            Refuse(command, "whether this option holds later depends on what runs before", "set options once, at the top of the script");
        if ((change.On & ShellOptions.FailGlob) != 0) Refuse(command, "`failglob` is not translated", "test whether the files exist");
        options = change.Apply(options);
        return new CommandCode.Done();
    }
}
