using System.Collections.Immutable;

namespace Unshell.Python.Requirements.Collecting;

/// <summary>Which C library a platform has.</summary>
public enum LibC
{
    /// <summary>Debian's: <c>manylinux</c> wheels.</summary>
    Glibc,
    /// <summary>Alpine's: <c>musllinux</c> wheels.</summary>
    Musl,
}

/// <summary>What the name of a wheel says. Source: the binary distribution format specification and PEP 425, 600, 656.</summary>
public static class WheelFile
{
    /// <summary>Whether one of several files is a wheel that the platform can install.</summary>
    /// <param name="files">File names.</param>
    /// <param name="python">Python as <c>3.11</c>, or null where it is not known: then every CPython 3 will do.</param>
    /// <param name="libc">The C library.</param>
    public static bool FitsAny(ImmutableArray<string> files, string? python, LibC libc) => files.Any(file => Fits(file, python, libc));

    private static bool Fits(string file, string? python, LibC libc)
    {
        if (!file.EndsWith(".whl", StringComparison.Ordinal) || file[..^4].Split('-') is not [.., var tags, var abi, var platforms]) return false;
        return platforms.Split('.').Any(platform => platform == "any" || (IsLinux(platform, libc) && platform.EndsWith("x86_64", StringComparison.Ordinal)))
            && tags.Split('.').Any(tag => FitsPython(tag, abi, python));
    }

    private static bool IsLinux(string platform, LibC libc) => platform.StartsWith(libc == LibC.Glibc ? "manylinux" : "musllinux", StringComparison.Ordinal)
        || platform.StartsWith("linux_", StringComparison.Ordinal);

    private static bool FitsPython(string tag, string abi, string? python)
    {
        if (tag is "py3" or "py2.py3" || python is null) return tag.StartsWith("py3", StringComparison.Ordinal) || tag.StartsWith("cp3", StringComparison.Ordinal);
        var wanted = python.Replace(".", "", StringComparison.Ordinal);
        if (tag == "cp" + wanted || tag == "py" + wanted) return true;
        // The stable ABI holds for every later CPython too.
        return abi.Split('.').Contains("abi3", StringComparer.Ordinal) && tag.StartsWith("cp3", StringComparison.Ordinal)
            && int.TryParse(tag[3..], out var since) && int.TryParse(wanted[1..], out var minor) && since <= minor;
    }
}
