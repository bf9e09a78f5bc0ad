using System.Collections.Immutable;
using Unshell.Python.Semantics;
using Unshell.Services.Simulation;

namespace Unshell.Services.Sources;

/// <summary>The project's own packages, where the build installs the project rather than copying it to where it runs.</summary>
internal static class InstalledProject
{
    /// <summary>
    /// Where its modules are taken to be. Which directory it is depends on the environment; what code writes beside itself is the only
    /// thing that would tell the difference.
    /// </summary>
    public const string SitePackages = "/usr/local/lib/python3/site-packages";

    private static readonly ImmutableHashSet<string> besideCode = ImmutableHashSet.Create(StringComparer.Ordinal, "tests", "test", "docs", "doc", "examples", "example", "scripts", "tools", "benchmarks");

    /// <summary>The files of the top packages, below <c>src</c> or beside the project file; empty where the build installs no local project.</summary>
    public static IEnumerable<PythonFile> Files(BuildModel build)
    {
        if (!build.Reachable.SelectMany(index => build.Stages[index].Final.PythonInstalls).Any(IsOfProject)) return [];
        var context = build.Context;
        var root = context.Files.Any(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith("/__init__.py", StringComparison.Ordinal)) ? "src/" : "";
        return
            from file in context.Files
            where file.EndsWith(".py", StringComparison.Ordinal) && file.StartsWith(root, StringComparison.Ordinal)
            let rest = file[root.Length..]
            let top = rest.IndexOf('/', StringComparison.Ordinal)
            where top > 0 && !besideCode.Contains(rest[..top]) && context.HasFile($"{root}{rest[..top]}/__init__.py")
            let found = context.Find(file)
            where found is { IsText: true }
            select new PythonFile($"{SitePackages}/{rest}", found.Source);
    }

    private static bool IsOfProject(PythonInstall install) =>
        !install.IsInstallerOnly
        && (install.Requirements.Any(IsLocal) || install.Files.Any(file => UnixPath.NameOf(file) is "pyproject.toml" or "setup.py" or "setup.cfg" or "uv.lock" or "poetry.lock"));

    private static bool IsLocal(string requirement) => requirement.StartsWith('.') || requirement.StartsWith('/') || requirement.Contains(" @ file:", StringComparison.Ordinal);
}
