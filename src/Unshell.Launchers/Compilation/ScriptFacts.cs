using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Compilation;

/// <summary>What holds for a whole script, with the files it sources, whatever its input; it decides how plain the code may be.</summary>
internal sealed class ScriptFacts
{
    private readonly HashSet<string> assigned = new(StringComparer.Ordinal);
    private readonly HashSet<string> indexed = new(StringComparer.Ordinal);
    private readonly HashSet<string> associative = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<FunctionDefinition>> functions = new(StringComparer.Ordinal);
    private readonly HashSet<FunctionDefinition> unconditional = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> unset = new(StringComparer.Ordinal);
    private readonly HashSet<string> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> exported = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> firstAssigned = new(StringComparer.Ordinal);
    private readonly HashSet<string> early = new(StringComparer.Ordinal);
    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private readonly HashSet<string> others = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ShellNode> readOnly = new(StringComparer.Ordinal);
    private bool assignsUnknownNames;
    private bool hasIndirection;
    private bool unsetsUnknownNames;

    public ScriptFacts(IReadOnlyList<ShellSyntax> texts)
    {
        foreach (var text in texts)
        {
            foreach (var statement in text.Root.Statements)
            {
                if (statement is { IsBackground: false, Command: FunctionDefinition definition }) unconditional.Add(definition);
            }

            foreach (var function in ShellNodes.WithDescendants(text.Root).OfType<FunctionDefinition>())
            {
                if (!functions.TryGetValue(function.Name, out var definitions)) functions[function.Name] = definitions = [];
                definitions.Add(function);
            }
        }

        foreach (var text in texts) LearnEarlyCalls(text);
        LearnEarlyExports(texts[0]);
        foreach (var text in texts)
        {
            foreach (var node in ShellNodes.WithDescendants(text.Root)) Learn(node);
        }
    }

    /// <summary>Whether <c>$?</c> is read anywhere.</summary>
    public bool ReadsStatus { get; private set; }

    /// <summary>Whether IFS ever differs from its default.</summary>
    public bool ChangesFieldSeparators => assignsUnknownNames || assigned.Contains("IFS");

    /// <summary>Whether any <c>trap</c> is set.</summary>
    public bool HasTraps { get; private set; }

    /// <summary>Whether the text of any trap reads <c>$?</c>, or cannot be known.</summary>
    public bool TrapsReadStatus { get; private set; }

    /// <summary>Whether the working directory changes or <c>PWD</c> is read.</summary>
    public bool UsesWorkingDirectory { get; private set; }

    /// <summary>Whether commands run in the background.</summary>
    public bool HasJobs { get; private set; }

    /// <summary>Names of functions, with all their definitions.</summary>
    public IReadOnlyDictionary<string, List<FunctionDefinition>> Functions => functions;

    /// <summary>Whether a variable may be set by the script without being exported.</summary>
    public bool IsShellVariable(string name) => assignsUnknownNames || assigned.Contains(name);

    /// <summary>Whether a variable is an array somewhere.</summary>
    public bool IsArray(string name) => indexed.Contains(name) || associative.Contains(name);

    /// <summary>Whether a variable is an associative array somewhere.</summary>
    public bool IsAssociative(string name) => associative.Contains(name);

    /// <summary>Whether a variable is made read-only somewhere.</summary>
    public bool IsReadOnly(string name) => readOnly.ContainsKey(name);

    /// <summary>Whether a node is where a variable is made read-only, and so is given its last value.</summary>
    public bool IsDeclaredReadOnlyAt(string name, ShellNode node) => readOnly[name].Span.Contains(node.Span) || node.Span < readOnly[name].Span;

    /// <summary>Whether a variable may be taken away by the script.</summary>
    public bool IsUnset(string name) => unsetsUnknownNames || unset.Contains(name);

    /// <summary>Whether the script gives a variable nothing but numbers.</summary>
    public bool IsNumber(string name) => numbers.Contains(name) && !words.Contains(name) && !others.Contains(name) && !assignsUnknownNames;

    /// <summary>Whether a variable may be reached under a name that is not written.</summary>
    public bool UsesIndirection => assignsUnknownNames || hasIndirection;

    /// <summary>Whether all that the script assigns to a variable is one word without blanks and patterns.</summary>
    public bool IsOneWord(string name) => !assignsUnknownNames && !others.Contains(name) && assigned.Contains(name) && !IsArray(name);

