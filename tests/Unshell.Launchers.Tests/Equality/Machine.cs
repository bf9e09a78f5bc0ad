using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Tests.Equality;

/// <summary>The shells and the Python of this machine.</summary>
internal static class Machine
{
    public static string? Dash { get; } = Find("dash");

    public static string? Bash { get; } = Find("bash");

    /// <summary>Python 3.10 or newer; <c>UNSHELL_PYTHON</c> names another than the system's.</summary>
    public static string? Python { get; } = Environment.GetEnvironmentVariable("UNSHELL_PYTHON") ?? Find("python3");

    public static string ShellFor(ShellDialect dialect) => (dialect == ShellDialect.Bash ? Bash : Dash)!;

    /// <summary>Fakes are dash scripts, so that it is wanted for both dialects.</summary>
    public static void SkipWithoutShells()
    {
        Assert.SkipWhen(Dash is null, "dash is not installed: launchers were not compared with their scripts");
        Assert.SkipWhen(Bash is null, "bash is not installed: launchers were not compared with their scripts");
        Assert.SkipWhen(Python is null, "python3 is not installed: launchers were not compared with their scripts");
        Assert.SkipUnless(File.Exists("/bin/setsid"), "setsid is not installed: launchers were not compared with their scripts");
    }

    // A system's own folders come first: version managers put slow scripts of the same name before them.
    private static string? Find(string name) =>
        new[] { "/usr/bin", "/bin", "/usr/local/bin" }
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
}
