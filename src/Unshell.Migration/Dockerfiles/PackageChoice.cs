using System.Collections.Immutable;
using Unshell.Catalog;
using Unshell.Services;
using Unshell.Services.Needs;
using Unshell.Services.Simulation;

namespace Unshell.Migration.Dockerfiles;

/// <summary>Which OS packages stay in the build, which travel, and which nobody needs any more.</summary>
internal sealed class PackageChoice
{
    private static readonly Distro Debian12 = new("debian", "12");

    private readonly Distro from;
    private readonly Distro to;
    private readonly ImmutableHashSet<string> buildPrograms;
    private readonly ImmutableHashSet<string> removedLater;
    private readonly bool runsUnknownPrograms;

    /// <summary>Prepares the choice for a service.</summary>
    public PackageChoice(ServiceModel service, StagePlan plan)
    {
        from = plan.Bases.Original.Distro ?? plan.Bases.DevOffers.Distro ?? Debian12;
        to = plan.Bases.DevOffers.Distro ?? from;
        if (from.Version.Length == 0) from = to;
        var effects = service.Build.Reachable.SelectMany(index => service.Build.Stages[index].Steps).SelectMany(step => step.Effects).ToList();
        buildPrograms = [.. effects.OfType<Effect.ProgramRun>().Select(run => run.Name[(run.Name.LastIndexOf('/') + 1)..])];
        removedLater = [.. effects.OfType<Effect.PackagesRemoved>().SelectMany(removal => removal.Names)];
        runsUnknownPrograms = effects.OfType<Effect.Opaque>().Any();
        AddsSource = effects.Any(PackageSources.IsAddedBy);
        Carried = Carry(service, plan);
    }

    /// <summary>Packages that the runtime image must get, by name in its distribution, with the reason.</summary>
    public ImmutableSortedDictionary<string, string> Carried { get; }

    /// <summary>Whether the build takes packages from elsewhere too: their names and contents are that source's.</summary>
    public bool AddsSource { get; }

    /// <summary>Packages that travel, or would have to, although nothing certain is known of them; each with what to tell.</summary>
    public ImmutableSortedDictionary<string, string> Doubtful { get; private set; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Facts about a package of the Dockerfile.</summary>
    public PackageFacts FactsOf(PackageSpec package) => PackageKnowledge.Of(package.Name, from, to);

    /// <summary>
    /// Whether only a shell, a health check or a person used the package, and the build does not either. What a program does that
    /// the model does not follow may use any of them.
    /// </summary>
    public bool IsNeedless(PackageSpec package)
    {
        if (runsUnknownPrograms) return false;
        var facts = FactsOf(package);
        return facts.Role == PackageRole.ShellAid && !facts.Programs.IsEmpty && !facts.Programs.Any(buildPrograms.Contains);
    }

    private ImmutableSortedDictionary<string, string> Carry(ServiceModel service, StagePlan plan)
    {
        var carried = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        // What an earlier migration carries already is there.
        var runtime = plan.Bases.RuntimeOffers.Packages.Union(plan.Target.Final.Carried);
        foreach (var need in service.Needs.Where(need => need.Phase != NeedPhase.Build))
            if (need.Requirement is Requirement.Library { Package: var package } && !runtime.Contains(package))
                if (!IsSettledOtherwise(package)) carried[package] = need.Evidence[0].Text;
        foreach (var package in plan.Steps.SelectMany(step => step.Effects).OfType<Effect.PackagesInstalled>().SelectMany(effect => effect.Packages))
        {
            if (removedLater.Contains(package.Name)) continue;
            var facts = FactsOf(package);
            if (facts.Role == PackageRole.Unknown && !IsSettledOtherwise(package.Name) && !IsForBuilding(package.Name))
            {
                Doubtful = Doubtful.SetItem(package.Name, AddsSource
                    ? $"nothing is known of the package {package.Name}, and a package source is added: it does not travel; copy what the service needs of it"
                    : $"nothing is known of the package {package.Name}: it travels with what it depends on; look whether the service needs it");
                if (!AddsSource) carried.TryAdd(package.Name, package.Name);
            }

            if (facts.Role is PackageRole.Program or PackageRole.Library or PackageRole.Data && facts.NameInDistro is { } name
                && !runtime.Contains(name) && !IsSettledOtherwise(name))
                carried.TryAdd(name, package.Name);
        }

        return carried.ToImmutable();
    }

    private static bool IsForBuilding(string name) => name.EndsWith("-dev", StringComparison.Ordinal) || name.EndsWith("-doc", StringComparison.Ordinal)
        || name.EndsWith("-common", StringComparison.Ordinal) || name is "apt-utils" or "apt-transport-https" or "software-properties-common";

    /// <summary>Packages whose work a hardened image has done already, or that only their maintainer scripts make useful.</summary>
    private static bool IsSettledOtherwise(string name) => name is "ca-certificates" or "tzdata" or "locales" or "locales-all" or "openssl" or "netbase"
        || name.StartsWith("python3", StringComparison.Ordinal) || name.StartsWith("libpython", StringComparison.Ordinal);
}
