using Unshell.Launchers.Code;
using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Compilation;

/// <summary>The builtins, one line each; what takes more has a method of its own.</summary>
internal sealed partial class Emitter
{
    private CommandCode BuiltinCode(SimpleCommand command, string name)
    {
        var words = SimpleCommands.WithoutPrefix(command);
        switch (name)
        {
            case ":" or "true":
                return Nothing(words);
            case "false":
                return new CommandCode.Done(1);
            case "echo":
                return Echo(words);
            case "printf":
                return Printf(command, words);
            case "test" or "[":
                return Test(command, words);
            case "cd":
                return new CommandCode.Status(Py.Call("cd", AllFields(words[1..])));
            case "pwd":
                return words.Length > 1 && words[1].Literal == "-P"
                    ? new CommandCode.Status(Py.Call("write", Py.Join([Py.Call("os.getcwd"), Py.Text("\n")])))
                    : new CommandCode.Status(Py.Call("write", Py.Join([Py.Item(Py.Name("variables"), Py.Text("PWD")), Py.Text("\n")])));
            case "export" or "readonly" or "local" or "declare" or "typeset":
                return Declare(command, words, name);
            case "unset":
                return Unset(command, words);
            case "set":
                return Set(command, words);
            case "shopt":
                return Shopt(command, words);
            case "shift":
                return words.Length == 1
                    ? new CommandCode.Status(Py.Call("shift_arguments", Arguments))
                    : new CommandCode.Status(Py.Call("shift_arguments", Arguments, ExitCode(words[1])));
            case "exit":
                Emit(Py.Call("sys.exit", words.Length == 1 ? StatusValue : ExitCode(words[1])));
                return new CommandCode.Never();
            case "return":
                return Return(command, words);
            case "break" or "continue":
                return Leave(command, name == "continue");
            case "read":
                return Read(command, words);
            case "getopts":
                return words.Length < 3
                    ? new CommandCode.Done(2)
                    : new CommandCode.Status(Py.Call("getopts", Value(words[1]), Value(words[2]), words.Length == 3 ? Arguments : Py.List(AllFields(words[3..]))));
            case "let":
                return Let(words);
            case "trap":
                return Trap(command, words);
            case "wait" or "kill" or "umask" or "ulimit" or "pushd" or "popd" or "mapfile" or "readarray" or "jobs" or "times":
                return RunTimeBuiltin(command, words, name);
            case "command" or "type" or "hash":
                return Lookup(command, words, name);
            default:
                return RefusedBuiltin(command, name);
        }
    }

    private CommandCode RunTimeBuiltin(SimpleCommand command, ReadOnlySpan<Word> words, string name)
    {
        if (name is "jobs" or "times")
        {
            Refuse(command, $"`{name}` reports on the shell's own processes", "leave it out");
            return new CommandCode.Done();
        }

        if (name is "mapfile" or "readarray" && SimpleCommands.Targets(command) is null) Refuse(command, "the array's name is not written", "write the name");
        return new CommandCode.Status(Py.Call(name switch { "readarray" => "mapfile", "wait" => "wait_for", "umask" => "set_umask", _ => name }, AllFields(words[1..])));
    }

    private CommandCode.Done RefusedBuiltin(SimpleCommand command, string name)
    {
        var (reason, advice) = name switch
        {
            "eval" => ("`eval` runs text that is known only when the script runs", "write the commands, or read `NAME=value` lines with a loop and `export`"),
            "." or "source" => ("the file that it reads is not known, or not in the build context", "name a file of the build context, or set its variables in the Dockerfile or manifest"),
            "alias" or "unalias" => ("aliases change how later lines are read", "use a function"),
            _ => ($"`{name}` has no counterpart in the launcher", "say what the script needs in another way"),
        };
        Refuse(command, reason, advice);
        return new CommandCode.Done();
    }

