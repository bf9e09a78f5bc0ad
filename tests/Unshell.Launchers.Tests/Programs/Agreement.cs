using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Unshell.Launchers.Tests.Programs;

/// <summary>Runs command lines through the programs of this machine and through ours, with <c>agree.py</c>.</summary>
internal static class Agreement
{
    private static readonly string Here = Folder();

    /// <summary>The folder with one folder of cases for each program.</summary>
    public static string Cases => Path.Combine(Here, "..", "cases", "programs");

    /// <summary>Compares the case files; the answer's last line has the numbers, and the lines above it tell the differences.</summary>
    public static (bool Equal, string Report) Of(IEnumerable<string> files)
    {
        var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(Here, "agree.py"));
        start.ArgumentList.Add(Path.Combine(Here, "..", "..", "..", "src", "Unshell.Launchers", "Runtime"));
        foreach (var file in files) start.ArgumentList.Add(file);
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var report = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode == 0, report + errors.Result);
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