    /// <summary>Whether a function has one definition only, which always comes about.</summary>
    public bool IsFixed(string function) => functions[function] is [var only] && unconditional.Contains(only) && !early.Contains(function);

    /// <summary>Whether <c>export NAME</c> stands, surely run, before the place that first gives the variable a value.</summary>
    public bool IsExportedBefore(string name) => exported.TryGetValue(name, out var place) && firstAssigned.TryGetValue(name, out var first) && place < first;

    private void LearnEarlyExports(ShellSyntax main)
    {
        foreach (var statement in main.Root.Statements)
        {
            if (statement is not { IsBackground: false, Command: SimpleCommand command } || SimpleCommands.NameOf(command) != "export") continue;
            foreach (var word in command.Words)
            {
                if (word.Literal is { } name && SimpleCommands.IsName(name)) exported.TryAdd(name, word.Span.Start);
            }
        }

        if (exported.Count == 0) return;
        foreach (var assignment in ShellNodes.WithDescendants(main.Root).OfType<Assignment>()) firstAssigned.TryAdd(assignment.Name, assignment.Span.Start);
    }

    /// <summary>Functions that something names before they are there.</summary>
    private void LearnEarlyCalls(ShellSyntax text)
    {
        foreach (var statement in text.Root.Statements)
        {
            if (statement.Command is FunctionDefinition) continue;
            foreach (var word in ShellNodes.WithDescendants(statement).OfType<Word>())
            {
                if (word.Literal is { } name && functions.TryGetValue(name, out var definitions) && definitions[0].Span.Start > word.Span.Start) early.Add(name);
            }
        }
    }

    private void Learn(ShellNode node)
    {
        switch (node)
        {
            case SimpleCommand command:
                LearnCommand(command);
                break;
            case ForCommand loop:
                Other(loop.Variable);
                break;
            case Statement { IsBackground: true }:
                HasJobs = true;
                break;
            case Redirection { Variable: { } variable }:
                Other(variable);
                break;
            case ParameterPart parameter:
                LearnParameter(parameter);
                break;
            case ArithmeticExpression expression:
                LearnArithmetic(expression);
                break;
            case ConditionalExpression.Binary { Operator: "=~" }:
                assigned.Add("BASH_REMATCH");
                indexed.Add("BASH_REMATCH");
                break;
        }
    }

    private void LearnParameter(ParameterPart parameter)
    {
        if (parameter.Name == "?") ReadsStatus = true;
        hasIndirection |= parameter.IsIndirect;
        if (parameter.Name is "PWD" or "OLDPWD") UsesWorkingDirectory = true;
        if (parameter.Operator is "=" or ":=")
        {
            if (parameter.IsIndirect) assignsUnknownNames = true;
            Other(parameter.Name);
        }
    }

    private void Other(string name)
    {
        assigned.Add(name);
        others.Add(name);
    }

    private static bool IsPlainWord(Assignment assignment) => assignment is { IsAppend: false, Index: null, Elements: null, Value.Literal: { Length: > 0 } text }
        && text.All(c => char.IsAsciiLetterOrDigit(c) || "_./:=@%+,-".Contains(c, StringComparison.Ordinal));

    private static bool IsNumeric(Word? word) => word switch
    {
        null => false,
        { Literal: { Length: > 0 } text } => text.All(char.IsAsciiDigit),
        { Parts: [DoubleQuotedPart { Parts: [var quoted] }] } => IsNumeric(quoted),
        { Parts: [var only] } => IsNumeric(only),
        _ => false,
    };

    private static bool IsNumeric(WordPart part) =>
        part is ArithmeticSubstitution or ParameterPart { Name: "?" or "#", Operator: "", IsLength: false, IsIndirect: false };

    private void LearnArithmetic(ArithmeticExpression expression)
    {
        var target = expression switch
        {
            ArithmeticExpression.Binary { Operator: [.., '='] and not ("==" or "!=" or "<=" or ">=") } binary => binary.Left,
            ArithmeticExpression.Prefix { Operator: "++" or "--" } prefix => prefix.Inner,
            ArithmeticExpression.Suffix suffix => suffix.Inner,
            _ => null,
        };
        if (target is not ArithmeticExpression.Operand operand) return;
        if (operand.Word.Literal is { } text)
        {
            assigned.Add(text.Split('[')[0]);
            numbers.Add(text);
        }
        else if (operand.Word.Parts is [LiteralPart first, ..] && first.Value.Contains('[', StringComparison.Ordinal)) assigned.Add(first.Value.Split('[')[0]);
        else assignsUnknownNames = true;
    }

