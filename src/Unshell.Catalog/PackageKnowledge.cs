using System.Collections.Immutable;
using Unshell.Catalog.Packages;

namespace Unshell.Catalog;

/// <summary>What an OS package is for, which decides where it goes in a migration.</summary>
public enum PackageRole
{
    /// <summary>Nothing is known of it.</summary>
    Unknown,
    /// <summary>Compilers, headers and tools that only a build uses.</summary>
    Build,
    /// <summary>Shared libraries that a running service loads.</summary>
    Library,
    /// <summary>Programs that a running service may start.</summary>
    Program,
    /// <summary>Programs that only a shell, a health check or a person uses (curl, procps, vim, netcat, sudo, gosu).</summary>
    ShellAid,
    /// <summary>Data files (certificates, time zones, fonts, locales, MIME types).</summary>
    Data,
}

/// <summary>What is known of one OS package.</summary>
/// <param name="Name">The name asked for.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Programs">Programs it brings.</param>
/// <param name="Libraries">Sonames it brings.</param>
/// <param name="RuntimePackages">
/// For a header package (<c>libpq-dev</c>): the packages that programs built with it need at run time (<c>libpq5</c>),
/// under their names in the distribution asked for.
/// </param>
/// <param name="NameInDistro">Its name in the distribution asked for (<c>libglib2.0-0t64</c>), or null where it does not exist there.</param>
public sealed record PackageFacts(
    string Name, PackageRole Role, ImmutableArray<string> Programs, ImmutableArray<string> Libraries,
    ImmutableArray<string> RuntimePackages, string? NameInDistro);

/// <summary>Facts about Debian and Alpine packages: what they bring, what they are for, what they are called elsewhere.</summary>
public static class PackageKnowledge
{
    /// <summary>Facts about a package. Of one that no table knows only the name is given back, with an unknown role.</summary>
    /// <param name="name">Name as given to the package manager, without version, architecture or release.</param>
    /// <param name="from">Distribution in which it was named.</param>
    /// <param name="to">Distribution for which the answer is wanted.</param>
    public static PackageFacts Of(string name, Distro from, Distro to)
    {
        var there = PackageNames.In(name, from, to);
        if (there is not null && PackageTable.Find(to, there) is { } row)
            return new PackageFacts(name, row.Role, row.Programs, row.Libraries, row.Runtime, there);
        // The row of another release tells what it is for, but not under which names its libraries are there.
        return PackageNames.FindNear(name, from) is { } near
            ? new PackageFacts(name, near.Role, near.Programs, near.Libraries, [], there)
            : new PackageFacts(name, PackageRole.Unknown, [], [], [], there);
    }

    /// <summary>The package that brings a shared library, or null where no table knows one.</summary>
    /// <param name="soname">Such as <c>libmagic.so.1</c>.</param>
    /// <param name="distro">The distribution.</param>
    public static string? PackageOfLibrary(string soname, Distro distro) => PackageTable.FindLibrary(distro, soname);
}
