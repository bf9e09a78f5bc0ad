using System.Collections.Immutable;
using Unshell.Dockerfiles.Syntax;
using Unshell.Rules;
using Unshell.Services;
using Unshell.Text;

namespace Unshell.Migration;

/// <summary>How far a service could be moved.</summary>
public enum MigrationVerdict
{
    /// <summary>It runs on hardened images already; nothing to do.</summary>
    Nothing,
    /// <summary>Moved; no finding is left open.</summary>
    Complete,
    /// <summary>Moved; some findings are left for a person, each named.</summary>
    NeedsDecision,
    /// <summary>Not moved; <see cref="MigrationResult.Refusals"/> tells why. No file changes.</summary>
    Refused,
}

/// <summary>What a migration does, complete; nothing is written yet.</summary>
public sealed record MigrationResult
{
    /// <summary>The service as it was.</summary>
    public required ServiceModel Service { get; init; }

    /// <summary>What was found in it.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>How far it went.</summary>
    public required MigrationVerdict Verdict { get; init; }

    /// <summary>Files to change or add, by path.</summary>
    public required ImmutableArray<FileChange> Changes { get; init; }

    /// <summary>Where each original instruction went.</summary>
    public required ImmutableArray<Placement> Placements { get; init; }

    /// <summary>What travels from the build stage to the runtime stage, and who asks for it.</summary>
    public required ImmutableArray<Artifact> Artifacts { get; init; }

    /// <summary>Findings in the migrated files: what is left for a person.</summary>
    public required ImmutableArray<Finding> Open { get; init; }

    /// <summary>Why nothing was moved; empty unless the verdict is refused.</summary>
    public required ImmutableArray<Refusal> Refusals { get; init; }

    /// <summary>What was decided for the user and may be decided otherwise.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>The launchers that are written, by path.</summary>
    public ImmutableArray<LauncherChange> Launchers { get; init; } = [];
}

/// <summary>A launcher that takes the place of a script or of a shell's text.</summary>
/// <param name="Path">Its path relative to the repository.</param>
/// <param name="Source">The script, or the file that holds the text.</param>
/// <param name="Shell">The script's text, or null where the text stands in a file of another kind.</param>
/// <param name="Python">The launcher's text.</param>
public sealed record LauncherChange(string Path, string Source, string? Shell, string Python);

/// <summary>A file before and after.</summary>
/// <param name="Path">Relative to the repository.</param>
/// <param name="Before">The text before, or null for a new file.</param>
/// <param name="After">The text after, or null for a file that goes.</param>
public sealed record FileChange(string Path, string? Before, string? After);

/// <summary>Where an instruction of the old Dockerfile went.</summary>
public enum PlacementKind
{
    /// <summary>To the build stage only.</summary>
    Build,
    /// <summary>To the runtime stage only.</summary>
    Runtime,
    /// <summary>To both.</summary>
    Both,
    /// <summary>Left out.</summary>
    Dropped,
    /// <summary>Replaced by other text.</summary>
    Rewritten,
    /// <summary>Left where it is: another stage, or before the first.</summary>
    Unchanged,
}

/// <summary>An original instruction, where it went and why.</summary>
/// <param name="Instruction">The instruction in the old file.</param>
/// <param name="Kind">Where it went.</param>
/// <param name="Reason">Why, in a clause.</param>
public sealed record Placement(InstructionSyntax Instruction, PlacementKind Kind, string Reason);

/// <summary>A path that travels to the runtime stage.</summary>
/// <param name="Path">Absolute path, the same in both stages.</param>
/// <param name="FromStage">Name of the stage it is copied from.</param>
/// <param name="Owner">Numeric owner, or null for root.</param>
/// <param name="Reason">The need that asks for it.</param>
public sealed record Artifact(string Path, string FromStage, string? Owner, string Reason);

/// <summary>Why a service is not moved.</summary>
/// <param name="File">The file that stands against it.</param>
/// <param name="Span">The place.</param>
/// <param name="Message">In the form <c>cannot migrate …: cause</c>.</param>
/// <param name="Advice">What a person can do.</param>
public sealed record Refusal(SourceText File, TextSpan Span, string Message, string Advice);

/// <summary>What the user asks of a migration.</summary>
public sealed record MigrationOptions
{
    /// <summary>Image choices: distribution, registry, FIPS, pinning.</summary>
    public Unshell.Catalog.ResolutionOptions Images { get; init; } = new();

    /// <summary>The catalog to resolve against.</summary>
    public required Unshell.Catalog.HardenedCatalog Catalog { get; init; }

    /// <summary>Stage to build, or null for the last.</summary>
    public string? Target { get; init; }

    /// <summary>Build arguments.</summary>
    public ImmutableSortedDictionary<string, string> BuildArguments { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Rules that are switched off, by id or name.</summary>
    public ImmutableSortedSet<string> DisabledRules { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Absolute paths that the service writes although no file says so; they are given to the user that runs.</summary>
    public ImmutableArray<string> WritablePaths { get; init; } = [];

    /// <summary>Whether scripts go for which a launcher stands and that nothing else uses.</summary>
    public bool RemovesScripts { get; init; }

    /// <summary>Whether compose services get a read-only root, no capability and no new privileges, as Kubernetes containers do.</summary>
    public bool HardensCompose { get; init; }

    /// <summary>Whether the service's own Python code is edited where that is certain; else it is only told of.</summary>
    public bool FixesSource { get; init; }

    /// <summary>Ports to move to, by the old port; others follow the default (80 to 8080, 443 to 8443, n to n + 8000).</summary>
    public ImmutableSortedDictionary<int, int> Ports { get; init; } = ImmutableSortedDictionary<int, int>.Empty;
}
