using System.Collections.Immutable;

namespace Unshell.Launchers.Programs;

/// <summary>Programs about time, users, processes and the machine.</summary>
internal static class SystemPrograms
{
    /// <summary>Each once.</summary>
    public static ImmutableArray<LauncherProgram> All { get; } =
    [
        new("date") { MostOperands = 1, Content = DateCheck.Of },
        new("echo") { Table = "", IsOperand = _ => true },
        new("env") { Permutes = false, Inner = Changed },
        new("false") { Family = "true", Table = "", IsOperand = _ => true },
        new("getent") { LeastOperands = 1, Permutes = false, Content = Databases },
        new("hostname") { MostOperands = 0 },
        new("id") { MostOperands = 1 },
        new("nproc") { MostOperands = 0 },
        new("openssl") { Table = "", LeastOperands = 2, IsOperand = _ => true, Content = Random },
        new("printenv"),
        new("seq") { LeastOperands = 1, MostOperands = 3, Permutes = false, IsOperand = word => word is ['-', '.' or (>= '0' and <= '9'), ..] },
        new("sleep") { LeastOperands = 1 },
        new("sync") { MostOperands = 0 },
        new("true") { Table = "", IsOperand = _ => true },
        new("uname") { MostOperands = 0 },
        new("which") { Permutes = false, Content = _ => new ProgramVerdict.Review("which now finds what the hardened image has; programs that are done in Python are not there") },
        new("whoami") { MostOperands = 0 },
        new("yes"),
    ];

    private static ImmutableArray<ImmutableArray<string?>> Changed(ProgramWords words)
    {
        var first = 0;
        while (first < words.Operands.Length && words.Operands[first] is { } word && word.Contains('=', StringComparison.Ordinal)) first++;
        return ProcessPrograms.Rest(words, first);
    }

    private static ProgramVerdict Random(ProgramWords words) =>
        words.Operands is [null or "rand", ..] && words.Operands.Skip(1).All(word => word is null or "-hex" or "-base64" or "-out" || !word.StartsWith('-'))
            ? ProgramVerdict.Fine.Instance
            : new ProgramVerdict.Refused("openssl: all but rand -hex and rand -base64 needs the real program");

    private static ProgramVerdict Databases(ProgramWords words) =>
        words.Operands is [null or "passwd" or "group", ..] or ["hosts" or "ahosts", _, ..]
            ? ProgramVerdict.Fine.Instance
            : new ProgramVerdict.Refused($"getent: {words.Operands[0]} needs the real program");
}