    /// <summary><c>:</c> and <c>true</c>: only what the expansion of their words does.</summary>
    private CommandCode.Done Nothing(ReadOnlySpan<Word> words)
    {
        foreach (var field in AllFields(words[1..]))
        {
            foreach (var effect in Effects(field)) Emit(effect);
        }

        return new CommandCode.Done();
    }

    /// <summary>The parts of an expression that do something, in order.</summary>
    private static IEnumerable<PythonExpression> Effects(PythonExpression expression) => expression switch
    {
        PythonExpression.Text or PythonExpression.Name or PythonExpression.Subscript or PythonExpression.Number => [],
        PythonExpression.Formatted formatted => formatted.Parts.SelectMany(Effects),
        PythonExpression.Starred { Inner: PythonExpression.Call { Function: PythonExpression.Name { Identifier: "split" or "glob_paths" or "split_all" } } call } => call.Arguments.SelectMany(argument => Effects(argument.Value)),
        PythonExpression.Starred starred => Effects(starred.Inner),
        PythonExpression.Call { Function: PythonExpression.Attribute { Member: "get" } } => [],
        PythonExpression.Call { Function: PythonExpression.Name { Identifier: "argument" or "str" or "len" } } => [],
        PythonExpression.Logical logical when logical.Operands.All(operand => !Effects(operand).Any()) => [],
        _ => [expression],
    };

    private CommandCode.Status Echo(ReadOnlySpan<Word> words)
    {
        var rest = words[1..];
        if (Plainly(rest) is { } text) return new CommandCode.Status(Py.Call("write", text));
        return new CommandCode.Status(Py.Call(IsBash ? "echo" : "echo_escaped", AllFields(rest)));
    }

    /// <summary>What <c>echo</c> writes, where neither options nor escapes can be in its words; else null.</summary>
    private PythonExpression? Plainly(ReadOnlySpan<Word> words)
    {
        var end = "\n";
        if (words.Length > 0 && words[0].Literal == "-n")
        {
            end = "";
            words = words[1..];
        }

        var pieces = new List<PythonExpression>();
        for (var i = 0; i < words.Length; i++)
        {
            if (!IsOneField(words[i])) return null;
            var value = Value(words[i]);
            if (i == 0 && !StartsPlainly(value)) return null;
            if (!IsBash && !IsFreeOfBackslashes(value)) return null;
            if (i > 0) pieces.Add(Py.Text(" "));
            pieces.AddRange(value is PythonExpression.Formatted formatted ? formatted.Parts : [value]);
        }

        pieces.Add(Py.Text(end));
        return Py.Join(pieces);
    }

    /// <summary>Whether a word is no option of <c>echo</c>, which consist of few letters.</summary>
    private static bool StartsPlainly(PythonExpression value) => value switch
    {
        PythonExpression.Text text => !text.Value.StartsWith('-'),
        PythonExpression.Formatted { Parts: [PythonExpression.Text { Value: not ['-', ..] }, ..] } => true,
        PythonExpression.Formatted formatted => formatted.Parts.Any(part => part is PythonExpression.Text text && text.Value.AsSpan().ContainsAnyExcept("-neE")),
        PythonExpression.Call { Function: PythonExpression.Name { Identifier: "str" or "decimal" } } => true,
        _ => false,
    };

    private bool IsFreeOfBackslashes(PythonExpression value) => value switch
    {
        PythonExpression.Text text => !text.Value.Contains('\\', StringComparison.Ordinal),
        PythonExpression.Formatted formatted => formatted.Parts.All(IsFreeOfBackslashes),
        PythonExpression.Call { Function: PythonExpression.Name { Identifier: "str" or "decimal" } } => true,
        PythonExpression.Name { Identifier: var name } => name == "status",
        PythonExpression.Subscript { Index: PythonExpression.Text name } => facts.IsOneWord(name.Value),
        _ => false,
    };

