using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Unshell.Launchers.Programs;

/// <summary>All programs that the run time can do in Python.</summary>
internal static class ProgramTable
{
    /// <summary>Each program once, in the order of their names.</summary>
    public static ImmutableArray<LauncherProgram> All { get; } =
        [
            .. FilePrograms.All.Concat(TextPrograms.All).Concat(SystemPrograms.All).Concat(ProcessPrograms.All)
                .Concat(NetworkPrograms.All).Concat(DatabasePrograms.All).OrderBy(program => program.Name, StringComparer.Ordinal),
        ];

    private static readonly FrozenDictionary<string, LauncherProgram> ByName = All
        .SelectMany(program => program.Aliases.Append(program.Name).Select(name => (name, program)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.program, StringComparer.Ordinal);

    /// <summary>The program of a name, or null where only the real one will do.</summary>
    /// <param name="name">A bare name, or a path below one of the usual directories of programs.</param>
    public static LauncherProgram? Find(string name)
    {
        var slash = name.LastIndexOf('/');
        var isUsual = slash < 0 || name[..slash] is "/bin" or "/usr/bin" or "/sbin" or "/usr/sbin" or "/usr/local/bin";
        return isUsual ? ByName.GetValueOrDefault(name[(slash + 1)..]) : null;
    }
}
