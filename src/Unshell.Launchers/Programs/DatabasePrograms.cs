using System.Collections.Immutable;

namespace Unshell.Launchers.Programs;

/// <summary>
/// What scripts wait for databases with: the client programs' questions, asked by the servers' own protocols (PostgreSQL's frontend
/// protocol 3.0, Redis' RESP, MySQL's connection phase). No one logs in.
/// </summary>
internal static class DatabasePrograms
{
    /// <summary>Each once.</summary>
    public static ImmutableArray<LauncherProgram> All { get; } =
    [
        new("mysqladmin") { Aliases = ["mariadb-admin"], LeastOperands = 1, MostOperands = 1, Content = words => Ping(words, "mysqladmin", Unproven(words)) },
        new("pg_isready") { MostOperands = 0, Content = Database },
        new("redis-cli") { Permutes = false, LeastOperands = 1, MostOperands = 1, Content = words => Ping(words, "redis-cli", ProgramVerdict.Fine.Instance) },
    ];

    private static ProgramVerdict Ping(ProgramWords words, string program, ProgramVerdict verdict) =>
        words.Operands is [{ } command] && string.Equals(command, "ping", StringComparison.OrdinalIgnoreCase)
            ? verdict
            : new ProgramVerdict.Refused($"{program}: only its command ping can be done without the real program");

    private static ProgramVerdict Unproven(ProgramWords words) => words.Has("silent")
        ? ProgramVerdict.Fine.Instance
        : new ProgramVerdict.Review("mysqladmin now says that the server is alive also where it would refuse the password");

    private static ProgramVerdict Database(ProgramWords words) =>
        words.Values("database").Any(value => value.Contains('=', StringComparison.Ordinal) || value.Contains("://", StringComparison.Ordinal))
            ? new ProgramVerdict.Refused("pg_isready: a connection string needs the real program")
            : ProgramVerdict.Fine.Instance;
}
