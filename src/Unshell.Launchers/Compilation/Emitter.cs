using System.Collections.Immutable;
using Unshell.Launchers.Assembly;
using Unshell.Launchers.Code;
using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Compilation;

/// <summary>
/// Writes Python for a shell tree, node by node: the plainest code that means exactly the same there, where the facts about the whole
/// script decide what is plain enough. Each family of nodes has its own file.
/// </summary>
internal sealed partial class Emitter
{
    private readonly LauncherSource source;
    private readonly LauncherTarget target;
    private readonly ScriptFiles files;
    private readonly ScriptFacts facts;
    private readonly CallContexts contexts;
    private readonly List<PythonStatement.Function> functions = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly bool keepsEveryStatus;
    private ShellSyntax file;
    private List<PythonStatement> block = [];
    private ShellOptions options;
    private bool isTested;
    private int depth;
    private Part part = new() { Kind = PartKind.Main };

    public Emitter(LauncherSource source, LauncherTarget target, ScriptFiles files, ShellOptions initial)
    {
        this.source = source;
        this.target = target;
        this.files = files;
        file = files.Main;
        facts = new ScriptFacts(files.All);
        contexts = new CallContexts(facts, files.Main, initial, files.SourcedBy);
        options = initial;
        keepsEveryStatus = facts.TrapsReadStatus || (facts.ReadsStatus && (files.All.Any(text => StatusReads.CrossParts(text.Root))));
    }

    /// <summary>What stops the compilation; filled while the script is read.</summary>
    public List<LauncherRefusal> Refusals { get; } = [];

    /// <summary>What a reviewer should know.</summary>
    public List<LauncherNote> Notes { get; } = [];

    /// <summary>Programs that the launcher runs.</summary>
    public SortedSet<string> Programs { get; } = new(StringComparer.Ordinal);

    /// <summary>Other scripts that it calls.</summary>
    public SortedSet<LauncherCall> Calls { get; } = new(Comparer<LauncherCall>.Create((a, b) => string.CompareOrdinal(a.Path, b.Path)));

    /// <summary>Module-level statements that the code relies on.</summary>
    public List<PythonStatement> Constants { get; } = [];

    /// <summary>The script's functions.</summary>
    public IReadOnlyList<PythonStatement.Function> Functions => functions;

    private bool IsBash => file.Dialect == ShellDialect.Bash;

    private bool IsDynamic(ShellOptions option) => (contexts.Dynamic & option) != 0;

    private bool Has(ShellOptions option) => (options & option) != 0;

    /// <summary>Whether a failing command stops the script here, as far as that is known.</summary>
    private bool IsChecked => (Has(ShellOptions.ErrorExit) || IsDynamic(ShellOptions.ErrorExit)) && !isTested;

    /// <summary>What becomes of a status that nothing reads.</summary>
    private StatusUse Plain => (IsChecked, keepsEveryStatus) switch
    {
        (true, true) => StatusUse.KeepAndCheck,
        (true, false) => StatusUse.Check,
        (false, true) => StatusUse.Keep,
        _ => StatusUse.Discard,
    };

    private void Emit(PythonStatement statement) => block.Add(statement);

    private void Emit(PythonExpression expression) => block.Add(Py.Do(expression));

    /// <summary>What stands in the script where a text made of it is read: refusals point there.</summary>
    private (ShellSyntax File, ShellNode Node)? standIn;

    private PythonExpression Refuse(ShellNode node, string reason, string advice)
    {
        var place = standIn ?? (File: file, Node: node);
        if (!Refusals.Any(refusal => refusal.Span == place.Node.Span && refusal.File == place.File.Source))
            Refusals.Add(new LauncherRefusal(place.File.Source, place.Node.Span, reason, advice));
        return Py.Text("");
    }

    private void Note(LauncherNoteKind kind, ShellNode node, string message)
    {
        var place = standIn ?? (File: file, Node: node);
        if (!Notes.Any(note => note.Span == place.Node.Span && note.Message == message))
            Notes.Add(new LauncherNote(kind, place.File.Source, place.Node.Span, message));
    }

    /// <summary>A name that no other part of the launcher has: <c>pipe_1</c>.</summary>
    private string Fresh(string stem)
    {
        while (true)
        {
            numbers[stem] = numbers.GetValueOrDefault(stem) + 1;
            var name = numbers[stem] == 1 ? stem : $"{stem}_{numbers[stem]}";
            if (!RuntimeParts.Has(name) && !facts.Functions.Keys.Any(function => FunctionName(function) == name)) return name;
        }
    }

