using System.Collections.Immutable;

namespace Unshell.Cli.Configuration;

/// <summary>What a repository's settings file says; empty where there is none.</summary>
internal sealed record Settings
{
    /// <summary>The Dockerfiles to look at, relative to the repository; empty for all.</summary>
    public ImmutableArray<string> Dockerfiles { get; init; } = [];

    /// <summary>Stage to build, by Dockerfile.</summary>
    public ImmutableSortedDictionary<string, string> Targets { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>As <c>--distro</c>.</summary>
    public string? Distro { get; init; }

    /// <summary>As <c>--registry</c>.</summary>
    public string? Registry { get; init; }

    /// <summary>As <c>--fips</c>.</summary>
    public bool Fips { get; init; }

    /// <summary>As <c>--pin</c>.</summary>
    public bool Pin { get; init; }

    /// <summary>As <c>--python</c>.</summary>
    public string? Python { get; init; }

    /// <summary>New ports by old ones.</summary>
    public ImmutableSortedDictionary<int, int> Ports { get; init; } = ImmutableSortedDictionary<int, int>.Empty;

    /// <summary>As <c>--writable</c>.</summary>
    public ImmutableArray<string> WritablePaths { get; init; } = [];

    /// <summary>As <c>--harden-compose</c>.</summary>
    public bool HardensCompose { get; init; }

    /// <summary>Ids of rules that are off.</summary>
    public ImmutableSortedSet<string> DisabledRules { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
}
