using System.Collections.Immutable;
using Unshell.Dockerfiles.Syntax;
using Unshell.Services.Commands;
using Unshell.Services.Discovery;
using Unshell.Services.Manifests;
using Unshell.Services.Needs;
using Unshell.Services.Ports;
using Unshell.Services.Repositories;
using Unshell.Services.Simulation;
using Unshell.Services.Sources;
using Unshell.Text;

namespace Unshell.Services;

/// <summary>Works out what the services of a repository are and need.</summary>
public static class ServiceAnalysis
{
    /// <summary>All services, by the path of their Dockerfile, then by target. Never throws for what files hold.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="options">What is known beside it.</param>
    public static ImmutableArray<ServiceModel> Analyze(IRepository repository, AnalysisOptions options)
    {
        var manifests = ManifestReader.Read(repository);
        return [.. ServiceDiscovery.Find(repository, manifests).Select(found => Analyze(repository, manifests, found, options))];
    }

    /// <summary>The services that one Dockerfile builds: one for each target that manifests name.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="path">Path of the Dockerfile relative to it.</param>
    /// <param name="options">What is known beside it.</param>
    /// <returns>Empty where the file does not exist or is no text.</returns>
    public static ImmutableArray<ServiceModel> AnalyzeDockerfile(IRepository repository, string path, AnalysisOptions options)
    {
        var manifests = ManifestReader.Read(repository);
        return [.. ServiceDiscovery.Of(repository, manifests, path).Select(found => Analyze(repository, manifests, found, options))];
    }

    /// <summary>A Dockerfile alone, as it comes from standard input: no context, no manifests.</summary>
    /// <param name="dockerfile">Its text.</param>
    /// <param name="options">What is known beside it.</param>
    public static ServiceModel AnalyzeText(SourceText dockerfile, AnalysisOptions options)
    {
        var repository = MemoryRepository.Of();
        var found = new FoundService { Name = dockerfile.Path, Dockerfile = DockerfileSyntax.Parse(dockerfile), Context = "." };
        return Analyze(repository, ManifestReader.Read(repository), found, options);
    }

    /// <summary>One found service.</summary>
    public static ServiceModel Analyze(IRepository repository, RepositoryManifests manifests, FoundService found, AnalysisOptions options)
    {
        var file = found.Dockerfile.Source;
        var build = BuildSimulator.Run(found.Dockerfile, repository, found.Context, SimulationOf(found, options));
        var context = ImageContext.Of(build);
        var state = build.TargetStage?.Final;
        var process = state is null ? null
            : CommandReader.Combine(state.Entrypoint?.Command, state.Command?.Command, file, context, state.BaseEntrypoint);
        var healthcheck = state?.Healthcheck is { IsNone: false, Command: { } check } ? CommandReader.Read(check, file, context) : null;
        var uses = ManifestUses.For(manifests, file.Path, found.Context, context);
        var source = ServiceSource.Of(build, process, uses, context);
        var service = new ServiceModel
        {
            Name = found.Name,
            Dockerfile = file,
            Context = found.Context,
            Build = build,
            Process = process,
            Entrypoint = state?.Entrypoint is { } entrypoint ? CommandReader.Read(entrypoint.Command, file, context) : null,
            Command = state?.Command is { } command ? CommandReader.Read(command.Command, file, context) : null,
            Healthcheck = healthcheck,
            Ports = [.. PortCollector.Collect(build, process, healthcheck, context), .. SourcePorts.Of(source)],
            Uses = uses,
            Source = source,
            Builds = ManifestUses.BuildsOf(manifests, file.Path, found.Context),
            Needs = [],
            Offers = StageOffers.Of(build),
            Nature = Natures.Of(found, build, process, uses, manifests.Dockerfiles),
        };
        return service with { Needs = NeedCollector.Collect(service) };
    }

    private static SimulationOptions SimulationOf(FoundService found, AnalysisOptions options) => new()
    {
        Catalog = options.Catalog,
        Images = options.Images,
        Target = options.Target ?? found.Target,
        BuildArguments = found.Arguments.SetItems(options.BuildArguments.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value))),
    };
}
