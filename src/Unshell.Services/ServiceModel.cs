using System.Collections.Immutable;
using Unshell.Catalog;
using Unshell.Python.Uses;
using Unshell.Services.Commands;
using Unshell.Services.Manifests;
using Unshell.Services.Needs;
using Unshell.Services.Simulation;
using Unshell.Text;

namespace Unshell.Services;

/// <summary>A service as it is: its Dockerfile run on paper, how it starts, who uses the image, and all that it needs.</summary>
public sealed record ServiceModel
{
    /// <summary>A name for people: folder of the Dockerfile, or the compose service's name.</summary>
    public required string Name { get; init; }

    /// <summary>The Dockerfile.</summary>
    public required SourceText Dockerfile { get; init; }

    /// <summary>The build context relative to the repository, <c>.</c> for its root.</summary>
    public required string Context { get; init; }

    /// <summary>The Dockerfile run on paper.</summary>
    public required BuildModel Build { get; init; }

    /// <summary>What the container runs, or null where the Dockerfile names nothing and the base image's command is used.</summary>
    public required ProcessCommand? Process { get; init; }

    /// <summary>ENTRYPOINT read for itself, or null where the Dockerfile names none.</summary>
    public ProcessCommand? Entrypoint { get; init; }

    /// <summary>CMD read for itself, or null where the Dockerfile names none.</summary>
    public ProcessCommand? Command { get; init; }

    /// <summary>The Dockerfile's health check, or null.</summary>
    public required ProcessCommand? Healthcheck { get; init; }

    /// <summary>What sort of thing the Dockerfile builds; only a service is moved.</summary>
    public ServiceNature Nature { get; init; } = new(ServiceKind.Service, "", null);

    /// <summary>
    /// Every place in the Dockerfile, its scripts and the configuration of its server that says which port the service binds;
    /// those of manifests are in <see cref="Uses"/>.
    /// </summary>
    public required ImmutableArray<PortMention> Ports { get; init; }

    /// <summary>Containers, jobs and recipes elsewhere in the repository that use the image.</summary>
    public required ImmutableArray<ManifestUse> Uses { get; init; }

    /// <summary>Compose services, workflow steps and recipes that build the image.</summary>
    public ImmutableArray<ImageBuild> Builds { get; init; } = [];

    /// <summary>What the service's own Python code uses, as far as its containers' commands can reach it.</summary>
    public SourceReading Source { get; init; } = new([], []);

    /// <summary>All needs, by phase, then by place.</summary>
    public required ImmutableArray<Need> Needs { get; init; }

    /// <summary>
    /// What each stage's image would offer after its FROM is swapped for the hardened counterpart: the runtime image for the
    /// stages of <see cref="BuildModel.TargetChain"/>, the dev image for the others; a hardened or unknown base as it is.
    /// Indexed by stage.
    /// </summary>
    public required ImmutableArray<ImageOffers> Offers { get; init; }
}

/// <summary>What sort of thing a Dockerfile builds.</summary>
public enum ServiceKind
{
    /// <summary>A Python service.</summary>
    Service,
    /// <summary>An image for development or tests: it is meant to have a shell.</summary>
    Development,
    /// <summary>Something without Python.</summary>
    NotPython,
    /// <summary>A text from which a Dockerfile is made first.</summary>
    Template,
}

/// <summary>What sort of thing a Dockerfile builds, and what shows it.</summary>
/// <param name="Kind">The sort.</param>
/// <param name="Reason">What shows it, in a clause; empty for a service.</param>
/// <param name="Evidence">The place that shows it, or null where the file's name does.</param>
public sealed record ServiceNature(ServiceKind Kind, string Reason, Evidence? Evidence);

/// <summary>A place that says a port.</summary>
/// <param name="Number">The port inside the container.</param>
/// <param name="Place">The place, exact to the digits.</param>
/// <param name="Role">What the place does with it.</param>
/// <param name="IsEditable">Whether the digits can be replaced as they stand.</param>
public sealed record PortMention(int Number, Evidence Place, PortRole Role, bool IsEditable);

/// <summary>What a place does with a port.</summary>
public enum PortRole
{
    /// <summary>The process binds it.</summary>
    Bind,
    /// <summary>EXPOSE, containerPort: it only documents.</summary>
    Declared,
    /// <summary>A probe or client inside the container or pod uses it.</summary>
    Probe,
    /// <summary>The container side of a published port, a Service's targetPort.</summary>
    Target,
    /// <summary>Another service of the repository calls it by name and port.</summary>
    Client,
}
