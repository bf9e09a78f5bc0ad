using Unshell.Catalog;

namespace Unshell.Services.Needs;

/// <summary>The package that brings a library which code loads by name.</summary>
internal static class SharedLibraries
{
    /// <summary>The need of a library; none for those of the C library and for a path.</summary>
    public static IEnumerable<Requirement> Of(string name, Distro? distro)
    {
        if (name.Contains('/', StringComparison.Ordinal) || !name.Contains(".so", StringComparison.Ordinal)) return [];
        if (name is "libc.so.6" or "libm.so.6" or "libdl.so.2" or "libpthread.so.0" or "librt.so.1") return [];
        return [new Requirement.Library((distro is { } known ? PackageKnowledge.PackageOfLibrary(name, known) : null) ?? name, name)];
    }
}
