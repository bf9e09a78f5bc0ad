using System.Collections.Immutable;
using Unshell.Python.Requirements;
using Unshell.Python.Requirements.Collecting;
using Unshell.Python.Requirements.Markers;
using Unshell.Services.Simulation;
using Unshell.Text;

namespace Unshell.Services.Needs;

/// <summary>A distribution that a build installs, and the installation that asks for it.</summary>
/// <param name="Wanted">What is known of it.</param>
/// <param name="Stage">The stage that installs it.</param>
/// <param name="Install">The installation.</param>
public sealed record InstalledDistribution(WantedDistribution Wanted, int Stage, PythonInstall Install)
{
    /// <summary>Where it is asked for.</summary>
    public Evidence Place => new(Wanted.Source, Wanted.Span);
}

/// <summary>The Python distributions that a service installs, as far as its files name them.</summary>
public static class InstalledDistributions
{
    /// <summary>The distributions of all stages that the target uses, by stage, then by installation, then by name.</summary>
    public static ImmutableArray<InstalledDistribution> Of(ServiceModel service)
    {
        var build = service.Build;
        var found = ImmutableArray.CreateBuilder<InstalledDistribution>();
        foreach (var stage in build.Reachable.Select(index => build.Stages[index]))
        {
            var environment = MarkerEnvironment.Linux(PythonOf(service, stage));
            for (var at = 0; at < stage.Steps.Length; at++)
            {
                foreach (var effect in stage.Steps[at].Effects.OfType<Effect.PythonInstalled>().Where(effect => !effect.Install.IsInstallerOnly))
                {
                    var request = new InstallRequest
                    {
                        Arguments = [.. effect.Install.Requirements.Select(text => (service.Dockerfile, RequirementReader.ReadArgument(text, effect.Span)))],
                        Files = [.. effect.Install.Files.Except(effect.Install.Constraints)],
                        Constraints = effect.Install.Constraints,
                        Groups = effect.Install.Groups.Select(DistributionName.Normal).ToImmutableSortedSet(StringComparer.Ordinal),
                        Directory = stage.Steps[at].Before.WorkingDirectory,
                        Environment = environment,
                    };
                    var step = at;
                    found.AddRange(DependencyCollector.Collect(request, path => Read(service, stage, step, path)).Select(wanted => new InstalledDistribution(wanted, stage.Index, effect.Install)));
                }
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Python of the image that the service moves to, else of the one that it has.</summary>
    private static string? PythonOf(ServiceModel service, StageModel stage) =>
        service.Offers[stage.Index].PythonVersion ?? StageOffers.OriginalOf(service.Build, stage).PythonVersion;

    /// <summary>A file of the repository as a step finds it in its image, or null where it is another or was edited.</summary>
    internal static SourceText? Read(ServiceModel service, StageModel stage, int step, string path) =>
        ImageFiles.Trace(service.Build, stage.Index, step, path) is TracedFile.Repository { IsEdited: false } file
            && service.Build.Context.FindInRepository(file.Path) is { IsText: true, Source: var source } ? source : null;
}
