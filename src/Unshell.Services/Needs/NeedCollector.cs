using System.Collections.Immutable;

namespace Unshell.Services.Needs;

/// <summary>Collects all that a service relies on.</summary>
internal static class NeedCollector
{
    /// <summary>All needs of a service, by phase, then by place; needs that say the same in the same place are one.</summary>
    /// <param name="service">The service, its needs still empty.</param>
    public static ImmutableArray<Need> Collect(ServiceModel service)
    {
        if (service.Build.Target < 0) return [];
        var distributions = InstalledDistributions.Of(service);
        var needs = BuildNeeds.Of(service)
            .Concat(StartNeeds.Of(service))
            .Concat(HealthNeeds.Of(service))
            .Concat(LauncherNeeds.Of(service))
            .Concat(ImageNeeds.Of(service))
            .Concat(DistributionNeeds.Of(service, distributions))
            .Concat(DistributionHabits.Of(service, distributions))
            .Concat(PathNeeds.Of(service))
            .Concat(SourceNeeds.Of(service))
            .Concat(LayoutNeeds.Of(service))
            .Concat(ManifestNeeds.Of(service));
        return [.. Merged(needs)
            .OrderBy(need => need.Phase)
            .ThenBy(need => need.Evidence[0].File.Path, StringComparer.Ordinal)
            .ThenBy(need => need.Evidence[0].Span)
            .ThenBy(need => need.Requirement.ToString(), StringComparer.Ordinal)];
    }

    private static IEnumerable<Need> Merged(IEnumerable<Need> needs) => needs
        .GroupBy(need => (need.Requirement, need.Phase, need.Stage, need.Evidence[0].File.Path, need.Evidence[0].Span))
        .Select(group => group.First() with
        {
            Certainty = group.Min(need => need.Certainty),
            Evidence = [.. group.SelectMany(need => need.Evidence).DistinctBy(place => (place.File.Path, place.Span))],
        });
}
