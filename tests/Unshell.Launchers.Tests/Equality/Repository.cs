using System.Runtime.CompilerServices;

namespace Unshell.Launchers.Tests.Equality;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>A folder below its root.</summary>
    public static string Folder(string name) => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", name));

    private static string Here([CallerFilePath] string path = "") => path;
}
