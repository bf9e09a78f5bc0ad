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
        new("cp") { LeastOperands = 1 },
        new("dirname") { LeastOperands = 1 },
        new("ln") { LeastOperands = 1 },
        new("mkdir") { LeastOperands = 1 },
        new("mv") { LeastOperands = 1 },
        new("rm"),
        new("rmdir") { LeastOperands = 1 },
    ];
}
