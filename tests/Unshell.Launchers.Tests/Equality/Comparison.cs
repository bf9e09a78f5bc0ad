using System.Collections.Immutable;

namespace Unshell.Launchers.Tests.Equality;

/// <summary>What two runs let be seen, side by side.</summary>
internal static class Comparison
{
    /// <summary>Each difference as a few lines; none where the runs are equal.</summary>
    /// <param name="trial">What was run.</param>
    /// <param name="script">The script under its shell.</param>
    /// <param name="launcher">Its launcher, or the script under another shell.</param>
    public static ImmutableArray<string> Differences(Trial trial, Observation script, Observation launcher)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        Compare(found, "end", End(script), End(launcher));
        Compare(found, "standard output", Order(trial, script.Output), Order(trial, launcher.Output));
        Compare(found, "standard error", Order(trial, script.Errors), Order(trial, launcher.Errors));
        CompareLogs(found, trial, script.Log, launcher.Log);
        foreach (var path in script.Files.Keys.Union(launcher.Files.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
            Compare(found, $"file {path}", script.Files.GetValueOrDefault(path, "(none)"), launcher.Files.GetValueOrDefault(path, "(none)"));
        if (launcher.Errors.Contains("Traceback (most recent call last)", StringComparison.Ordinal)) found.Add($"a traceback\n{launcher.Errors}");
        return found.ToImmutable();
    }

    private static string End(Observation run) => run.WasKilled ? "killed when its time was over" : $"exit code {run.ExitCode}";

    private static void CompareLogs(ImmutableArray<string>.Builder found, Trial trial, ImmutableArray<string> script, ImmutableArray<string> launcher)
    {
        if (trial.IsConcurrent)
        {
            script = [.. script.Order(StringComparer.Ordinal)];
            launcher = [.. launcher.Order(StringComparer.Ordinal)];
        }

        for (var i = 0; i < Math.Max(script.Length, launcher.Length); i++)
        {
            var (left, right) = WithoutOldDirectory(script.ElementAtOrDefault(i) ?? "(none)", launcher.ElementAtOrDefault(i) ?? "(none)");
            (left, right) = (Messages.Normalize(left), Messages.Normalize(right));
            if (left == right) continue;
            found.Add($"call {i + 1} of a program\n{Lines(left, right)}");
            return;
        }
    }

    // Shells export OLDPWD with the first cd; a launcher may leave it away, but what it passes on must be the same.
    private static (string Script, string Launcher) WithoutOldDirectory(string script, string launcher)
    {
        const string Name = "\nOLDPWD";
        if (launcher.Contains(Name, StringComparison.Ordinal)) return (script, launcher);
        var start = script.IndexOf(Name, StringComparison.Ordinal);
        if (start < 0) return (script, launcher);
        var end = script.IndexOf('\n', start + 1);
        return (script[..start] + (end < 0 ? "" : script[end..]), launcher);
    }

    private static string Order(Trial trial, string text) =>
        trial.IsConcurrent ? string.Join('\n', Messages.Normalize(text).Split('\n').Order(StringComparer.Ordinal)) : text;

    private static void Compare(ImmutableArray<string>.Builder found, string what, string script, string launcher)
    {
        (script, launcher) = (Messages.Normalize(script), Messages.Normalize(launcher));
        if (script != launcher) found.Add($"{what}\n{Lines(script, launcher)}");
    }

    private static string Lines(string script, string launcher)
    {
        var left = script.Split('\n');
        var right = launcher.Split('\n');
        // Long equal beginnings and ends are left out.
        var same = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = left.Reverse().Zip(right.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        end = Math.Clamp(end - 1, 0, Math.Min(left.Length, right.Length) - same);
        var shown = Math.Max(0, same - 2);
        return $"{Side("script", left[shown..^end])}{Side("launcher", right[shown..^end])}";
    }

    private static string Side(string name, string[] lines) =>
        string.Concat(lines.Take(30).Select(line => $"    {name,-8} | {Visible(line)}\n"));

    private static string Visible(string line) =>
        string.Concat(line.Select(character => character is < ' ' or (>= '\x7f' and < '\xa0') ? $"\\x{(int)character:x2}" : character.ToString()));
}
