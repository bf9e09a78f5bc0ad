using System.Collections.Immutable;
using Unshell.Catalog;
using Unshell.Services;
using Unshell.Services.Commands;
using Unshell.Services.Launching;
using Unshell.Services.Manifests;
using Unshell.Services.Needs;
using Unshell.Services.Simulation;
using Unshell.Text;

namespace Unshell.Rules.Checking;

/// <summary>A service with its open needs, each assigned to the one rule that speaks of it.</summary>
internal sealed class RuleContext
{
    private readonly ILookup<GapRule, Gap> gapsByRule;
    private ServiceLaunchers? launchers;

    /// <param name="service">The service.</param>
    /// <param name="missing">Its needs that stay open.</param>
    /// <param name="rules">All rules, by id.</param>
    public RuleContext(ServiceModel service, ImmutableArray<Need> missing, ImmutableArray<Rule> rules)
    {
        Service = service;
        Gaps = [.. missing.Select(ToGap)];
        var claimants = rules.OfType<GapRule>().ToImmutableArray();
        gapsByRule = Gaps
            .Select(gap => (gap, Rule: claimants.FirstOrDefault(rule => rule.Claims(gap))))
            .Where(pair => pair.Rule is not null)
            .ToLookup(pair => pair.Rule!, pair => pair.gap);
    }

    public ServiceModel Service { get; }

    /// <summary>Every need that stays open.</summary>
    public ImmutableArray<Gap> Gaps { get; }

    /// <summary>What scripts and shell texts compile to; asked for only where a shell is missing.</summary>
    public ServiceLaunchers Launchers => launchers ??= ServiceLaunchers.Of(Service);

    /// <summary>What the shipped image offers, or null where no stage is built.</summary>
    public ImageOffers? Target => Service.Build.Target >= 0 ? Service.Offers[Service.Build.Target] : null;

    /// <summary>What the shipped image stands on today, or null where that is not known.</summary>
    public ImageOffers? Original => Service.Build.TargetChain.IsEmpty ? null
        : OriginalOf(Service.Build.Stages[Service.Build.TargetChain[^1]]);

    public ImmutableArray<Gap> GapsOf(GapRule rule) => [.. gapsByRule[rule]];

    /// <summary>The steps of every stage that is built, in the file's order.</summary>
    public IEnumerable<(StageModel Stage, BuildStep Step)> Steps() =>
        from index in Service.Build.Reachable
        let stage = Service.Build.Stages[index]
        from step in stage.Steps
        select (stage, step);

    public bool IsInTargetChain(StageModel stage) => Service.Build.TargetChain.Contains(stage.Index);

    public ImageOffers OffersOf(StageModel stage) => Service.Offers[stage.Index];

    /// <summary>A place in the Dockerfile.</summary>
    public Evidence At(TextSpan span) => new(Service.Dockerfile, span);

    /// <summary>The stage and step that hold a place of the Dockerfile, or null.</summary>
    public (StageModel Stage, BuildStep Step)? StepAt(Evidence place)
    {
        if (place.File.Path != Service.Dockerfile.Path) return null;
        foreach (var stage in Service.Build.Stages)
        {
            var step = stage.Steps.FirstOrDefault(step => step.Instruction.Span.Contains(place.Span));
            if (step is not null) return (stage, step);
        }

        return null;
    }

    /// <summary>The external image that a stage stands on in the end, or null.</summary>
    public BaseImage.External? ExternalBaseOf(StageModel stage)
    {
        // A file that refers to itself in a circle is a defect; the bound keeps the walk finite there.
        for (var hops = 0; hops <= Service.Build.Stages.Length; hops++)
        {
            if (stage.Base is BaseImage.External external) return external;
            if (stage.Base is not BaseImage.Stage below) return null;
            stage = Service.Build.Stages[below.Index];
        }

        return null;
    }

    private ImageOffers? OriginalOf(StageModel stage) => ExternalBaseOf(stage)?.Resolution switch
    {
        Resolution.Counterpart counterpart => counterpart.Original,
        Resolution.AlreadyHardened hardened => hardened.Offers,
        Resolution.NoCounterpart none => none.Original,
        _ => null,
    };

    private Gap ToGap(Need need)
    {
        var place = need.Evidence[0];
        var use = Service.Uses.FirstOrDefault(use => use.File.Path == place.File.Path && use.Span.Contains(place.Span));
        return new Gap
        {
            Need = need,
            Offers = Service.Offers[need.Stage],
            Source = SourceOf(place, use),
            Step = StepAt(place)?.Step,
            Use = use,
            IsInTargetChain = Service.Build.TargetChain.Contains(need.Stage),
        };
    }

    private GapSource SourceOf(Evidence place, ManifestUse? use) => use?.Kind switch
    {
        ManifestKind.Compose => GapSource.Compose,
        ManifestKind.Kubernetes or ManifestKind.Helm => GapSource.Kubernetes,
        ManifestKind.Platform => GapSource.Platform,
        not null => GapSource.Pipeline,
        null when IsStartScript(place) => GapSource.StartScript,
        null => GapSource.Dockerfile,
    };

    private bool IsStartScript(Evidence place) => Scripts().Any(script => script.File?.Path == place.File.Path);

    private IEnumerable<StartScript> Scripts() =>
        from command in new[] { Service.Process, Service.Healthcheck }.Concat(Service.Uses.Select(use => use.Command))
        where command?.Script is not null
        select command.Script;
}