    private void LearnCommand(SimpleCommand command)
    {
        var isProgram = SimpleCommands.NameOf(command) is { } program && !functions.ContainsKey(program) && !ShellBuiltins.Has(program);
        foreach (var assignment in command.Assignments)
        {
            if (!isProgram) assigned.Add(assignment.Name);
            if (!isProgram && IsNumeric(assignment.Value) && !assignment.IsAppend) numbers.Add(assignment.Name);
            else if (!isProgram && IsPlainWord(assignment)) words.Add(assignment.Name);
            else if (!isProgram) others.Add(assignment.Name);
            if (assignment.Elements is not null || assignment.Index is not null) indexed.Add(assignment.Name);
        }

        var name = SimpleCommands.NameOf(command);
        if (SimpleCommands.IsDeclaration(name)) LearnDeclaration(name!, SimpleCommands.WithoutPrefix(command));
        else if (name is "trap") LearnTrap(command);
        else if (name is "cd" or "pushd" or "popd" or "pwd") UsesWorkingDirectory = true;
        else if (name is "return" or "exit" && command.Words.Length == 1) ReadsStatus |= name == "return" || HasTraps;
        else if (name == "let") LearnLet(command);
        if (SimpleCommands.Targets(command) is not { } targets) assignsUnknownNames = true;
        else foreach (var target in targets) Other(target);
        if (name == "unset") LearnUnset(SimpleCommands.WithoutPrefix(command));
        if (name is "mapfile" or "readarray" && SimpleCommands.Targets(command) is [var array]) indexed.Add(array);
        if (name == "read") LearnReadArray(command);
    }

    private void LearnReadArray(SimpleCommand command)
    {
        for (var i = 1; i + 1 < command.Words.Length; i++)
        {
            if (command.Words[i].Literal is ['-', .., 'a'] && command.Words[i + 1].Literal is { } array) indexed.Add(array);
        }
    }

    private void LearnUnset(ReadOnlySpan<Word> words)
    {
        foreach (var word in words[1..])
        {
            if (word.Literal is { } name) unset.Add(name.Split('[')[0]);
            else unsetsUnknownNames = true;
        }
    }

    private void LearnLet(SimpleCommand command)
    {
        foreach (var word in command.Words)
        {
            if (word.Literal is not { } text) continue;
            var name = new string([.. text.TrimStart(' ', '+', '-').TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c == '_')]);
            if (SimpleCommands.IsName(name)) assigned.Add(name);
        }
    }

    private void LearnDeclaration(string command, ReadOnlySpan<Word> words)
    {
        var flags = "";
        foreach (var word in words[1..])
        {
            if (word.Literal is ['-' or '+', ..] option)
            {
                flags += option;
                continue;
            }

            if (SimpleCommands.Declared(word) is not { } declared)
            {
                assignsUnknownNames = true;
                continue;
            }

            if (declared.HasValue) others.Add(declared.Name);
            if (command == "readonly" || (command is "declare" or "typeset" or "local" && flags.Contains('r', StringComparison.Ordinal))) readOnly.TryAdd(declared.Name, word);

            // `export NAME=value` keeps the variable equal to the environment: no second place is needed.
            if (command is not "export" && !(command is "declare" or "typeset" && flags.Contains('x', StringComparison.Ordinal))) assigned.Add(declared.Name);
            if (flags.Contains('A', StringComparison.Ordinal)) associative.Add(declared.Name);
            else if (flags.Contains('a', StringComparison.Ordinal) || word.Parts.Any(part => part is ArrayPart)) indexed.Add(declared.Name);
        }
    }

    private void LearnTrap(SimpleCommand command)
    {
        if (command.Words.Length < 2 || command.Words[1].Literal == "-") return;
        HasTraps = true;
        TrapsReadStatus |= command.Words[1].Literal is not { } text || text.Contains("$?", StringComparison.Ordinal) || text.Contains("{?", StringComparison.Ordinal);
    }
}
