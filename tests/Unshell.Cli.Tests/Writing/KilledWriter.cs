using System.Diagnostics;
using System.Runtime.CompilerServices;
using Unshell.Cli.Writing;
using Unshell.Migration;

namespace Unshell.Cli.Tests.Writing;

/// <summary>
/// This test program run once more as a child that writes files and is killed by SIGKILL at one of its steps. The product has no
/// switch for that: only a test hands in the hook that kills.
/// </summary>
internal static class KilledWriter
{
    private const string Folder = "UNSHELL_TEST_KILLED_WRITER_FOLDER";
    private const string Step = "UNSHELL_TEST_KILLED_WRITER_STEP";
    private const int Killed = 128 + 9;
    private const int Refused = 2;

    /// <summary>Writes in a child that dies at a step, counted from 0 over writing.</summary>
    /// <returns>Whether the child died there; it did not where it has fewer steps.</returns>
    public static async Task<bool> RunAsync(string folder, int step)
    {
        var (code, error) = await RunAsync([], folder, step);
        return code switch
        {
            Killed => true,
            0 => false,
            _ => throw new InvalidOperationException($"the child ended with {code}: {error}"),
        };
    }

    /// <summary>Writes in a child that is not root and is not killed.</summary>
    /// <returns>What it says; null where rights cannot be given up.</returns>
    public static async Task<string?> RunWithoutRightsAsync(string folder)
    {
        if (Environment.UserName != "root") return (await RunAsync([], folder, -1)).Error;
        if (!File.Exists("/usr/bin/setpriv")) return null;
        var (code, error) = await RunAsync(["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"], folder, -1);
        return code == Refused ? error : null;
    }

    private static async Task<(int Code, string Error)> RunAsync(string[] before, string folder, int step)
    {
        string[] line = [.. before, Environment.ProcessPath!];
        // The test host may be `dotnet` with the assembly as its first argument.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet") line = [.. line, typeof(KilledWriter).Assembly.Location];
        var start = new ProcessStartInfo(line[0], line[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[Folder] = folder;
        start.Environment[Step] = step.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var child = Process.Start(start)!;
        var error = await child.StandardError.ReadToEndAsync();
        await child.WaitForExitAsync();
        return (child.ExitCode, error);
    }

    /// <summary>The files that the child writes: two changed, one new, one that goes.</summary>
    public static FileChange[] Changes { get; } =
    [
        new("Dockerfile", "FROM old\n", "FROM new\n"),
        new("deploy/compose.yaml", "old: 1\r\n", "new: 1\r\n"),
        new("deploy/launcher.py", null, "print()\n"),
        new("deploy/start.sh", "#!/bin/sh\n", null),
    ];

#pragma warning disable CA2255 // Only so can the child act before the test framework takes over the process.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void BeChild()
    {
        if (Environment.GetEnvironmentVariable(Folder) is not { } folder) return;
        var left = int.Parse(Environment.GetEnvironmentVariable(Step)!, System.Globalization.CultureInfo.InvariantCulture);
        try
        {
            FileSet.Recover(folder, KillAtStep);
            FileSet.Write(folder, [.. Changes], KillAtStep);
            Environment.Exit(0);
        }
        catch (CommandException exception)
        {
            Console.Error.WriteLine(exception.Message);
            Environment.Exit(Refused);
        }

        void KillAtStep(string reached)
        {
            if (left-- != 0) return;
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
