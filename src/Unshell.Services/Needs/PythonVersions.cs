using Unshell.Python.Requirements.Versions;

namespace Unshell.Services.Needs;

/// <summary>Whether a Python will do.</summary>
internal static class PythonVersions
{
    /// <summary>Whether some patch release of a Python lies in a range; a range that cannot be read says nothing.</summary>
    /// <param name="range">As <see cref="Requirement.PythonRange"/> has it: alternatives with <c>||</c> between them.</param>
    /// <param name="python">Major and minor, for instance <c>3.11</c>.</param>
    public static bool Fits(string range, string python)
    {
        var alternatives = range.Split("||").Select(VersionRange.Parse).ToList();
        return alternatives.Contains(null) || ((string[])["0", "1000"]).Any(patch =>
            PackageVersion.Parse($"{python}.{patch}") is not { } version || alternatives.Any(alternative => alternative!.Contains(version)));
    }
}
