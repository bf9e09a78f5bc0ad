using System.Collections.Immutable;
using Unshell.Migration.Dockerfiles;
using Unshell.Migration.Launchers;
using Unshell.Migration.Manifests;
using Unshell.Migration.Sources;
using Unshell.Rules;
using Unshell.Services;
using Unshell.Services.Needs;
using Unshell.Services.Repositories;
using Unshell.Services.Simulation;
using Unshell.Text;

namespace Unshell.Migration;

/// <summary>Moves a service to hardened images: findings, plan, edits, and the check of the result by the same model.</summary>
public static class Migrator
{
    /// <summary>What the migration of a service changes; nothing is written.</summary>
    /// <param name="repository">The files.</param>
    /// <param name="service">The service, analysed with the same options.</param>
    /// <param name="analysis">How it was analysed; the result is analysed alike.</param>
    /// <param name="options">What the user asks for.</param>
    public static MigrationResult Migrate(IRepository repository, ServiceModel service, AnalysisOptions analysis, MigrationOptions options)
    {
        if (options.FixesSource) service = WithEditablePorts(service);
        var findings = RuleCatalog.Check(service, options.DisabledRules);
        if (MinimalBaseOf(service) is { } minimal) return Untouched(service, findings, $"{minimal} is a minimal image of another vendor already: nothing is moved");
        var refusals = Refusals.Of(service);
        if (!refusals.IsEmpty) return Refused(service, findings, refusals);
        var first = service.Build.Stages[service.Build.TargetChain.Min()];
        if (first.Base is not BaseImage.External { Resolution: var resolution } || HardenedBases.Of(resolution, options.Catalog, options.Images) is not { } bases)
            return Refused(service, findings, [new Refusal(service.Dockerfile, first.Syntax.From.Span, "cannot migrate: the base image has no hardened counterpart", "see unshell catalog resolve")]);

        return Moved(repository, service, analysis, options, findings, bases);
    }

    private static MigrationResult Moved(
        IRepository repository, ServiceModel service, AnalysisOptions analysis, MigrationOptions options, ImmutableArray<Finding> findings, HardenedBases bases)
    {
        var ports = PortMoves.Of(service, options, LaunchPlanner.Compiled(service));
        var launch = LaunchPlanner.Plan(repository, service, StagePlanner.Plan(service, bases), ports);
        var launched = launch.IsEmpty ? service : Reanalysed(launch.Draft.Overlaid(), service, analysis) ?? throw new InvalidOperationException("internal error: a service is gone once it has launchers");
        var plan = StagePlanner.Plan(launched, bases) with { Replaced = launch.Replaced };
        var outcome = IsDone(launched, plan, launch.IsEmpty ? findings : RuleCatalog.Check(launched, options.DisabledRules))
            ? new DockerfileOutcome(launched.Dockerfile.Content, [], [], [])
            : new DockerfileMigrator(launched, plan, options).Migrate(ports);
        var manifests = ManifestMigrator.Migrate(launched, plan, ports, launch, outcome.Artifacts, options);
        var files = options.FixesSource ? SourceEditor.Edit(launched, manifests.Files, options.Images.Fips) : manifests.Files;
        var changes = Changes(repository, service, outcome.Text, launch.Draft.Files.SetItems(files));
        var removal = options.RemovesScripts ? ScriptRemoval.Of(Overlaid(repository, changes), launch) : ScriptRemoval.Nothing;
        changes = [.. changes.Concat(removal.Changes)];
        var after = Reanalysed(Overlaid(repository, changes), service, analysis);
        var open = after is null ? findings : [.. RuleCatalog.Check(after, options.DisabledRules), .. StillOpen(findings, after.Dockerfile)];
        return new MigrationResult
        {
            Service = service,
            Findings = findings,
            Verdict = Verdict(changes, open),
            Changes = changes,
            Placements = LaunchedService.Original(launch.Draft, launched, outcome.Placements),
            Artifacts = outcome.Artifacts,
            Open = open,
            Refusals = [],
            Notes = [.. launch.Notes, .. outcome.Notes, .. ports.Unmoved.Values, .. manifests.Notes, .. removal.Notes],
            Launchers = launch.Launchers,
        };
    }

