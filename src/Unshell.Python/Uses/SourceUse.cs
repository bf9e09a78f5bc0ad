using System.Collections.Immutable;
using Unshell.Python.Semantics;
using Unshell.Text;

namespace Unshell.Python.Uses;

/// <summary>Where something is used, and in which circumstances.</summary>
/// <param name="File">The file.</param>
/// <param name="Span">The call or name in it.</param>
/// <param name="Through">The function that does it, as it was resolved: <c>subprocess.run</c>.</param>
public sealed record UsePlace(SourceText File, TextSpan Span, string Through)
{
    /// <summary>Whether it happens when the module is imported.</summary>
    public bool IsAtImport { get; init; }

    /// <summary>Whether the code expects it to fail: it is caught, or asked for before.</summary>
    public bool IsGuarded { get; init; }

    /// <summary>What the values rest on, such as <c>LOG_DIR is not set</c>; sorted.</summary>
    public ImmutableSortedSet<string> Assumptions { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
}

/// <summary>Something of the system that a service's own code uses.</summary>
/// <param name="Place">Where.</param>
public abstract record SourceUse(UsePlace Place)
{
    /// <summary>A program is started without a shell.</summary>
    /// <param name="Place">Where.</param>
    /// <param name="Arguments">Program and arguments; null for what is not known. The program of a whole unknown list is null.</param>
    public sealed record Program(UsePlace Place, ImmutableArray<string?> Arguments) : SourceUse(Place);

    /// <summary>A shell is started.</summary>
    /// <param name="Place">Where.</param>
    /// <param name="Text">What it runs, or null where that is not known.</param>
    /// <param name="IsSilent">Whether nothing is raised where the shell is missing (<c>os.system</c>).</param>
    public sealed record ShellText(UsePlace Place, string? Text, bool IsSilent) : SourceUse(Place);

    /// <summary>A file is written, or a directory is made.</summary>
    /// <param name="Place">Where.</param>
    /// <param name="Path">As far as it is known.</param>
    /// <param name="Kind">What is written.</param>
    public sealed record Write(UsePlace Place, PythonValue.Text Path, WriteKind Kind) : SourceUse(Place);

    /// <summary>A port is bound.</summary>
    /// <param name="Place">Where.</param>
    /// <param name="Number">The port, or null where it is not known.</param>
    /// <param name="Literal">The digits in the source, or null where they do not stand there.</param>
    public sealed record Port(UsePlace Place, int? Number, TextSpan? Literal) : SourceUse(Place);

    /// <summary>A shared library is loaded, or looked for by name.</summary>
    /// <param name="Place">Where.</param>
    /// <param name="Name">As given, or null.</param>
    /// <param name="IsSearch">Whether it is <c>find_library</c>, which asks <c>ldconfig</c> or a compiler.</param>
    public sealed record Library(UsePlace Place, string? Name, bool IsSearch) : SourceUse(Place);

    /// <summary>A user or group is looked up.</summary>
    /// <param name="Place">Where.</param>
    /// <param name="Name">Its name, or null for the user that runs.</param>
    /// <param name="IsGroup">Whether it is a group.</param>
    public sealed record Account(UsePlace Place, string? Name, bool IsGroup) : SourceUse(Place);

    /// <summary>Something that only root may do.</summary>
    /// <param name="Place">Where.</param>
    /// <param name="Action">What.</param>
    public sealed record Privilege(UsePlace Place, string Action) : SourceUse(Place);

    /// <summary>A locale is set by name.</summary>
    /// <param name="Place">Where.</param>
    /// <param name="Name">Its name.</param>
    public sealed record Locale(UsePlace Place, string Name) : SourceUse(Place);

    /// <summary>A time zone is read from the system's files.</summary>
    /// <param name="Place">Where.</param>
    /// <param name="Name">Its name, or null where it is not known.</param>
    public sealed record TimeZone(UsePlace Place, string? Name) : SourceUse(Place);

    /// <summary>A digest that FIPS mode refuses.</summary>
    /// <param name="Place">Where.</param>
    /// <param name="Algorithm"><c>md5</c> or <c>sha1</c>.</param>
    /// <param name="IsDeclaredHarmless">Whether <c>usedforsecurity=False</c> is given.</param>
    public sealed record Digest(UsePlace Place, string Algorithm, bool IsDeclaredHarmless) : SourceUse(Place);

    /// <summary>A module that only an installer brings is imported: <c>pkg_resources</c>, <c>setuptools</c>, <c>pip</c>.</summary>
    /// <param name="Place">Where.</param>
    /// <param name="Module">The module.</param>
    public sealed record Installer(UsePlace Place, string Module) : SourceUse(Place);

    /// <summary>A handler for a signal is set.</summary>
    /// <param name="Place">Where.</param>
    /// <param name="Name">Such as <c>SIGTERM</c>.</param>
    public sealed record SignalHandler(UsePlace Place, string Name) : SourceUse(Place);
}

/// <summary>What is written.</summary>
public enum WriteKind
{
    /// <summary>A file.</summary>
    File,
    /// <summary>A directory, made.</summary>
    Directory,
    /// <summary>A log file.</summary>
    Log,
    /// <summary>A database file, whose directory must be writable too.</summary>
    Database,
    /// <summary>Something is deleted or renamed.</summary>
    Removal,
}
