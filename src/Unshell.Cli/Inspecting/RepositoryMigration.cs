using System.Collections.Immutable;
using Unshell.Migration;
using Unshell.Services;
using Unshell.Services.Repositories;
using Unshell.Text;

namespace Unshell.Cli.Inspecting;

/// <summary>Moves all services of a repository, one after the other, so that those which share a file both find it changed.</summary>
internal static class RepositoryMigration
{
    /// <summary>The results in order, and all changes together.</summary>
    public static (ImmutableArray<MigrationResult> Results, ImmutableArray<FileChange> Changes) Run(
        Inspection inspection, IEnumerable<ServiceModel> services, Request request, Caller caller)
    {
        var results = ImmutableArray.CreateBuilder<MigrationResult>();
        var changed = ImmutableSortedDictionary.Create<string, RepositoryFile?>(StringComparer.Ordinal);
        foreach (var original in services)
        {
            caller.Interrupted.ThrowIfCancellationRequested();
            var analysis = request.AnalysisOf(original.Dockerfile.Path);
            var repository = changed.IsEmpty ? inspection.Repository : new OverlaidRepository(inspection.Repository, changed);
            var service = changed.IsEmpty ? original : Again(repository, original, analysis);
            var result = Migrator.Migrate(repository, service, analysis, OptionsOf(request, analysis));
            results.Add(result);
            changed = changed.SetItems(result.Changes.Select(change => KeyValuePair.Create(change.Path, Changed(change, inspection.Repository))));
        }

        return (results.ToImmutable(), Together(changed, inspection.Repository, results));
    }

    /// <summary>The service as it is in files that an earlier migration has changed.</summary>
    private static ServiceModel Again(IRepository repository, ServiceModel original, AnalysisOptions analysis) =>
        ServiceAnalysis.AnalyzeDockerfile(repository, original.Dockerfile.Path, analysis)
            .FirstOrDefault(service => service.Name == original.Name && service.Context == original.Context && service.Build.Target == original.Build.Target)
        ?? original;

    private static MigrationOptions OptionsOf(Request request, AnalysisOptions analysis) => new()
    {
        Catalog = request.Catalog,
        Images = request.Images,
        Target = analysis.Target,
        BuildArguments = request.BuildArguments,
        DisabledRules = request.DisabledRules,
        Ports = request.Ports,
        WritablePaths = request.WritablePaths,
        HardensCompose = request.HardensCompose,
        FixesSource = request.FixesSource,
        RemovesScripts = request.RemovesScripts,
    };

    private static RepositoryFile? Changed(FileChange change, IRepository repository) =>
        change.After is null ? null : new RepositoryFile(new SourceText(change.Path, change.After), true, repository.Find(change.Path)?.IsExecutable ?? false);

    /// <summary>A Dockerfile from standard input is in no repository: its own result says what it was.</summary>
    private static ImmutableArray<FileChange> Together(
        ImmutableSortedDictionary<string, RepositoryFile?> changed, IRepository repository, IEnumerable<MigrationResult> results) =>
    [
        .. changed.Select(file => new FileChange(
                file.Key,
                repository.Find(file.Key)?.Source.Content
                    ?? results.SelectMany(result => result.Changes).First(change => change.Path == file.Key).Before,
                file.Value?.Source.Content))
            .Where(change => change.Before != change.After),
    ];
}
