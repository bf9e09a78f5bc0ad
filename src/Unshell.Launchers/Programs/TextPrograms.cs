using System.Collections.Immutable;

namespace Unshell.Launchers.Programs;

/// <summary>Programs that read text and write text.</summary>
internal static class TextPrograms
{
    /// <summary>Each once.</summary>
    public static ImmutableArray<LauncherProgram> All { get; } =
    [
        new("cat"),
        new("cut"),
        new("head"),
        new("tail"),
        new("tr") { LeastOperands = 1, MostOperands = 2, Permutes = false },
        new("wc"),
    ];
}
