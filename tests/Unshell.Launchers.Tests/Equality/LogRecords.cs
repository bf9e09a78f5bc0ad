using System.Collections.Immutable;
using System.Globalization;

namespace Unshell.Launchers.Tests.Equality;

/// <summary>
/// The log's records with the environment sorted, and without what shells keep for themselves.
/// </summary>
/// <remarks>
/// <c>_</c> and <c>SHLVL</c> are bash's own bookkeeping and are left out. <c>PWD</c> and <c>OLDPWD</c> are left out where they are true or
/// absent: a shell sets them on <c>cd</c>, a launcher need not, but what is there must not be stale.
/// SIGXFSZ, which Python ignores from its start and which only a limit on file sizes brings, and the two signals that the C library keeps for
/// itself (32, 33) are not looked at.
/// </remarks>
internal static class LogRecords
{
    private const ulong NotLookedAt = (1UL << 24) | (1UL << 31) | (1UL << 32);

    public static ImmutableArray<string> Read(string log) =>
        [.. log.Split(FakeScript.RecordEnd, StringSplitOptions.RemoveEmptyEntries).Select(record => Normalize(WithoutSomeSignals(record)))];

    private static string WithoutSomeSignals(string record)
    {
        var line = Line(record, "ignored ");
        if (line.Length != 16) return record;
        var signals = ulong.Parse(line, NumberStyles.HexNumber, CultureInfo.InvariantCulture) & ~NotLookedAt;
        return record.Replace("\nignored " + line, $"\nignored {signals:x16}", StringComparison.Ordinal);
    }

    private static string Normalize(string record)
    {
        var start = record.IndexOf("environment\n\0", StringComparison.Ordinal);
        if (start < 0) return record.Trim('\n');
        start += "environment\n\0".Length;
        var end = record.LastIndexOf("\0\n", StringComparison.Ordinal);
        // An environment without any variable has no NUL behind it.
        if (end < start) return record.Trim('\n');
        var directory = Line(record, "directory ");
        var variables = record[start..end].Split('\0').Where(variable => !IsBookkeeping(variable, directory)).Order(StringComparer.Ordinal);
        return (record[..start].Replace("\0", "", StringComparison.Ordinal) + string.Join('\n', variables) + record[(end + 1)..]).Trim('\n');
    }

    private static bool IsBookkeeping(string variable, string directory) =>
        variable.StartsWith("_=", StringComparison.Ordinal)
        || variable.StartsWith("SHLVL=", StringComparison.Ordinal)
        || variable == "PWD=" + directory;

    private static string Line(string record, string key)
    {
        var start = record.IndexOf("\n" + key, StringComparison.Ordinal);
        if (start < 0) return "";
        start += 1 + key.Length;
        return record[start..record.IndexOf('\n', start)];
    }
}
