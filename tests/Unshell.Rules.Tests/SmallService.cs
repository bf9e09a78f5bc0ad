using System.Collections.Immutable;
using Unshell.Catalog;
using Unshell.Dockerfiles.Syntax;
using Unshell.Services;
using Unshell.Services.Manifests;
using Unshell.Services.Needs;
using Unshell.Services.Simulation;
using Unshell.Text;

namespace Unshell.Rules.Tests;

/// <summary>A service whose open needs the test says itself, so that rules are tried without the model's own judgement.</summary>
internal static class SmallService
{
    /// <summary>A service of one Dockerfile, whose stages stand on an image that offers nothing.</summary>
    public static ServiceModel Of(string dockerfile, params ImmutableArray<ManifestUse> uses)
    {
        var source = new SourceText("Dockerfile", dockerfile);
        var syntax = DockerfileSyntax.Parse(source);
        var start = DockerfileSyntax.Parse(new SourceText("Dockerfile", "FROM old\nCMD [\"app\"]\n")).Instructions.OfType<CmdInstruction>().Single();
        var state = new StageState { Command = start };
        var counterpart = new Resolution.Counterpart("new", "new-dev", Offers.Nothing, Offers.Nothing, Offers.Nothing, "", [], []);
        var stages = syntax.Stages.Select(stage => new StageModel
        {
            Syntax = stage,
            Base = new BaseImage.External("old", counterpart),
            Steps = [.. stage.Instructions.Select(instruction => new BuildStep(instruction, state, state, []))],
            Final = state,
        }).ToImmutableArray();
        return new ServiceModel
        {
            Name = "small",
            Dockerfile = source,
            Context = ".",
            Build = new BuildModel
            {
                Syntax = syntax,
                Stages = stages,
                Target = stages.Length - 1,
                Reachable = [.. Enumerable.Range(0, stages.Length)],
                TargetChain = [stages.Length - 1],
                Defects = [],
            },
            Process = null,
            Healthcheck = null,
            Ports = [],
            Uses = uses,
            Needs = [],
            Offers = [.. stages.Select(_ => Offers.Nothing)],
        };
    }

    /// <summary>An open need said by the first occurrence of some words in a file.</summary>
    public static Need Missing(SourceText file, string words, Requirement requirement, NeedPhase phase, int stage = 0) => new()
    {
        Requirement = requirement,
        Phase = phase,
        Evidence = [new Evidence(file, new TextSpan(file.Content.IndexOf(words, StringComparison.Ordinal), words.Length))],
        Certainty = Certainty.Certain,
        Stage = stage,
    };
}
