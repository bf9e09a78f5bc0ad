using System.Collections.Immutable;
using Unshell.Catalog;
using Unshell.Services;
using Unshell.Services.Repositories;
using Unshell.Text;

namespace Unshell.Migration.Tests.Migrations;

/// <summary>A repository migrated, with the files that came of it and what they are when read anew.</summary>
internal sealed record Migrated
{
    public required MigrationResult Result { get; init; }

    public required IRepository Before { get; init; }

    public required IRepository After { get; init; }

    public required MigrationOptions Options { get; init; }

    public required string Path { get; init; }

    /// <summary>The migrated files analysed anew.</summary>
    public ServiceModel Reread => Analyze(After, Path, Options);

    /// <summary>The Dockerfile's new text.</summary>
    public string Text => After.Find(Path)!.Source.Content;

    public static MigrationOptions Defaults { get; } = new() { Catalog = HardenedCatalog.Embedded };

    public static Migrated Of(string dockerfile, params IEnumerable<(string Path, string Content)> others) =>
        Of(MemoryRepository.Of(others.Prepend(("Dockerfile", dockerfile))), Defaults);

    public static Migrated Of(IRepository repository, MigrationOptions options, string path = "Dockerfile")
    {
        var result = Migrator.Migrate(repository, Analyze(repository, path, options), AnalysisOf(options), options);
        var changes = result.Changes.ToImmutableSortedDictionary(
            change => change.Path,
            change => change.After is null ? null : new RepositoryFile(new SourceText(change.Path, change.After), true, repository.Find(change.Path)?.IsExecutable ?? false),
            StringComparer.Ordinal);
        return new Migrated { Result = result, Before = repository, After = new OverlaidRepository(repository, changes), Options = options, Path = path };
    }

    public Migrated Again() => Of(After, Options, Path);

    private static ServiceModel Analyze(IRepository repository, string path, MigrationOptions options) =>
        ServiceAnalysis.AnalyzeDockerfile(repository, path, AnalysisOf(options))[0];

    private static AnalysisOptions AnalysisOf(MigrationOptions options) => new()
    {
        Catalog = options.Catalog,
        Images = options.Images,
        Target = options.Target,
        BuildArguments = options.BuildArguments,
    };
}
