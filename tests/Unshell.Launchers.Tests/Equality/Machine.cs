using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Tests.Equality;

/// <summary>The shells and the Python of this machine.</summary>
internal static class Machine
{
    public static string? Dash { get; } = Find("dash");

    public static string? Bash { get; } = Find("bash");

    /// <summary>Python 3.10 or newer; <c>UNSHELL_PYTHON</c> names another than the system's.</summary>
    public static string? Python { get; } = Environment.GetEnvironmentVariable("UNSHELL_PYTHON") ?? Find("python3");

    /// <summary>What makes the next program the first of its own namespace, without privileges where the kernel allows that.</summary>
    public static IReadOnlyList<string> OwnProcesses { get; } =
        ["/usr/bin/unshare", "--user", "--map-current-user", "--pid", "--fork", "--mount-proc", "--kill-child"];

    /// <summary>Whether this machine lets us do that.</summary>
    public static bool HasOwnProcesses => Namespaces.Value;

    public static string ShellFor(ShellDialect dialect) => (dialect == ShellDialect.Bash ? Bash : Dash)!;

    /// <summary>Fakes are dash scripts, so that it is wanted for both dialects.</summary>
    public static void SkipWithoutShells()
    {
        Assert.SkipWhen(Dash is null, "dash is not installed: launchers were not compared with their scripts");
        Assert.SkipWhen(Bash is null, "bash is not installed: launchers were not compared with their scripts");
        Assert.SkipWhen(Python is null, "python3 is not installed: launchers were not compared with their scripts");
        Assert.SkipUnless(File.Exists("/bin/setsid"), "setsid is not installed: launchers were not compared with their scripts");
    }

    private static readonly Lazy<bool> Namespaces = new(() =>
        File.Exists(OwnProcesses[0]) && Dash is not null && BoundedProcess.Run(new(OwnProcesses[0], [.. OwnProcesses.Skip(1), Dash, "-c", "echo $$"], "/", [])
        {
            Limit = TimeSpan.FromSeconds(10),
        }).Output == "1\n");

    // A system's own folders come first: version managers put slow scripts of the same name before them.
    private static string? Find(string name) =>
        new[] { "/usr/bin", "/bin", "/usr/local/bin" }
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
}
