using System.Collections.Immutable;
using System.Text;

namespace Unshell.Launchers.Tests.Equality;

/// <summary>
/// A folder in which a script and its launcher run one after the other, at the same paths: what differs then differs because of them.
/// </summary>
/// <remarks>
/// <c>bin</c> holds the fake programs, <c>tools</c> the real ones that only the script finds, <c>app</c> is the working directory,
/// <c>state</c> holds the log. Script and launcher have the same name, so that <c>$0</c> is the same.
/// </remarks>
internal sealed class Sandbox : IDisposable
{
    /// <summary>The name of script and launcher.</summary>
    public const string ScriptName = "entrypoint";

    private readonly string root = Directory.CreateTempSubdirectory("unshell-equality-").FullName;

    private string App => Path.Combine(root, "app");

    private string State => Path.Combine(root, "state");

    public void Dispose() => Clear(root);

    /// <summary>Runs the script under a shell.</summary>
    public Observation RunScript(Trial trial, string shell)
    {
        Prepare(trial, [.. trial.Programs, .. trial.ScriptPrograms], trial.Tools);
        var script = trial.Script;
        if (!trial.IsScript) return Run(trial, shell, [.. trial.Options, "-c", script, .. trial.Arguments]);
        WriteScript(script);
        return Run(trial, shell, [.. trial.Options, "./" + ScriptName, .. trial.Arguments]);
    }

    /// <summary>Runs its launcher.</summary>
    public Observation RunLauncher(Trial trial, string python)
    {
        Prepare(trial, trial.Programs, trial.KeepsTools ? trial.Tools : []);
        WriteScript(python);
        var arguments = trial.IsScript ? trial.Arguments : [.. trial.Arguments.Skip(1)];
        return Run(trial, Worlds.Python(root), ["./" + ScriptName, .. arguments]);
    }

    private Observation Run(Trial trial, string program, IEnumerable<string> arguments)
    {
        IReadOnlyList<string> words = [program, .. arguments];
        if (trial.IsFirstProcess) words = [.. Machine.OwnProcesses, .. words];
        if (trial.IsMerged) words = [Machine.Dash!, "-c", "exec \"$@\" 2>&1", "merge", .. words];
        var ending = BoundedProcess.Run(new(words[0], [.. words.Skip(1)], App, Environment(trial))
        {
            Input = trial.Input,
            Limit = trial.Limit,
            Signal = trial.Signal,
            SignalsChild = trial.IsFirstProcess,
            ReadyFile = Path.Combine(State, "ready"),
        });
        var log = Path.Combine(State, "log");
        return new()
        {
            Log = File.Exists(log) ? LogRecords.Read(File.ReadAllText(log, Encoding.Latin1)) : [],
            Output = ending.Output,
            Errors = ending.Errors,
            ExitCode = ending.ExitCode,
            Files = FileTree.Read(App, ScriptName),
            Elapsed = ending.Elapsed,
        };
    }

    private SortedDictionary<string, string> Environment(Trial trial)
    {
        var environment = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["PATH"] = $"{root}/bin:{root}/tools",
            ["HOME"] = $"{root}/home",
            ["PWD"] = App,
            ["LANG"] = "C.UTF-8",
            ["HOSTNAME"] = "box",
        };
        foreach (var (name, value) in trial.Environment)
        {
            if (value is null) environment.Remove(name);
            else environment[name] = value.Replace("@ROOT@", root, StringComparison.Ordinal);
        }

        return environment;
    }

    private void Prepare(Trial trial, ImmutableArray<FakeProgram> programs, ImmutableArray<string> tools)
    {
        foreach (var folder in new[] { "app", "bin", "home", "state", "tools" })
        {
            Clear(Path.Combine(root, folder));
            Directory.CreateDirectory(Path.Combine(root, folder));
        }

        foreach (var program in programs)
        {
            var path = program.Path is { } place ? Path.Combine(App, place) : Path.Combine(root, "bin", program.Name);
            WriteFile(path, FakeScript.Write(program, State, Machine.Dash!));
        }

        foreach (var tool in tools) File.CreateSymbolicLink(Path.Combine(root, "tools", tool), RealProgram(tool));
        foreach (var (path, content) in trial.Files) WriteFile(Path.Combine(App, path), content.Replace("@ROOT@", root, StringComparison.Ordinal));
        Worlds.Write(root, trial);
    }

    private void WriteScript(string text) => WriteFile(Path.Combine(App, ScriptName), text);

    private static string RealProgram(string tool) =>
        new[] { "/usr/bin", "/bin", "/usr/sbin" }.Select(folder => Path.Combine(folder, tool)).First(File.Exists);

    private static void WriteFile(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        if (content.StartsWith("#!", StringComparison.Ordinal))
            File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32("755", 8));
    }

    // Folders that a script locked (chmod 000) are opened first.
    private static void Clear(string folder)
    {
        if (!Directory.Exists(folder)) return;
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Open(folder);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Open(string folder)
    {
        File.SetUnixFileMode(folder, (UnixFileMode)Convert.ToInt32("755", 8));
        foreach (var inner in new DirectoryInfo(folder).EnumerateDirectories().Where(inner => inner.LinkTarget is null)) Open(inner.FullName);
    }
}
