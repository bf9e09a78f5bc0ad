using System.Collections.Immutable;

namespace Unshell.Launchers.Programs;

/// <summary>A program that the run time can do in Python, with the same visible result for what its table of options lists.</summary>
internal sealed record LauncherProgram
{
    private readonly Lazy<OptionTable> options;

    /// <summary>A program whose Python lies in <c>Runtime/programs</c>.</summary>
    /// <param name="name">Its name; <c>-</c> becomes <c>_</c> in Python's names.</param>
    public LauncherProgram(string name)
    {
        Name = name;
        options = new(() => Table == "" ? OptionTable.None : OptionTable.Read(RuntimeText.Of(Part), $"{Table ?? (Family ?? PythonName).ToUpperInvariant()}_OPTIONS"));
    }

    /// <summary>The name it is called by.</summary>
    public string Name { get; }

    /// <summary>Other names of the same program.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>The part and the table that it shares with programs of its kind, as <c>egrep</c> does with <c>grep</c>; or null.</summary>
    public string? Family { get; init; }

    /// <summary>The name of its table before <c>_OPTIONS</c> where it is not that of the part; empty where it has no options.</summary>
    public string? Table { get; init; }

    /// <summary>The part's path below <c>Runtime</c>.</summary>
    public string Part => $"programs/{Family ?? PythonName}.py";

    /// <summary>The function: from arguments and environment to the exit status.</summary>
    public string Function
    {
        get => field ?? PythonName + "_program";
        init;
    }

    /// <summary>What it knows.</summary>
    public OptionTable Options => options.Value;

    /// <summary>Whether options may follow operands.</summary>
    public bool Permutes { get; init; } = true;

    /// <summary>The fewest operands with which it is done.</summary>
    public int LeastOperands { get; init; }

    /// <summary>The most operands with which it is done.</summary>
    public int MostOperands { get; init; } = int.MaxValue;

    /// <summary>Looks at the operands and the options' values, such as a sed script or a date format; null where there is nothing to see.</summary>
    public Func<ProgramWords, ProgramVerdict>? Content { get; init; }

    /// <summary>The command lines it runs in turn, such as those of <c>xargs</c>, in the words behind its name; null where it runs none.</summary>
    /// <remarks>
    /// Its function calls <c>call_program</c> or <c>exec_program</c>, which find what is done in Python in the dictionary
    /// <c>python_programs</c>: a launcher that replaces such an inner command enters it there with <c>with_programs</c>.
    /// </remarks>
    public Func<ProgramWords, ImmutableArray<ImmutableArray<string?>>>? Inner { get; init; }

    /// <summary>Words that look like options and are none, such as the mode in <c>chmod -x</c>.</summary>
    public Func<string, bool>? IsOperand { get; init; }

    private string PythonName => Name.Replace('-', '_');

    /// <summary>Judges a command line.</summary>
    /// <param name="arguments">The words behind the program's name; null stands for any number of words that are not known.</param>
    public ProgramVerdict Check(ImmutableArray<string?> arguments)
    {
        if (ProgramWords.Split(arguments, this, out var problem) is not { } words)
            return new ProgramVerdict.Refused($"{Name}: {problem} needs the real program");
        if (!words.IsOpen && words.Operands.Length < LeastOperands) return new ProgramVerdict.Refused($"{Name}: too few operands");
        if (!words.IsOpen && words.Operands.Length > MostOperands) return new ProgramVerdict.Refused($"{Name}: too many operands");
        return Content?.Invoke(words) ?? ProgramVerdict.Fine.Instance;
    }

    /// <summary>The command lines that this one runs, as far as they are known; each begins with the program's name.</summary>
    /// <param name="arguments">As for <see cref="Check"/>, which must have found them good.</param>
    public ImmutableArray<ImmutableArray<string?>> InnerCommands(ImmutableArray<string?> arguments) =>
        Inner is not null && ProgramWords.Split(arguments, this, out _) is { } words ? Inner(words) : [];
}
