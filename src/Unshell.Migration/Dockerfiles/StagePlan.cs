using System.Collections.Immutable;
using Unshell.Catalog;
using Unshell.Dockerfiles.Syntax;
using Unshell.Services.Simulation;

namespace Unshell.Migration.Dockerfiles;

/// <summary>How the final image is made from the old stages.</summary>
internal enum StageStrategy
{
    /// <summary>The target stage only copies: its FROM becomes the runtime image.</summary>
    InPlace,

    /// <summary>The target stage runs commands: it becomes a build stage, and a runtime stage is added behind it.</summary>
    Split,
}

/// <summary>The images that a migration moves to, with what they offer.</summary>
/// <param name="Runtime">Reference of the runtime image.</param>
/// <param name="Dev">Reference of the dev image.</param>
/// <param name="RuntimeOffers">What the runtime image offers.</param>
/// <param name="DevOffers">What the dev image offers.</param>
/// <param name="Original">What the old base offered.</param>
/// <param name="Notes">What the change of base brings with it.</param>
internal sealed record HardenedBases(
    string Runtime, string Dev, ImageOffers RuntimeOffers, ImageOffers DevOffers, ImageOffers Original, ImmutableArray<string> Notes)
{
    /// <summary>The bases of a resolution, or null where it has no runtime or no dev image.</summary>
    public static HardenedBases? Of(Resolution resolution, HardenedCatalog catalog, ResolutionOptions options) => resolution switch
    {
        Resolution.Counterpart { Runtime: { } runtime, Dev: { } dev, RuntimeOffers: { } runs, DevOffers: { } builds } found =>
            new HardenedBases(runtime, dev, runs, builds, found.Original, found.Notes),
        Resolution.AlreadyHardened { Runtime: { } runtime, Dev: { } dev } found =>
            new HardenedBases(runtime, dev, OffersOf(runtime, catalog, options), OffersOf(dev, catalog, options), found.Offers, []),
        _ => null,
    };

    private static ImageOffers OffersOf(string reference, HardenedCatalog catalog, ResolutionOptions options) =>
        catalog.Resolve(reference, options) is Resolution.AlreadyHardened hardened
            ? hardened.Offers
            : throw new InvalidOperationException($"internal error: {reference} is not in the catalog that named it");
}

/// <summary>Stages and their names in the new file.</summary>
internal sealed record StagePlan
{
    /// <summary>How the final image is made.</summary>
    public required StageStrategy Strategy { get; init; }

    /// <summary>The stage that is built.</summary>
    public required StageModel Target { get; init; }

    /// <summary>The stages from the external base to the target, in file order.</summary>
    public required ImmutableArray<StageModel> Chain { get; init; }

    /// <summary>The images.</summary>
    public required HardenedBases Bases { get; init; }

    /// <summary>Name of the stage that artifacts are copied from; for <see cref="StageStrategy.InPlace"/>, of the main build stage, or null.</summary>
    public required string? BuildName { get; init; }

    /// <summary>Name of the final stage as other files know it, or null.</summary>
    public required string? RuntimeName { get; init; }

    /// <summary>Name of the stage that gathers native packages.</summary>
    public required string NativeName { get; init; }

    /// <summary>Scripts in the image for which a launcher stands: they need not follow the service.</summary>
    public ImmutableHashSet<string> Replaced { get; init; } = [];

    /// <summary>Instructions of the chain, base first, FROM lines left out.</summary>
    public IEnumerable<BuildStep> Steps => Chain.SelectMany(stage => stage.Steps.Skip(1));

    /// <summary>Whether an instruction stands in the target stage itself, so that it can be moved rather than copied.</summary>
    public bool IsInTarget(InstructionSyntax instruction) => Target.Syntax.Instructions.Contains(instruction, ReferenceEqualityComparer.Instance);
}
