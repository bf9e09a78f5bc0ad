using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Unshell.Python.Tests.Agreement;

/// <summary>CPython as it is on this machine: <c>python3</c> on the path, or the one that <c>UNSHELL_PYTHON</c> names.</summary>
internal static class RealPython
{
    private static string Program => Environment.GetEnvironmentVariable("UNSHELL_PYTHON") ?? "python3";

    public static void SkipWithout() =>
        Assert.SkipUnless(
            File.Exists(Program) || (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, Program))),
            $"{Program} is not installed: agreement with it was not tested");

    /// <summary>What <c>ast</c> makes of one file.</summary>
    /// <param name="Minor">The version, 13 for 3.13.</param>
    /// <param name="Path">The file.</param>
    /// <param name="Dump">The dump, or null where Python rejects the file.</param>
    /// <param name="Cause">Why it does.</param>
    public sealed record Answer(int Minor, string Path, string? Dump, string? Cause);

    /// <summary>Asks one process for its part of all files; without folders for those of its own library.</summary>
    public static IEnumerable<Answer> Ask(int part, int parts, params IEnumerable<string> folders)
    {
        var start = new ProcessStartInfo(Program) { RedirectStandardOutput = true };
        foreach (var argument in (string[])[Script(), $"{part}", $"{parts}", .. folders]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        using var output = new BufferedStream(process.StandardOutput.BaseStream, 1 << 20);
        var minor = int.Parse(Line(output) ?? throw new InvalidOperationException($"{Program} said nothing"), null);
        while (Line(output) is { } header)
        {
            var fields = header.Split('\t');
            var bytes = new byte[int.Parse(fields[1], null)];
            output.ReadExactly(bytes);
            var text = Encoding.UTF8.GetString(bytes);
            yield return fields[0] == "ok" ? new(minor, fields[2], text, null) : new(minor, fields[2], null, text);
        }

        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
    }

    private static string Script([CallerFilePath] string caller = "") => Path.Combine(Path.GetDirectoryName(caller)!, "dump.py");

    private static string? Line(Stream stream)
    {
        var bytes = new List<byte>();
        while (stream.ReadByte() is >= 0 and var next && next != '\n') bytes.Add((byte)next);
        return bytes.Count == 0 ? null : Encoding.UTF8.GetString([.. bytes]);
    }
}
