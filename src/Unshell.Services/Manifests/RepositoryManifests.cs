using System.Collections.Immutable;
using Unshell.Services.Needs;
using Unshell.Services.Repositories;
using Unshell.Text;

namespace Unshell.Services.Manifests;

/// <summary>All that a repository's manifests, pipelines and scripts say about building and running images.</summary>
public sealed record RepositoryManifests
{
    /// <summary>Images that are built: compose builds, workflow and Makefile steps, skaffold artifacts; by file, then by place.</summary>
    public required ImmutableArray<ImageBuild> Builds { get; init; }

    /// <summary>
    /// Every container, job and recipe of the repository, whichever image it runs; by file, then by place. Its
    /// <see cref="ManifestUse.Reason"/> is empty: <see cref="ManifestUses.For"/> chooses and gives the reason.
    /// </summary>
    public required ImmutableArray<ManifestUse> Uses { get; init; }

    /// <summary>Places that name a container by host and port: <c>http://web:80</c> in another service or a proxy's file.</summary>
    public required ImmutableArray<HostMention> Hosts { get; init; }

    /// <summary>Files that could not be read whole, with the place.</summary>
    public required ImmutableArray<(SourceText File, Diagnostic Problem)> Problems { get; init; }

    /// <summary>The files that were read.</summary>
    public required IRepository Repository { get; init; }

    /// <summary>Paths of all files that are named as Dockerfiles are, in ordinal order; somebody else's code is left out.</summary>
    public required ImmutableArray<string> Dockerfiles { get; init; }
}

/// <summary>A place that says an image is built.</summary>
public sealed record ImageBuild
{
    /// <summary>What kind of file says so.</summary>
    public required ManifestKind Kind { get; init; }

    /// <summary>Where it is said.</summary>
    public required Evidence Place { get; init; }

    /// <summary>Name of the compose service, workflow step or recipe.</summary>
    public required string Name { get; init; }

    /// <summary>The build context relative to the repository, <c>.</c> for its root; null where a variable or a remote address stands there.</summary>
    public required string? Context { get; init; }

    /// <summary>The Dockerfile relative to the repository; null where it cannot be told.</summary>
    public required string? Dockerfile { get; init; }

    /// <summary>The stage (<c>target:</c>), or null for the last.</summary>
    public string? Target { get; init; }

    /// <summary>Build arguments as written; a null value comes from the environment.</summary>
    public ImmutableSortedDictionary<string, string?> Arguments { get; init; } =
        ImmutableSortedDictionary.Create<string, string?>(StringComparer.Ordinal);

    /// <summary>Names that the built image gets, as written.</summary>
    public ImmutableArray<string> Images { get; init; } = [];

    /// <summary>Registries to which the job logs in before it builds; empty for compose and skaffold, which log in nowhere.</summary>
    public ImmutableArray<string> Logins { get; init; } = [];

    /// <summary>Whether only development files say so.</summary>
    public bool IsDevelopment { get; init; }
}

/// <summary>A place that reaches a container by name.</summary>
/// <param name="Host">The compose service or host name.</param>
/// <param name="Port">The port, given or implied by the scheme.</param>
/// <param name="Place">The digits, or the host where the port is implied.</param>
/// <param name="IsImplied">Whether the port is the scheme's own and not written.</param>
/// <param name="IsCertain">Whether the text can only be an address: behind <c>://</c>, or in a proxy's directive.</param>
/// <param name="Owner">The compose service that says it, or null for another file.</param>
public sealed record HostMention(string Host, int Port, Evidence Place, bool IsImplied, bool IsCertain, string? Owner);
