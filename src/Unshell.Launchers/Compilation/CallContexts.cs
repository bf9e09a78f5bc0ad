using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Compilation;

/// <summary>Under which options, and whether in a condition, each function is called; and which options change on a way that input decides.</summary>
internal sealed class CallContexts
{
    private readonly ScriptFacts facts;
    private readonly ShellDialect dialect;
    private readonly Func<SimpleCommand, ShellSyntax?> sourced;
    private readonly Dictionary<string, FunctionCalls> calls = new(StringComparer.Ordinal);
    private readonly HashSet<(string, ShellOptions, bool)> visited = [];
    private ShellOptions options;

    public CallContexts(ScriptFacts facts, ShellSyntax root, ShellOptions initial, Func<SimpleCommand, ShellSyntax?> sourced)
    {
        this.facts = facts;
        this.sourced = sourced;
        dialect = root.Dialect;
        options = initial;
        Visit(root.Root, isTested: false);
        // A function that only a trap or a computed name calls.
        foreach (var name in facts.Functions.Keys) Call(name, isTested: false, onlyIfNew: true);
    }

    /// <summary>Options whose state at some place depends on what happened before.</summary>
    public ShellOptions Dynamic { get; private set; }

    /// <summary>The contexts of a function's calls.</summary>
    public FunctionCalls Of(string function) => calls[function];

    /// <summary>Whether any function is called both where a failure stops the script and where it does not.</summary>
    public bool HasMixed => calls.Values.Any(call => call.IsTested && call.IsChecked);

    private void Call(string name, bool isTested, bool onlyIfNew = false)
    {
        if (onlyIfNew && calls.ContainsKey(name)) return;
        if (!calls.TryGetValue(name, out var known)) calls[name] = known = new FunctionCalls(options);
        Dynamic |= known.Options ^ options;
        known.IsTested |= isTested;
        known.IsChecked |= !isTested;
        if (!visited.Add((name, options, isTested))) return;
        var before = options;
        foreach (var definition in facts.Functions[name]) Branch([() => Visit(definition.Body, isTested)]);
        Dynamic |= before ^ options;
        options = before;
    }

    /// <summary>Parts of which one runs, or none: what they leave different is not known behind them.</summary>
    private void Branch(IEnumerable<Action> parts)
    {
        var before = options;
        foreach (var part in parts)
        {
            part();
            Dynamic |= before ^ options;
            options = before;
        }
    }

    private void Apart(ShellNode body, bool isTested, bool keepsErrorExit = true)
    {
        var before = options;
        if (!keepsErrorExit) options &= ~ShellOptions.ErrorExit;
        Visit(body, isTested);
        options = before;
    }

    private void Visit(ShellNode node, bool isTested)
    {
        switch (node)
        {
            case FunctionDefinition:
                return;
            case Statement { IsBackground: true } background:
                Apart(background.Command, isTested);
                return;
            case Subshell subshell:
                Apart(subshell.Body, isTested);
                return;
            case CommandSubstitution substitution:
                Apart(substitution.Body, isTested, dialect == ShellDialect.Posix || options.HasFlag(ShellOptions.InheritErrorExit));
                return;
            case ProcessSubstitution substitution:
                Apart(substitution.Body, isTested);
                return;
            case Pipeline pipeline:
                foreach (var command in pipeline.Commands)
                {
                    if (pipeline.Commands.Length > 1) Apart(command, isTested || pipeline.IsNegated);
                    else Visit(command, isTested || pipeline.IsNegated);
                }

                return;
            case AndOr list:
                Visit(list.Left, isTested: true);
                Branch([() => Visit(list.Right, isTested)]);
                return;
            case IfCommand choice:
                foreach (var clause in choice.Clauses) Visit(clause.Condition, isTested: true);
                Branch(choice.Clauses.Select(clause => (Action)(() => Visit(clause.Body, isTested))));
                if (choice.Else is { } otherwise) Branch([() => Visit(otherwise, isTested)]);
                return;
            case WhileCommand loop:
                Visit(loop.Condition, isTested: true);
                Branch([() => Visit(loop.Body, isTested)]);
                return;
            case ForCommand or ArithmeticFor or CaseCommand:
                Branch(ShellNodes.Children(node).Select(child => (Action)(() => Visit(child, isTested))));
                return;
        }

        foreach (var child in ShellNodes.Children(node)) Visit(child, isTested);
        if (node is SimpleCommand simple) Run(simple, isTested);
    }

    private void Run(SimpleCommand command, bool isTested)
    {
        var words = SimpleCommands.WithoutPrefix(command);
        if (words.Length == 0) return;
        if (words[0].Literal is not { } name)
        {
            // A computed name may be any function's.
            foreach (var function in facts.Functions.Keys) Call(function, isTested);
            return;
        }

        if (facts.Functions.ContainsKey(name)) Call(name, isTested);
        else if (name == "set") options = OptionChange.OfSet(words).Apply(options);
        else if (name == "shopt") options = OptionChange.OfShopt(words)?.Apply(options) ?? options;
        else if (sourced(command) is { } file) Visit(file.Root, isTested);
        else if (name == "trap") VisitTrap(words);
    }

    private void VisitTrap(ReadOnlySpan<Word> words)
    {
        if (words.Length < 2 || words[1].Literal is not { } text) return;
        var action = ShellSyntax.Parse(new Text.SourceText("trap", text), dialect);
        Apart(action.Root, isTested: false);
    }
}

/// <summary>How a function is called.</summary>
/// <param name="options">The options at its first call.</param>
internal sealed class FunctionCalls(ShellOptions options)
{
    /// <summary>The options at its calls.</summary>
    public ShellOptions Options => options;

    /// <summary>Whether some call stands in a condition, where <c>set -e</c> is suspended.</summary>
    public bool IsTested { get; set; }

    /// <summary>Whether some call stands outside of conditions.</summary>
    public bool IsChecked { get; set; }
}