    /// <summary>Writes statements into a block of their own; what a branch learns is forgotten behind it.</summary>
    private PythonBlock Branch(Action write)
    {
        var outer = block;
        var known = part.Known;
        block = [];
        depth++;
        write();
        depth--;
        var inner = new PythonBlock([.. block]);
        block = outer;
        part.Known = known;
        return inner;
    }

    /// <summary>The whole script.</summary>
    public PythonBlock Main(out bool returnsStatus)
    {
        var body = Branch(() =>
        {
            TakeDescription();
            EmitStart();
            EmitStatements(file.Root, StatusUse.Return);
        });
        returnsStatus = part.Returns;
        return body;
    }

    /// <summary>The script's leading comment, without its mark.</summary>
    public ImmutableArray<string> Description { get; private set; } = [];

    /// <summary>How the script is started, and what becomes of its exit status.</summary>
    public PythonExpression Entry(bool returnsStatus) => (facts.HasTraps, returnsStatus) switch
    {
        (true, _) => Py.Call("sys.exit", Py.Call("run_with_traps", Py.Name("main"))),
        (false, true) => Py.Call("sys.exit", Py.Call("main")),
        _ => Py.Call("main"),
    };

    /// <summary>Constants in which the shells differ, as far as the launcher's parts ask for them.</summary>
    public ImmutableArray<PythonStatement> DialectConstants(string python)
    {
        var constants = ImmutableArray.CreateBuilder<PythonStatement>();
        // What the shell's own errors end with: dash 2, bash 1.
        if (python.Contains("FATAL", StringComparison.Ordinal)) constants.Add(Py.Assign(Py.Name("FATAL"), Py.Number(IsBash ? 1 : 2)));
        if (python.Contains("IS_BASH", StringComparison.Ordinal)) constants.Add(Py.Assign(Py.Name("IS_BASH"), IsBash ? Py.True : Py.False));
        return constants.ToImmutable();
    }

    private void EmitStart()
    {
        Emit(Py.Call(facts.UsesWorkingDirectory ? "begin_in_directory" : "begin"));
        if (files.All.SelectMany(text => ShellNodes.WithDescendants(text.Root)).Any(node => UsesArguments(node) || ChangesArguments(node) || node is ForCommand { Words: null }))
            Emit(Py.Assign(Arguments, Py.Item(Py.Name("sys.argv"), new PythonExpression.Slice(Py.Number(1), null))));
        if (facts.ChangesFieldSeparators) Emit(Py.Assign(Py.Item(Py.Name("variables"), Py.Text("IFS")), Py.Text(" \t\n")));
        if (keepsEveryStatus) Emit(Py.Assign(StatusPlace, Py.Text("0")));
        else if (StatusReads.AtEntry(file.Root)) Emit(Py.Assign(StatusPlace, Py.Number(0)));
        if ((IsDynamic(ShellOptions.ErrorExit) || contexts.HasMixed) && Has(ShellOptions.ErrorExit)) Emit(Py.Call("set_error_exit", Py.True));
    }

    /// <summary>Where <c>$?</c> is kept.</summary>
    private PythonExpression StatusPlace => keepsEveryStatus ? Py.Item(Py.Name("variables"), Py.Text("?")) : Py.Name("status");

    /// <summary>A piece of the script that becomes one Python function.</summary>
    private sealed class Part
    {
        public required PartKind Kind { get; init; }

        /// <summary>Whether it is called both where failures stop the script and where not.</summary>
        public bool IsMixed { get; init; }

        /// <summary>The shell function it is, or belongs to.</summary>
        public string? Function { get; init; }

        /// <summary>Variables that surely have a value here.</summary>
        public ImmutableHashSet<string> Known { get; set; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

        /// <summary>Loops around this place, inside this part.</summary>
        public Stack<Loop> Loops { get; } = new();

        /// <summary>Whether it ever returns something.</summary>
        public bool Returns { get; set; }
    }

    private enum PartKind
    {
        Main,
        Function,
        /// <summary>A process of its own: a subshell, a substitution, a part of a pipeline.</summary>
        Fork,
        /// <summary>Code that runs in the same process but stands in a Python function of its own.</summary>
        Inline,
    }

    /// <summary>A loop, with its ends that lie outside of it: <c>break 2</c>.</summary>
    private sealed class Loop
    {
        /// <summary>Where the loop's own exit status is kept, or null.</summary>
        public PythonExpression? Result { get; init; }

        /// <summary>Flags that say that a loop around this one ends, or goes on.</summary>
        public List<(Loop Target, bool GoesOn, string Flag)> Exits { get; } = [];
    }
}
