using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Tests.Equality.Cases;

/// <summary>
/// The spec tests of Oils: <c>#### name</c>, the script, then lines that begin with <c>##</c> and say what is expected; the file's head says
/// which shells it compares.
/// </summary>
internal static class OilsSpec
{
    public static IEnumerable<ShellCase> Read(string folder) =>
        Directory.EnumerateFiles(Path.Combine(folder, "oils", "spec"), "*.test.sh")
            .OrderBy(path => path, StringComparer.Ordinal)
            .SelectMany(path => ReadFile("oils/" + Path.GetFileName(path), File.ReadAllLines(path)));

    private static IEnumerable<ShellCase> ReadFile(string file, string[] lines)
    {
        var shells = lines.FirstOrDefault(line => line.StartsWith("## compare_shells:", StringComparison.Ordinal))?.Split(' ') ?? [];
        ShellDialect[] dialects =
        [
            .. shells.Contains("dash") ? [ShellDialect.Posix] : Array.Empty<ShellDialect>(),
            .. shells.Any(shell => shell.StartsWith("bash", StringComparison.Ordinal)) ? [ShellDialect.Bash] : Array.Empty<ShellDialect>(),
        ];
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("#### ", StringComparison.Ordinal)) continue;
            var script = lines.Skip(i + 1).TakeWhile(line => !IsEnd(line));
            var text = string.Concat(script.Select(line => line + "\n"));
            foreach (var dialect in dialects) yield return new(file, lines[i][5..].Trim(), dialect, text);
        }
    }

    private static bool IsEnd(string line) =>
        line.StartsWith("## ", StringComparison.Ordinal) || line.StartsWith("#### ", StringComparison.Ordinal);
}
