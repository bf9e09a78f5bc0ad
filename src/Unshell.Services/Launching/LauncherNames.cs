using Unshell.Services.Simulation;

namespace Unshell.Services.Launching;

/// <summary>What launchers are called, and how one is told from a file of somebody else.</summary>
public static class LauncherNames
{
    /// <summary>The path of the launcher of a script: beside it, <c>.py</c> instead of its suffix.</summary>
    /// <param name="build">The build whose context holds the script.</param>
    /// <param name="script">Path of the script relative to the repository.</param>
    public static string Beside(BuildModel build, string script)
    {
        var stem = Stem(script);
        return IsFree(build, stem + ".py", script) ? stem + ".py" : stem + "_launcher.py";
    }

    /// <summary>The path in the image of a launcher whose script is at another path there.</summary>
    /// <param name="scriptImagePath">Path of the script in the image, or as a command names it.</param>
    /// <param name="launcher">Path of the launcher relative to the repository.</param>
    /// <param name="script">Path of the script relative to the repository.</param>
    public static string InImage(string scriptImagePath, string launcher, string script)
    {
        var isRenamed = launcher.EndsWith("_launcher.py", StringComparison.Ordinal) && !script.EndsWith("_launcher.py", StringComparison.Ordinal);
        return Stem(scriptImagePath) + (isRenamed ? "_launcher.py" : ".py");
    }

    private static string Stem(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return dot > 0 ? path[..(path.Length - name.Length + dot)] : path;
    }

    private static bool IsFree(BuildModel build, string path, string script) =>
        build.Context.FindInRepository(path) is not { } file || LauncherHeader.Read(file.Source.Content) is { Source: var source } && source == script;
}
