using System.Collections.Immutable;
using Unshell.Catalog;
using Unshell.Dockerfiles.Syntax;
using Unshell.Text;

namespace Unshell.Services.Simulation;

/// <summary>A Dockerfile run on paper.</summary>
public sealed record BuildModel
{
    /// <summary>The tree it was run from.</summary>
    public required DockerfileSyntax Syntax { get; init; }

    /// <summary>The stages in order.</summary>
    public required ImmutableArray<StageModel> Stages { get; init; }

    /// <summary>Index of the stage that is built: the target, or the last one. -1 where there is no stage.</summary>
    public required int Target { get; init; }

    /// <summary>The stage that becomes the image.</summary>
    public StageModel? TargetStage => Target >= 0 ? Stages[Target] : null;

    /// <summary>Stages that the target needs, itself included, in order; the others are never built.</summary>
    public required ImmutableArray<int> Reachable { get; init; }

    /// <summary>The stages from the target down to the one with an external base: <c>FROM a AS b</c>, <c>FROM b</c>.</summary>
    public required ImmutableArray<int> TargetChain { get; init; }

    /// <summary>
    /// Errors: stages that refer to each other in a circle or to nothing, and all else that no builder accepts. Warnings: sources of
    /// COPY that the repository does not hold, which something outside it may still make.
    /// </summary>
    public required ImmutableArray<BuildDefect> Defects { get; init; }

    /// <summary>The files that COPY and ADD can reach.</summary>
    public BuildContext Context { get; init; } = BuildContext.Empty;

    /// <summary>What the build was told, so that changed files can be built alike; null for a model that was not run.</summary>
    public SimulationOptions? Options { get; init; }
}

/// <summary>Why a Dockerfile cannot build.</summary>
/// <param name="Span">The part of the Dockerfile it speaks of.</param>
/// <param name="Message"><c>cannot &lt;verb&gt; &lt;object&gt;: cause</c>.</param>
/// <param name="Severity">Error where it builds nowhere; warning where files made outside the repository would help.</param>
public sealed record BuildDefect(TextSpan Span, string Message, DiagnosticSeverity Severity = DiagnosticSeverity.Error);

/// <summary>A stage with what each instruction does to it.</summary>
public sealed record StageModel
{
    /// <summary>The stage in the tree.</summary>
    public required StageSyntax Syntax { get; init; }

    /// <summary>What it begins from.</summary>
    public required BaseImage Base { get; init; }

    /// <summary>Its instructions, the FROM first.</summary>
    public required ImmutableArray<BuildStep> Steps { get; init; }

    /// <summary>The state after the last instruction.</summary>
    public required StageState Final { get; init; }

    /// <summary>Place among the stages, from 0.</summary>
    public int Index => Syntax.Index;
}

/// <summary>One instruction with the states around it.</summary>
public sealed record BuildStep(InstructionSyntax Instruction, StageState Before, StageState After, ImmutableArray<Effect> Effects);

/// <summary>What a stage begins from.</summary>
public abstract record BaseImage
{
    private BaseImage()
    {
    }

    /// <summary>Another stage of the file.</summary>
    public sealed record Stage(int Index) : BaseImage;

    /// <summary>An image with a known reference.</summary>
    /// <param name="Reference">Variables put in.</param>
    /// <param name="Resolution">What it becomes on hardened images.</param>
    public sealed record External(string Reference, Resolution Resolution) : BaseImage;

    /// <summary>A reference that holds a variable without a known value.</summary>
    public sealed record Unknown(string Raw, string Reason) : BaseImage;
}
