using System.Collections.Immutable;
using Unshell.Python.Requirements.Markers;
using Unshell.Text;

namespace Unshell.Python.Requirements.Collecting;

/// <summary>One call of an installer.</summary>
public sealed record InstallRequest
{
    /// <summary>Requirements of the command line, each with the file in which the command stands.</summary>
    public ImmutableArray<(SourceText Source, StatedRequirement Requirement)> Arguments { get; init; } = [];

    /// <summary>Requirement, project and lock files; absolute paths.</summary>
    public required ImmutableArray<string> Files { get; init; }

    /// <summary>Files that only limit versions; absolute paths.</summary>
    public ImmutableArray<string> Constraints { get; init; } = [];

    /// <summary>Directory in which the installer runs: pip takes local paths relative to it.</summary>
    public required string Directory { get; init; }

    /// <summary>What markers are asked against.</summary>
    public required MarkerEnvironment Environment { get; init; }

    /// <summary>Extras and groups that are installed besides what every installation gets, as normal names.</summary>
    public ImmutableSortedSet<string> Groups { get; init; } = [];
}

/// <summary>A distribution that an installer brings, as far as files tell.</summary>
public sealed record WantedDistribution
{
    /// <summary>The name in normal spelling.</summary>
    public required string Name { get; init; }

    /// <summary>Extras that are asked for.</summary>
    public required ImmutableSortedSet<string> Extras { get; init; }

    /// <summary>The range that is asked for; of one that only a lock names, every version.</summary>
    public required Versions.VersionRange Range { get; init; }

    /// <summary>The version that a lock, a constraint or <c>==</c> fixes, or null.</summary>
    public required Versions.PackageVersion? Version { get; init; }

    /// <summary>The file that asks for it: the one a person wrote, or else the lock.</summary>
    public required SourceText Source { get; init; }

    /// <summary>The place in it.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Whether it is installed for sure: no marker is left open.</summary>
    public required bool IsCertain { get; init; }

    /// <summary>Files that a lock lets the installer choose from; empty where none does.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>Whether options forbid a wheel: <c>--no-binary</c>.</summary>
    public bool IsBuiltFromSource { get; init; }
}
