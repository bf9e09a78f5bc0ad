using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Unshell.Launchers.Tests.Equality;

/// <summary>How a process ended.</summary>
/// <param name="ExitCode">Exit code, 128 and the number for a signal, or -1 where it had to be killed.</param>
/// <param name="Output">Standard output, one character a byte.</param>
/// <param name="Errors">Standard error, one character a byte.</param>
/// <param name="Elapsed">From start to end of the first process.</param>
internal sealed record Ending(int ExitCode, string Output, string Errors, TimeSpan Elapsed)
{
    public bool WasKilled => ExitCode == -1;
}

/// <summary>What is to be started.</summary>
internal sealed record Start(string Program, IReadOnlyList<string> Arguments, string Folder, IEnumerable<KeyValuePair<string, string>> Environment)
{
    public string Input { get; init; } = "";

    public required TimeSpan Limit { get; init; }

    /// <summary>Sent to the first process when <see cref="ReadyFile"/> appears.</summary>
    public int? Signal { get; init; }

    public string? ReadyFile { get; init; }

    /// <summary>The signal is for the first child: the program stands in a process namespace of its own.</summary>
    public bool SignalsChild { get; init; }
}

/// <summary>A process group of its own with an end: whatever is left of it when the time is over is killed.</summary>
internal static class BoundedProcess
{
    /// <summary>How long processes that the script left behind may still write.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private const int Killed = 9;

    private const int SetFlags = 2;

    private const int CloseOnExec = 1;

    // What the tests themselves were started with is none of a script's business: as in a container, it gets three descriptors.
    static BoundedProcess()
    {
        foreach (var path in Directory.EnumerateFiles("/proc/self/fd"))
        {
            var descriptor = int.Parse(Path.GetFileName(path), CultureInfo.InvariantCulture);
            if (descriptor > 2) _ = SetDescriptor(descriptor, SetFlags, CloseOnExec);
        }
    }

    public static Ending Run(Start start)
    {
        using var process = new Process { StartInfo = Info(start) };
        var watch = Stopwatch.StartNew();
        process.Start();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var input = Feed(process, start.Input);
        var ended = start.Signal is { } signal ? SendWhenReady(process, start, signal, watch) : process.WaitForExit(start.Limit);
        var elapsed = watch.Elapsed;
        if (ended) Task.WaitAll([output, errors], Grace);
        _ = Kill(-process.Id, Killed);
        if (!ended) process.WaitForExit();
        Task.WaitAll([output, errors, input], Grace);
        return new(ended ? process.ExitCode : -1, Said(output), Said(errors), elapsed);
    }

    // A process that left the group still holds the pipe: what it says is not waited for.
    private static string Said(Task<string> text) => text.IsCompletedSuccessfully ? text.Result : "(a process in another group still writes)";

    private static ProcessStartInfo Info(Start start)
    {
        var info = new ProcessStartInfo("/usr/bin/env")
        {
            WorkingDirectory = start.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Encoding.Latin1,
            StandardOutputEncoding = Encoding.Latin1,
            StandardErrorEncoding = Encoding.Latin1,
        };
        // .NET leaves SIGPIPE ignored, which no shell could take back.
        foreach (var word in new[] { "--default-signal=PIPE", "/bin/setsid", start.Program }) info.ArgumentList.Add(word);
        foreach (var argument in start.Arguments) info.ArgumentList.Add(argument);
        info.Environment.Clear();
        foreach (var (name, value) in start.Environment) info.Environment[name] = value;
        return info;
    }

    private static async Task Feed(Process process, string input)
    {
        try
        {
            await process.StandardInput.WriteAsync(input).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading all of it.
        }
    }

    private static bool SendWhenReady(Process process, Start start, int signal, Stopwatch watch)
    {
        while (!File.Exists(start.ReadyFile) && !process.HasExited && watch.Elapsed < start.Limit) Thread.Sleep(5);
        _ = Kill(start.SignalsChild ? FirstChild(process.Id) : process.Id, signal);
        return process.WaitForExit(start.Limit);
    }

    private static int FirstChild(int process)
    {
        var children = File.ReadAllText($"/proc/{process}/task/{process}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return children.Length > 0 ? int.Parse(children[0], CultureInfo.InvariantCulture) : process;
    }

    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetDescriptor(int descriptor, int command, int flags);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
