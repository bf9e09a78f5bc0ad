using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Unshell.Launchers.Tests.Code;

/// <summary>ruff's own formatter, as its makers publish it for Node.js; fetched once, through npm.</summary>
internal static class Ruff
{
    private const string Version = "0.17.4";

    private const string Program = """
        const { Workspace, PositionEncoding } = require("@astral-sh/ruff-wasm-nodejs");
        const workspace = new Workspace(Workspace.defaultSettings(), PositionEncoding.Utf16);
        const sources = JSON.parse(require("fs").readFileSync(0, "utf8"));
        const format = (source) => { try { return workspace.format(source); } catch (error) { return "cannot format: " + error; } };
        process.stdout.write(JSON.stringify(sources.map(format)));
        """;

    private static readonly Lazy<string?> Folder = new(() => Fetch());

    public static void SkipWithout() =>
        Assert.SkipWhen(Folder.Value is null, "Node.js or its package @astral-sh/ruff-wasm-nodejs is not here: agreement with ruff was not tested");

    /// <summary>What ruff makes of each source.</summary>
    public static IReadOnlyList<string> Format(IReadOnlyList<string> sources)
    {
        var output = Run("node", ["-e", Program], Folder.Value!, JsonSerializer.Serialize(sources), TimeSpan.FromMinutes(2))
            ?? throw new InvalidOperationException("node failed");
        return JsonSerializer.Deserialize<string[]>(output)!;
    }

    private static string? Fetch([CallerFilePath] string caller = "")
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(caller)!, "../../.."));
        var folder = Path.Combine(root, "artifacts", "tests", "ruff-" + Version);
        if (Directory.Exists(folder)) return folder;
        var parent = Directory.CreateDirectory(Path.GetDirectoryName(folder)!).FullName;
        var fetched = Directory.CreateDirectory(Path.Combine(parent, $"fetch-{Environment.ProcessId}")).FullName;
        File.WriteAllText(Path.Combine(fetched, "package.json"), "{}");
        string[] arguments = ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--save-exact", "@astral-sh/ruff-wasm-nodejs@" + Version];
        if (Run("npm", arguments, fetched, "", TimeSpan.FromMinutes(2)) is null) return null;
        if (!Directory.Exists(folder)) Directory.Move(fetched, folder);
        return folder;
    }

    private static string? Run(string program, string[] arguments, string folder, string input, TimeSpan timeout)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            if (!process.WaitForExit(timeout))
            {
                process.Kill(entireProcessTree: true);
                return null;
            }

            errors.Wait();
            return process.ExitCode == 0 ? output.Result : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