    private CommandCode Printf(SimpleCommand command, ReadOnlySpan<Word> words)
    {
        if (words.Length > 3 && words[1].Literal == "-v")
        {
            if (words[2].Literal is not { } name || !SimpleCommands.IsName(name))
            {
                Refuse(command, "`printf -v` names its variable only when it runs", "write the name");
                return new CommandCode.Done();
            }

            EmitAssignment(name, Py.Call("formatted", AllFields(words[3..])), command);
            return new CommandCode.Done();
        }

        var start = words.Length > 1 && words[1].Literal == "--" ? 2 : 1;
        if (words.Length <= start) return new CommandCode.Done(2);
        if (words[start].Literal?.Contains("%(", StringComparison.Ordinal) == true) Refuse(command, "`printf` with a date is not translated", "use `date`");
        if (words[start].Literal is { } format && words.Length == start + 1 && !format.AsSpan().ContainsAny('%', '\\'))
            return new CommandCode.Status(Py.Call("write", Py.Text(format)));
        if (words[start].Literal is "%s\\n" or "%s" && words.Length == start + 2 && IsOneField(words[start + 1]))
            return new CommandCode.Status(Py.Call("write", Py.Join([Value(words[start + 1]), Py.Text(words[start].Literal == "%s" ? "" : "\n")])));
        return new CommandCode.Status(Py.Call("printf", AllFields(words[start..])));
    }

    private CommandCode.Never Return(SimpleCommand command, ReadOnlySpan<Word> words)
    {
        var status = words.Length == 1 ? StatusValue : ExitCode(words[1]);
        if (part.Kind == PartKind.Main)
        {
            Refuse(command, "`return` stands outside of a function", "use `exit`");
            return new CommandCode.Never();
        }

        part.Returns = true;
        Emit(Py.Return(status));
        return new CommandCode.Never();
    }

    /// <summary>A word as an exit status or a count.</summary>
    private PythonExpression ExitCode(Word word)
    {
        if (word.Literal is { Length: < 4 } text && int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number < 256)
            return Py.Number(number);
        if (TestNumber(word) is PythonExpression.Name status) return status;
        return IsOneField(word) ? Py.Call("exit_code", Value(word)) : Py.With(Py.Call("exit_code", Fields(word)), "last", keepsEveryStatus ? StatusValue : Py.Number(0));
    }

    private CommandCode Let(ReadOnlySpan<Word> words)
    {
        for (var i = 1; i < words.Length - 1; i++) Emit(ArithmeticOf(words[i]));
        return words.Length == 1 ? new CommandCode.Done(1) : new CommandCode.Truth(Py.Binary(Py.Call("wrapped", ArithmeticOf(words[^1])), "!=", Py.Number(0)), IsPure: false);
    }

    private CommandCode Lookup(SimpleCommand command, ReadOnlySpan<Word> words, string name)
    {
        var arguments = words[1..];
        if (name == "command")
        {
            if (arguments.Length < 2 || arguments[0].Literal is not ("-v" or "-V")) return RefusedBuiltin(command, name);
            arguments = arguments[1..];
        }

        if (name == "hash" && (arguments.Length == 0 || arguments[0].Literal is ['-', ..])) return new CommandCode.Done();
        if (arguments.Length != 1) return RefusedBuiltin(command, name);
        if (arguments[0].Literal is { } known && (facts.Functions.ContainsKey(known) || ShellBuiltins.Has(known, file.Dialect)))
            return name == "hash" ? new CommandCode.Done() : new CommandCode.Status(Py.Call("write", Py.Text(known + "\n")));
        if (name != "command" || words[1].Literal == "-V")
        {
            if (name != "hash" && command.Redirections.IsEmpty) return RefusedBuiltin(command, name);
            return new CommandCode.Truth(Py.Call("find_program", Value(arguments[0])));
        }

        var isSilent = command.Redirections.Any(redirection => redirection is { Operator: ">" or "&>", FileDescriptor: null or 1, Target.Literal: "/dev/null" });
        return isSilent
            ? new CommandCode.Truth(Py.Call("find_program", Value(arguments[0])))
            : new CommandCode.Status(Py.Call("which", Value(arguments[0])));
    }
}
