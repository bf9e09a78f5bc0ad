using System.Collections.Immutable;

namespace Unshell.Launchers.Programs;

/// <summary>Programs that make, move, remove and describe files.</summary>
internal static class FilePrograms
{
    /// <summary>Each once.</summary>
    public static ImmutableArray<LauncherProgram> All { get; } =
    [
        new("basename") { LeastOperands = 1, Permutes = false },
        new("chgrp") { LeastOperands = 2 },
        new("chmod") { LeastOperands = 2, IsOperand = word => word is ['-', 'r' or 'w' or 'x' or 'X' or 's' or 't', ..] },
        new("chown") { LeastOperands = 1 },
        new("cp") { LeastOperands = 1, Content = Preserving },
        new("dirname") { LeastOperands = 1 },
        new("find") { Function = "find_files_program", IsOperand = _ => true, Permutes = false, Content = FindCheck.Of, Inner = FindCheck.Commands },
        new("install") { LeastOperands = 1 },
        new("ln") { LeastOperands = 1 },
        new("ls") { Content = words => Uncolored(words, "ls") },
        new("mkdir") { LeastOperands = 1 },
        new("mktemp") { MostOperands = 1 },
        new("mv") { LeastOperands = 1 },
        new("readlink") { LeastOperands = 1 },
        new("realpath") { LeastOperands = 1 },
        new("rm"),
        new("rmdir") { LeastOperands = 1 },
        new("stat") { LeastOperands = 1, Content = Described },
        new("touch") { LeastOperands = 1, Content = words => DateCheck.OfInput("touch", words) },
    ];

    /// <summary>Colors are for terminals: only the real program knows them.</summary>
    internal static ProgramVerdict Uncolored(ProgramWords words, string name) =>
        words.Values("color").All(when => when is "auto" or "never" || (when.Length == 0 && name == "grep"))
            ? ProgramVerdict.Fine.Instance
            : new ProgramVerdict.Refused($"{name}: colors need the real program");

    private static ProgramVerdict Preserving(ProgramWords words)
    {
        var wrong = words.Values("preserve_list").SelectMany(list => list.Split(','))
            .FirstOrDefault(item => item is not ("" or "mode" or "ownership" or "timestamps" or "links" or "all"));
        return wrong is null ? ProgramVerdict.Fine.Instance : new ProgramVerdict.Refused($"cp: --preserve={wrong} needs the real program");
    }

    private static ProgramVerdict Described(ProgramWords words)
    {
        if (!words.Has("format") && !words.Has("printf")) return new ProgramVerdict.Refused("stat: without -c or --printf it needs the real program");
        var format = words.Values("format").Concat(words.Values("printf")).LastOrDefault() ?? "";
        return Directives.Unknown(format, "-0", "aAbBdfFgGhinNosuUxXyYzZ%") is { } unknown
            ? new ProgramVerdict.Refused($"stat: {unknown} needs the real program")
            : ProgramVerdict.Fine.Instance;
    }
}
