using Unshell.Launchers.Assembly;
using Unshell.Launchers.Code;
using Unshell.Shell.Syntax;
using Unshell.Text;

namespace Unshell.Launchers.Compilation;

/// <summary>Functions, sourced files and traps.</summary>
internal sealed partial class Emitter
{
    private static readonly string[] Keywords =
    [
        "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except", "finally", "for", "from",
        "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
        "main", "match", "case", "type", "print", "int", "str", "len", "list", "any", "os", "sys", "re", "time", "signal", "arguments", "status",
        "item", "choice", "passed", "result", "leaving", "first", "next_item", "job", "pipe", "subshell", "substitution", "process",
    ];

    /// <summary>The Python name of a shell function.</summary>
    private string FunctionName(string name)
    {
        var plain = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        var isTaken = char.IsAsciiDigit(plain[0]) || Array.IndexOf(Keywords, plain) >= 0 || RuntimeParts.Has(plain)
            || facts.Functions.Keys.Any(other => other != name && string.Concat(other.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')) == plain);
        return isTaken ? $"{plain}_function" : plain;
    }

    private void EmitDefinition(FunctionDefinition definition)
    {
        var (outerPart, outerOptions, outerTested, outerBlock, outerDepth) = (part, options, isTested, block, depth);
        var context = contexts.Of(definition.Name);
        part = new Part { Kind = PartKind.Function, Function = definition.Name, IsMixed = context is { IsChecked: true, IsTested: true } };
        (options, isTested) = (context.Options, context is { IsTested: true, IsChecked: false });
        (block, depth) = ([], 2);
        var body = Branch(() => EmitBody(definition));
        (block, depth) = (outerBlock, outerDepth);
        (part, options, isTested) = (outerPart, outerOptions, outerTested);
        var isFixed = facts.IsFixed(definition.Name);
        var name = isFixed ? FunctionName(definition.Name) : Fresh(FunctionName(definition.Name) + "_here");
        functions.Add(new PythonStatement.Function(name, ["*arguments"], null, body)
        {
            Trailing = $"line {file.Source.PositionOf(definition.Span.Start).Line}",
        });
        if (!isFixed) Emit(Py.Assign(Py.Item(Py.Name("shell_functions"), Py.Text(definition.Name)), Py.Name(name)));
    }

    private void EmitBody(FunctionDefinition definition)
    {
        if (ShellNodes.WithDescendants(definition.Body).Any(ChangesArguments))
            Emit(Py.Assign(Arguments, Py.Call("list", Arguments)));
        var locals = ShellNodes.WithDescendants(definition.Body).OfType<SimpleCommand>().SelectMany(Locals).Distinct(StringComparer.Ordinal).ToList();
        if (locals.Count == 0)
        {
            EmitFunctionBody(definition);
            return;
        }

        var body = Branch(() => EmitFunctionBody(definition));
        Emit(new PythonStatement.With(Py.Call("local_variables", locals.Select(Py.Text)), null, body));
    }

    private void EmitFunctionBody(FunctionDefinition definition)
    {
        var before = block.Count;
        if (definition.Body is BraceGroup { Redirections.IsEmpty: true } group) EmitStatements(group.Body, StatusUse.Return);
        else EmitCommand(definition.Body, StatusUse.Return);
        if (block.Count == before || !EndsHere(block[^1])) Emit(Py.Return(Py.Number(0)));
    }

    private static IEnumerable<string> Locals(SimpleCommand command)
    {
        if (SimpleCommands.NameOf(command) is not ("local" or "declare" or "typeset")) return [];
        var words = SimpleCommands.WithoutPrefix(command).ToArray();
        if (words.Any(word => word.Literal is ['-', ..] flags && flags.Contains('g', StringComparison.Ordinal))) return [];
        return words.Skip(1).Select(SimpleCommands.Declared).OfType<(string Name, bool)>().Select(declared => declared.Name);
    }

    private static bool UsesArguments(ShellNode node) => node is ParameterPart { Name: "@" or "*" or "#" or ['1' or '2' or '3' or '4' or '5' or '6' or '7' or '8' or '9', ..] };

    private static bool ChangesArguments(ShellNode node) => node is SimpleCommand command
        && (SimpleCommands.NameOf(command) == "shift" || (SimpleCommands.NameOf(command) == "set" && OptionChange.OfSet(SimpleCommands.WithoutPrefix(command)).FirstArgument is not null));

    /// <summary>A sourced file, in its place.</summary>
    private bool EmitSourced(SimpleCommand command, ShellSyntax text, StatusUse use)
    {
        if (!sourcing.Add(text))
        {
            Refuse(command, "the file reads itself", "end the circle");
            return true;
        }

        if (command.Words.Length > 2 || !command.Redirections.IsEmpty || !command.Assignments.IsEmpty)
            Refuse(command, "arguments and redirections of `source` are not translated", "set variables before it");
        var outer = file;
        file = text;
        var isReached = EmitList(text.Root, use);
        file = outer;
        sourcing.Remove(text);
        return isReached;
    }

    private readonly HashSet<ShellSyntax> sourcing = new(ReferenceEqualityComparer.Instance);

    private CommandCode.Done Trap(SimpleCommand command, ReadOnlySpan<Word> words)
    {
        if (words.Length > 1 && words[1].Literal == "--") words = words[1..];
        if (words.Length < 3)
        {
            if (words.Length == 2 && words[1].Literal is { } only && SignalName(only) is { } reset)
            {
                Emit(Py.Call("trap", Py.Text(reset), new PythonExpression.Constant("None")));
                if (IsBash && HasExitTrap()) Emit(Py.Call("catch_ends"));
            }
            else Refuse(command, "`trap` prints what it has been told", "leave it out");
            return new CommandCode.Done();
        }

        if (TrapText(words[1]) is not { } action)
        {
            Refuse(command, "what the trap does is known only when it runs", "put the action between single quotes");
            return new CommandCode.Done();
        }

        var handler = action switch { "-" => new PythonExpression.Constant("None"), "" => Py.Text(""), _ => Action(command, words[1], action) };
        foreach (var word in words[2..])
        {
            if (word.Literal is not { } name || SignalName(name) is not { } signal)
            {
                Refuse(word, "which signal this is, is not known, or bash alone has it", "use EXIT or a signal's name");
                continue;
            }

            Emit(Py.Call("trap", Py.Text(signal), handler));
        }

        if (IsBash && HasExitTrap()) Emit(Py.Call("catch_ends"));

        return new CommandCode.Done();
    }

    /// <summary>Whether the script may set an EXIT trap, which bash also runs when a signal ends it.</summary>
    private bool HasExitTrap() => files.All.SelectMany(text => ShellNodes.WithDescendants(text.Root)).OfType<SimpleCommand>()
        .Any(command => SimpleCommands.NameOf(command) == "trap" && command.Words.Any(word => word.Literal is "0" || word.Literal?.ToUpperInvariant() is "EXIT" or "SIGEXIT"));

    /// <summary>
    /// A trap's text. Between double quotes variables are put in when the trap is set; where they hold one word, each keeps its value
    /// of then in a variable of its own.
    /// </summary>
    private string? TrapText(Word word)
    {
        if (word.Literal is { } literal) return literal;
        var parts = word.Parts is [DoubleQuotedPart quoted] ? quoted.Parts : word.Parts;
        var text = new System.Text.StringBuilder();
        foreach (var piece in parts)
        {
            switch (piece)
            {
                case LiteralPart plain:
                    text.Append(plain.Value);
                    break;
                case SingleQuotedPart plain:
                    text.Append(plain.Value);
                    break;
                case ParameterPart { Operator: "", IsIndirect: false, IsLength: false, Index: null } parameter when !IsList(parameter):
                    var kept = $"trapped_{Fresh("trapped")}";
                    Emit(Py.Assign(Py.Item(Py.Name("variables"), Py.Text(kept)), Parameter(parameter)));
                    Note(LauncherNoteKind.Review, word, $"the value of `{parameter.Name}` goes into the trap as words, not as text that is read as commands");
                    trapped.Add(kept);
                    text.Append("${").Append(kept).Append('}');
                    break;
                default:
                    return null;
            }
        }

        return text.ToString();
    }

    private readonly HashSet<string> trapped = new(StringComparer.Ordinal);

    private static string? SignalName(string word) => word.ToUpperInvariant() switch
    {
        "0" or "EXIT" => "EXIT",
        "1" or "HUP" or "SIGHUP" => "HUP",
        "2" or "INT" or "SIGINT" => "INT",
        "3" or "QUIT" or "SIGQUIT" => "QUIT",
        "6" or "ABRT" or "SIGABRT" => "ABRT",
        "14" or "ALRM" or "SIGALRM" => "ALRM",
        "15" or "TERM" or "SIGTERM" => "TERM",
        "USR1" or "SIGUSR1" => "USR1",
        "USR2" or "SIGUSR2" => "USR2",
        "PIPE" or "SIGPIPE" or "13" => "PIPE",
        "CHLD" or "SIGCHLD" => "CHLD",
        "WINCH" or "SIGWINCH" => "WINCH",
        "CONT" or "SIGCONT" => "CONT",
        "TSTP" or "SIGTSTP" => "TSTP",
        _ => null,
    };

    /// <summary>The text of a trap as a function.</summary>
    private PythonExpression Action(SimpleCommand command, Word word, string text)
    {
        var (outer, outerStandIn, outerPart, outerTested) = (file, standIn, part, isTested);
        standIn ??= (file, word);
        file = ShellSyntax.Parse(new SourceText(file.Source.Path, text), file.Dialect);
        if (file.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            Refuse(command, $"the trap's text is no command: {file.Diagnostics[0].Message}", "mend the text");
        part = new Part { Kind = PartKind.Inline, Function = outerPart.Function };
        isTested = false;
        PythonExpression action;
        if (file.Root.Statements is [{ IsBackground: false, Command: SimpleCommand { Words: [{ Literal: { } name }], Assignments.IsEmpty: true, Redirections.IsEmpty: true } }] && facts.Functions.ContainsKey(name) && facts.IsFixed(name))
        {
            action = Py.Name(FunctionName(name));
        }
        else
        {
            var function = Fresh("on_trap");
            var body = Branch(() => EmitStatements(file.Root, Plain));
            Emit(new PythonStatement.Function(function, [], null, body));
            action = Py.Name(function);
        }

        (file, standIn, part, isTested) = (outer, outerStandIn, outerPart, outerTested);
        return action;
    }

    private CommandCode Read(SimpleCommand command, ReadOnlySpan<Word> words)
    {
        if (SimpleCommands.Targets(command) is not { } targets)
        {
            Refuse(command, "which variables `read` sets is known only when it runs", "write their names");
            return new CommandCode.Done();
        }

        string? array = null;
        var keywords = new List<(string, PythonExpression)>();
        for (var i = 1; i < words.Length; i++)
        {
            if (words[i].Literal is not ['-', _, ..] and not null || words[i].Literal is null) continue;
            foreach (var letter in words[i].Literal![1..])
            {
                if (letter == 'r') keywords.Add(("raw", Py.True));
                else if (letter == 's') continue;
                else if (letter == 'a' && i + 1 < words.Length) array = words[++i].Literal;
                else if (letter is 'p' or 'd' or 'n' or 't' && i + 1 < words.Length)
                    keywords.Add((letter switch { 'p' => "prompt", 'd' => "end", 'n' => "count", _ => "timeout" }, Value(words[++i])));
                else Refuse(command, $"`read -{letter}` is not translated", "leave the option out");
            }
        }

        PythonExpression call = Py.Call("read", targets.Where(name => name != array).Select(Py.Text));
        if (array is not null) call = Py.With(Py.Call("read"), "array", Py.Text(array));
        foreach (var (keyword, value) in keywords) call = Py.With(call, keyword, value);
        var separators = command.Assignments.FirstOrDefault(assignment => assignment.Name == "IFS");
        if (command.Assignments.Any(assignment => assignment.Name != "IFS")) Refuse(command, "assignments before `read` other than IFS are not translated", "assign before");
        if (separators is not null) call = Py.With(call, "separators", Value(separators.Value));
        else if (facts.ChangesFieldSeparators) call = Py.With(call, "separators", Py.Method(Py.Name("variables"), "get", Py.Text("IFS"), Py.Text(" \t\n")));
        return new CommandCode.Status(call);
    }
}
