using System.Collections.Immutable;
using Unshell.Catalog;
using Unshell.Cli.Configuration;
using Unshell.Services;

namespace Unshell.Cli.Inspecting;

/// <summary>What the user asks for, from command line and settings.</summary>
internal sealed record Request
{
    /// <summary>The files.</summary>
    public required Input Input { get; init; }

    /// <summary>The settings file's part, for what only it can say.</summary>
    public required Settings Settings { get; init; }

    /// <summary>The stage to build, or null.</summary>
    public required string? Target { get; init; }

    /// <summary>Build arguments.</summary>
    public required ImmutableSortedDictionary<string, string> BuildArguments { get; init; }

    /// <summary>Choice of images.</summary>
    public required ResolutionOptions Images { get; init; }

    /// <summary>Ids of rules that are off.</summary>
    public required ImmutableSortedSet<string> DisabledRules { get; init; }

    /// <summary>New ports by old ones.</summary>
    public required ImmutableSortedDictionary<int, int> Ports { get; init; }

    /// <summary>Directories that the service writes although no file says so.</summary>
    public required ImmutableArray<string> WritablePaths { get; init; }

    /// <summary>Whether compose services get a read-only root and lose capabilities too.</summary>
    public required bool HardensCompose { get; init; }
    /// <summary>Whether scripts go for which a launcher stands.</summary>
    public bool RemovesScripts { get; init; }

    /// <summary>Whether the service's own code is edited where that is certain.</summary>
    public required bool FixesSource { get; init; }

    /// <summary>The catalog to resolve against.</summary>
    public required HardenedCatalog Catalog { get; init; }

    /// <summary>How a Dockerfile is analysed.</summary>
    public AnalysisOptions AnalysisOf(string dockerfile) => new()
    {
        Catalog = Catalog,
        Images = Images,
        Target = Target ?? Settings.Targets.GetValueOrDefault(dockerfile),
        BuildArguments = BuildArguments,
    };
}
