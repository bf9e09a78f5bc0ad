using System.Diagnostics;
using System.Runtime.CompilerServices;
using Unshell.Shell.Syntax;
using Unshell.Text;

namespace Unshell.Launchers.Tests.Compilation;

public sealed class ShellAgreementTests
{
    private static string Cases([CallerFilePath] string caller = "") => Path.Combine(Path.GetDirectoryName(caller)!, "cases", "agreement");

    /// <summary>Scripts, each with the shells that can run it.</summary>
    public static TheoryData<string, string> Scripts
    {
        get
        {
            var scripts = new TheoryData<string, string>();
            foreach (var path in Directory.EnumerateFiles(Cases(), "*.sh").Order(StringComparer.Ordinal))
            {
                var name = Path.GetFileName(path);
                if (!name.EndsWith(".bash.sh", StringComparison.Ordinal)) scripts.Add(name, "dash");
                scripts.Add(name, "bash");
            }

            return scripts;
        }
    }

    [Theory, MemberData(nameof(Scripts))]
    public void A_launcher_prints_and_exits_as_its_script(string script, string shell)
    {
        Assert.SkipWhen(!File.Exists($"/bin/{shell}") && !File.Exists($"/usr/bin/{shell}"), $"{shell} is not installed: agreement with it was not tested");
        var path = Path.Combine(Cases(), script);
        var source = new LauncherSource
        {
            Text = new SourceText(script, File.ReadAllText(path)),
            Dialect = shell == "bash" ? ShellDialect.Bash : ShellDialect.Posix,
            IsScript = true,
        };
        var result = LauncherCompiler.Compile(source, new LauncherTarget { HasProgram = _ => true });
        result.Refusals.Select(refusal => $"{refusal.File.PositionOf(refusal.Span.Start)} {refusal.Reason}").ShouldBeEmpty();
        var folder = Directory.CreateTempSubdirectory("launcher-").FullName;
        try
        {
            var launcher = Path.Combine(folder, Path.ChangeExtension(script, ".py"));
            File.WriteAllText(launcher, result.Python);
            Run("python3", launcher, Path.Combine(folder, "launched")).ShouldBe(Run(shell, path, Path.Combine(folder, "scripted")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What a program prints in a new directory, and its exit status.</summary>
    private static string Run(string program, string script, string directory)
    {
        Directory.CreateDirectory(directory);
        var start = new ProcessStartInfo(program, [script, "-a", "1"])
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in new[] { ("PATH", Environment.GetEnvironmentVariable("PATH")!), ("HOME", "/h"), ("LANG", "C.UTF-8") }) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromSeconds(60))) process.Kill(entireProcessTree: true);
        process.WaitForExit();
        _ = errors.Result;
        return $"{output.Result.Replace(directory, "DIRECTORY", StringComparison.Ordinal)}\nexit {process.ExitCode}";
    }
}
