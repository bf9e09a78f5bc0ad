using System.Collections.Immutable;

namespace Unshell.Launchers.Programs;

/// <summary>Programs that start, find and end processes.</summary>
internal static class ProcessPrograms
{
    private const string NothingToDrop = "who is not root has no privileges to drop: the program is run as the image's user";

    /// <summary>Each once.</summary>
    public static ImmutableArray<LauncherProgram> All { get; } =
    [
        new("dumb-init") { Family = "init", Table = "DUMB_INIT", Permutes = false, LeastOperands = 1, Inner = words => Rest(words, 0) },
        new("gosu") { Family = "privileges", Table = "", LeastOperands = 2, IsOperand = _ => true, Inner = words => Rest(words, 1), Content = _ => new ProgramVerdict.Review(NothingToDrop) },
        new("nice") { Permutes = false, Inner = words => Rest(words, 0) },
        new("nohup") { LeastOperands = 1, Permutes = false, Inner = words => Rest(words, 0) },
        new("pgrep") { Family = "processes", Table = "PGREP", MostOperands = 1, Content = words => Matched("pgrep", words) },
        new("pidof") { Family = "processes", Table = "PIDOF", LeastOperands = 1 },
        new("pkill") { Family = "processes", Table = "PKILL", MostOperands = 2, IsOperand = IsSignal, Content = words => Matched("pkill", words) },
        new("runuser") { Family = "privileges", Table = "RUNUSER", Permutes = false, LeastOperands = 1, Inner = words => Rest(words, 0), Content = Named },
        new("setpriv") { Family = "privileges", Table = "SETPRIV", Permutes = false, LeastOperands = 1, Inner = words => Rest(words, 0), Content = Numbered },
        new("su-exec") { Family = "privileges", Table = "", LeastOperands = 2, IsOperand = _ => true, Inner = words => Rest(words, 1), Content = _ => new ProgramVerdict.Review(NothingToDrop) },
        new("timeout") { LeastOperands = 2, Permutes = false, Inner = words => Rest(words, 1) },
        new("tini") { Family = "init", Table = "TINI", Permutes = false, LeastOperands = 1, Inner = words => Rest(words, 0) },
        new("xargs") { Permutes = false, Inner = Arguments },
    ];

    /// <summary>The words from one on.</summary>
    internal static ImmutableArray<ImmutableArray<string?>> Rest(ProgramWords words, int first) =>
        words.Operands.Length > first ? [[.. words.Operands.AsSpan()[first..]]] : [];

    /// <summary>What xargs reads is not known, so it stands behind the words as null.</summary>
    private static ImmutableArray<ImmutableArray<string?>> Arguments(ProgramWords words)
    {
        if (words.Operands.Length == 0) return [];
        var mark = words.Values("replace").LastOrDefault();
        return mark is null
            ? [[.. words.Operands, null]]
            : [[.. words.Operands.Select(word => word is not null && word.Contains(mark, StringComparison.Ordinal) ? null : word)]];
    }

    private static bool IsSignal(string word) => word.Length > 2 && word[0] == '-' && (char.IsAsciiLetterUpper(word[1]) || char.IsAsciiDigit(word[1]))
        || word is ['-', >= '0' and <= '9'];

    private static ProgramVerdict Matched(string name, ProgramWords words)
    {
        var pattern = words.Operands.OfType<string>().LastOrDefault(word => name == "pgrep" || !IsSignal(word));
        return pattern is not null && RegexCheck.Unknown(pattern, RegexDialect.Grep, true) is { } unknown
            ? new ProgramVerdict.Refused($"{name}: {unknown} needs the real program")
            : ProgramVerdict.Fine.Instance;
    }

    private static ProgramVerdict Named(ProgramWords words) =>
        words.Has("user") ? new ProgramVerdict.Review(NothingToDrop) : new ProgramVerdict.Refused("runuser: without -u it starts a shell");

    private static ProgramVerdict Numbered(ProgramWords words) =>
        words.Has("user") && words.Has("group")
            ? new ProgramVerdict.Review(NothingToDrop)
            : new ProgramVerdict.Refused("setpriv: without --reuid and --regid it needs the real program");
}
