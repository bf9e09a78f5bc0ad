using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Unshell.Testing;

/// <summary>Expectations kept as plain files; <c>GOLDEN=update</c> in the environment rewrites them.</summary>
public static class Golden
{
    private static readonly ConcurrentDictionary<string, bool> matched = new(StringComparer.Ordinal);

    private static bool Updates => Environment.GetEnvironmentVariable("GOLDEN") == "update";

    /// <summary>Folders below <c>cases</c> beside the calling test, by name, in order.</summary>
    public static IEnumerable<string> Cases(string group = "", [CallerFilePath] string caller = "")
    {
        var root = Path.Combine(Path.GetDirectoryName(caller)!, "cases", group);
        return Directory.Exists(root)
            ? Directory.EnumerateDirectories(root).OrderBy(path => path, StringComparer.Ordinal)
            : [];
    }

    /// <summary>Compares text with a file to the byte; a missing file fails and says what to run.</summary>
    public static void Match(string folder, string file, string actual)
    {
        var path = Path.GetFullPath(Path.Combine(folder, file));
        matched[path] = true;
        if (Updates)
        {
            File.WriteAllText(path, actual);
            return;
        }

        if (!File.Exists(path))
            throw new InvalidOperationException($"no expectation {path}; run the tests with GOLDEN=update, then read what it wrote");
        var expected = File.ReadAllText(path);
        if (expected != actual) throw new InvalidOperationException(Difference(path, expected, actual));
    }

    /// <summary>
    /// Fails where a case's folder holds a file that nothing reads: neither one of its inputs nor an expectation that
    /// <see cref="Match"/> has compared. An expectation that no longer comes about would stay there unnoticed.
    /// </summary>
    /// <param name="folder">The case.</param>
    /// <param name="inputs">Files of the case, and with a slash at the end folders, that are its inputs.</param>
    public static void NothingElse(string folder, params IReadOnlyList<string> inputs)
    {
        var root = Path.GetFullPath(folder);
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(root, path).Replace('\\', '/');
            var isInput = inputs.Any(input => input.EndsWith('/') ? name.StartsWith(input, StringComparison.Ordinal) : name == input);
            if (!isInput && !matched.ContainsKey(path))
                throw new InvalidOperationException($"{path} is an expectation that nothing gives; remove it, or mend the test");
        }
    }

    private static string Difference(string path, string expected, string actual)
    {
        var left = expected.Split('\n');
        var right = actual.Split('\n');
        var line = 0;
        while (line < left.Length && line < right.Length && left[line] == right[line]) line++;
        var was = line < left.Length ? left[line] : "(end)";
        var got = line < right.Length ? right[line] : "(end)";
        return $"{path}:{line + 1}\n  expected: {was}\n  actual:   {got}\n--- whole actual text ---\n{actual}";
    }
}
