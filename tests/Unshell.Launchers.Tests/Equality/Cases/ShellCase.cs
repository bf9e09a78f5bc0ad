using System.Collections.Immutable;
using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Tests.Equality.Cases;

/// <summary>A script from somebody else's test suite; what that suite expects of it is not asked, the shells of this machine are.</summary>
/// <param name="File">The suite's file.</param>
/// <param name="Name">What the case is called there, or its number.</param>
/// <param name="Dialect">The shell it is run under.</param>
/// <param name="Script">The script.</param>
internal sealed record ShellCase(string File, string Name, ShellDialect Dialect, string Script)
{
    public string Id => $"{File} [{(Dialect == ShellDialect.Bash ? "bash" : "dash")}] {Name}";
}

/// <summary>Where the suites are, if they were fetched: <c>corpus/shell-cases.sh</c> does that.</summary>
internal static class ShellCases
{
    public static string? Folder { get; } = Environment.GetEnvironmentVariable("UNSHELL_SHELL_CASES");

    public static ImmutableArray<ShellCase> Read(string folder) => [.. GoTable.Read(folder), .. OilsSpec.Read(folder)];
}
