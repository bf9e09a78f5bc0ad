using System.Collections.Immutable;
using Unshell.Python.Requirements.Markers;
using Unshell.Python.Requirements.Versions;
using Unshell.Text;

namespace Unshell.Python.Requirements;

/// <summary>A file that lists dependencies, as read. Any text gives one; what is wrong with it is in <see cref="Diagnostics"/>.</summary>
public sealed record RequirementDocument
{
    /// <summary>The file.</summary>
    public required SourceText Source { get; init; }

    /// <summary>What it asks for, in the order of the file.</summary>
    public ImmutableArray<StatedRequirement> Requirements { get; init; } = [];

    /// <summary>What a lock file fixes, in the order of the file; empty for other files.</summary>
    public ImmutableArray<LockedDistribution> Locked { get; init; } = [];

    /// <summary>Other files that it brings in.</summary>
    public ImmutableArray<RequirementInclude> Includes { get; init; } = [];

    /// <summary>Options that say where distributions come from and how they are installed.</summary>
    public ImmutableArray<InstallerOption> Options { get; init; } = [];

    /// <summary>Groups that bring in other groups: <c>include-group</c>, an extra that names the project's own extras.</summary>
    public ImmutableArray<GroupInclude> GroupIncludes { get; init; } = [];

    /// <summary>The Pythons that the project allows, or null where it does not say.</summary>
    public StatedPython? Python { get; init; }

    /// <summary>The project's own name in normal spelling, or null.</summary>
    public string? Project { get; init; }

    /// <summary>What cannot be read, in the order of the file.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}

/// <summary>The Pythons that a project allows.</summary>
/// <param name="Versions">The range.</param>
/// <param name="Span">Where it is said.</param>
public sealed record StatedPython(VersionRange Versions, TextSpan Span);

/// <summary>How a requirement is meant.</summary>
public enum RequirementStanding
{
    /// <summary>The distribution is installed.</summary>
    Wanted,
    /// <summary>It limits the version, if something else wants the distribution: <c>-c</c>.</summary>
    Constraint,
}

/// <summary>A requirement with its place.</summary>
public sealed record StatedRequirement
{
    /// <summary>What is asked for; of a local project without a name the name is empty.</summary>
    public required DependencySpecifier Specifier { get; init; }

    /// <summary>Where it stands.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>How it is meant.</summary>
    public RequirementStanding Standing { get; init; }

    /// <summary>The group or extra that it belongs to; empty for what every installation gets.</summary>
    public string Group { get; init; } = "";

    /// <summary>Whether it is an extra's, an optional group's or a development group's: who installs the project does not get it unasked.</summary>
    public bool IsOptional { get; init; }

    /// <summary>A local file or folder that is installed, as written, or null.</summary>
    public string? LocalPath { get; init; }

    /// <summary>Whether it is installed so that it points back to its source folder.</summary>
    public bool IsEditable { get; init; }

    /// <summary>Hashes that the file must have: <c>sha256:…</c>.</summary>
    public ImmutableArray<string> Hashes { get; init; } = [];
}

/// <summary>A distribution in a lock file.</summary>
public sealed record LockedDistribution
{
    /// <summary>The name in normal spelling.</summary>
    public required string Name { get; init; }

    /// <summary>The version, or null where the source has none (a folder, a repository).</summary>
    public required PackageVersion? Version { get; init; }

    /// <summary>Where it stands.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>
    /// Names of the files that an installer may choose from; empty where the lock names none. A distribution whose lock
    /// names no wheel for the platform is built from source.
    /// </summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>Groups that have it as the lock says it; empty where it does not say: then the graph tells.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>When it is installed, or null where always.</summary>
    public Marker? Marker { get; init; }

    /// <summary>What it brings in.</summary>
    public ImmutableArray<LockedDependency> Dependencies { get; init; } = [];

    /// <summary>Whether it is a project of the repository itself.</summary>
    public bool IsProject { get; init; }

    /// <summary>The project's folder, as written, for one of the repository.</summary>
    public string? LocalPath { get; init; }
}

/// <summary>An edge of a lock file's graph.</summary>
/// <param name="Name">The distribution that is brought in.</param>
/// <param name="Extras">Its extras that are asked for.</param>
/// <param name="Marker">When, or null where always.</param>
/// <param name="Extra">The extra of the holder that brings it, or null.</param>
/// <param name="Group">The development group of the holder that brings it, or null.</param>
public sealed record LockedDependency(string Name, ImmutableSortedSet<string> Extras, Marker? Marker, string? Extra, string? Group);

/// <summary>A file that another one brings in.</summary>
/// <param name="Path">The path as written, relative to the file that says it.</param>
/// <param name="IsConstraint">Whether it only limits versions.</param>
/// <param name="Span">Where it is said.</param>
public sealed record RequirementInclude(string Path, bool IsConstraint, TextSpan Span);

/// <summary>A group that brings in another one.</summary>
/// <param name="Group">The group.</param>
/// <param name="Included">The group that it brings in.</param>
public sealed record GroupInclude(string Group, string Included);

/// <summary>An option for the installer.</summary>
/// <param name="Name">The long name, without dashes: <c>index-url</c>.</param>
/// <param name="Value">Its value, empty for a switch.</param>
/// <param name="Span">Where it is said.</param>
public sealed record InstallerOption(string Name, string Value, TextSpan Span);
