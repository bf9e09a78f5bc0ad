using System.Collections.Immutable;

namespace Unshell.Launchers.Programs;

/// <summary>Programs about time, users, processes and the machine.</summary>
internal static class SystemPrograms
{
    /// <summary>Each once.</summary>
    public static ImmutableArray<LauncherProgram> All { get; } =
    [
        new("id") { MostOperands = 1 },
        new("sleep") { LeastOperands = 1 },
        new("whoami") { MostOperands = 0 },
    ];
}