    /// <summary>Ports that stand as digits in the code can be edited where the user asks for it.</summary>
    private static ServiceModel WithEditablePorts(ServiceModel service) => service with
    {
        Ports =
        [
            .. service.Ports.Select(mention => mention.Role == PortRole.Bind && mention.Place.File.Path.EndsWith(".py", StringComparison.Ordinal)
                && mention.Place.Text == mention.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) ? mention with { IsEditable = true } : mention),
        ],
    };

    /// <summary>The base where it is one of the vendors' whose images have neither shell nor package manager for a running service, or null.</summary>
    private static string? MinimalBaseOf(ServiceModel service)
    {
        if (service.Build.TargetChain.IsEmpty) return null;
        return service.Build.Stages[service.Build.TargetChain.Min()].Base is BaseImage.External { Reference: var reference }
            && MinimalVendors.Any(vendor => reference.StartsWith(vendor, StringComparison.Ordinal)) ? reference : null;
    }

    private static readonly ImmutableArray<string> MinimalVendors = ["cgr.dev/", "gcr.io/distroless/"];

    private static MigrationResult Untouched(ServiceModel service, ImmutableArray<Finding> findings, string note) => new()
    {
        Service = service,
        Findings = findings,
        Verdict = MigrationVerdict.Nothing,
        Changes = [],
        Placements = [],
        Artifacts = [],
        Open = [],
        Refusals = [],
        Notes = [note],
    };

    /// <summary>A service on hardened images whose build needs nothing more is left as it is, so that migrating twice changes nothing.</summary>
    private static bool IsDone(ServiceModel service, StagePlan plan, ImmutableArray<Finding> findings) =>
        plan.Chain[0].Base is BaseImage.External { Resolution: Unshell.Catalog.Resolution.AlreadyHardened { Offers.Shell: null } }
        && !plan.Chain.SelectMany(stage => stage.Steps).Any(step => step.Instruction is Unshell.Dockerfiles.Syntax.RunInstruction { Command: Unshell.Dockerfiles.Syntax.CommandForm.Shell })
        && !findings.Any(finding => finding.Place.File == service.Dockerfile && finding.Fix.Applicability != Applicability.Manual);

    /// <summary>What moving a step to the build stage hides and does not decide, where it stands in the new file.</summary>
    private static IEnumerable<Finding> StillOpen(ImmutableArray<Finding> findings, SourceText changed)
    {
        foreach (var finding in findings.Where(finding => finding.Rule.StaysOpen && finding.Place.File.Path == changed.Path))
        {
            var at = changed.Content.IndexOf(finding.Place.Text, StringComparison.Ordinal);
            yield return at < 0 ? finding : finding with { Place = new Evidence(changed, new TextSpan(at, finding.Place.Span.Length)) };
        }
    }

    private static MigrationVerdict Verdict(ImmutableArray<FileChange> changes, ImmutableArray<Finding> open) =>
        open.Any(finding => finding.Fix.Applicability == Applicability.Manual) ? MigrationVerdict.NeedsDecision
        : changes.IsEmpty && open.IsEmpty ? MigrationVerdict.Nothing
        : MigrationVerdict.Complete;

    private static ImmutableArray<FileChange> Changes(
        IRepository repository, ServiceModel service, string dockerfile, ImmutableSortedDictionary<string, string> files) =>
    [
        .. files.SetItem(service.Dockerfile.Path, dockerfile).Select(file => new FileChange(file.Key, repository.Find(file.Key)?.Source.Content, file.Value))
            .Where(change => change.Before != change.After),
    ];

    private static OverlaidRepository Overlaid(IRepository repository, ImmutableArray<FileChange> changes) => new(repository, changes.ToImmutableSortedDictionary(
        change => change.Path,
        change => change.After is null ? null : new RepositoryFile(new SourceText(change.Path, change.After), true, repository.Find(change.Path)?.IsExecutable ?? false),
        StringComparer.Ordinal));

    private static ServiceModel? Reanalysed(IRepository repository, ServiceModel service, AnalysisOptions analysis) =>
        ServiceAnalysis.AnalyzeDockerfile(repository, service.Dockerfile.Path, analysis).FirstOrDefault(model => model.Name == service.Name);

    private static MigrationResult Refused(ServiceModel service, ImmutableArray<Finding> findings, ImmutableArray<Refusal> refusals) => new()
    {
        Service = service,
        Findings = findings,
        Verdict = MigrationVerdict.Refused,
        Changes = [],
        Placements = [],
        Artifacts = [],
        Open = findings,
        Refusals = refusals,
        Notes = [],
    };
}
