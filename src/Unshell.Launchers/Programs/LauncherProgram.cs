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
        options = new(() => OptionTable.Read(RuntimeText.Of(Part), PythonName.ToUpperInvariant() + "_OPTIONS"));
    }

    /// <summary>The name it is called by.</summary>
    public string Name { get; }

    /// <summary>Other names of the same program.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>The part's path below <c>Runtime</c>.</summary>
    public string Part => $"programs/{PythonName}.py";

    /// <summary>The function: from arguments and environment to the exit status.</summary>
    public string Function => PythonName + "_program";

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

    /// <summary>Words that look like options and are none, such as the mode in <c>chmod -x</c>.</summary>
    public Func<string, bool>? IsOperand { get; init; }

    private string PythonName => Name.Replace('-', '_');

    /// <summary>Judges a command line.</summary>
    /// <param name="arguments">The words behind the program's name; null stands for any number of words that are not known.</param>
    public ProgramVerdict Check(ImmutableArray<string?> arguments)
    {
        var seen = IsOperand is null ? arguments : [.. arguments.Where(word => word is null || !IsOperand(word))];
        if (ProgramWords.Split(seen, Options, Permutes, out var problem) is not { } words)
            return new ProgramVerdict.Refused($"{Name}: {problem} needs the real program");
        var count = words.Operands.Length + arguments.Length - seen.Length;
        if (!words.IsOpen && count < LeastOperands) return new ProgramVerdict.Refused($"{Name}: too few operands");
        if (!words.IsOpen && count > MostOperands) return new ProgramVerdict.Refused($"{Name}: too many operands");
        return Content?.Invoke(words) ?? ProgramVerdict.Fine.Instance;
    }
}
