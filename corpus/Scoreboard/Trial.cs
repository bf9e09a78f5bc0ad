using System.Collections.Immutable;
using System.Globalization;
using Unshell.Catalog;
using Unshell.Cli.Repositories;
using Unshell.Migration;
using Unshell.Services;
using Unshell.Services.Repositories;
using Unshell.Text;

namespace Scoreboard;

/// <summary>One service migrated and read again.</summary>
/// <param name="Expected">What a person expects.</param>
/// <param name="Result">What the migration did.</param>
/// <param name="After">The migrated files analysed anew, or null where nothing was migrated.</param>
/// <param name="Python">The Python line that had to be chosen, or null.</param>
internal sealed record Trial(Expectation Expected, MigrationResult Result, ServiceModel? After, string? Python)
{
    /// <summary>Chosen where the service's own Python is not offered: the oldest line that is.</summary>
    private const string NearestPython = "3.10";

    public Verdict Verdict => Verdicts.Of(Result, Python is not null);

    /// <summary>Migrates a service in its checkout.</summary>
    /// <exception cref="InvalidOperationException">The checkout holds no such Dockerfile.</exception>
    public static Trial Run(Expectation expected, string checkouts)
    {
        var repository = new DiskRepository(Path.Combine(Path.GetFullPath(checkouts), expected.Folder));
        var python = expected["python_bump"] ? NearestPython : null;
        var images = new ResolutionOptions { Python = python };
        var analysis = new AnalysisOptions { Catalog = HardenedCatalog.Embedded, Images = images };
        var service = Find(repository, expected, ref analysis)
            ?? throw new InvalidOperationException($"cannot judge {expected.Id}: there is no {expected.Dockerfile} with a stage {expected.Stage} in {expected.Folder}");
        var options = new MigrationOptions { Catalog = analysis.Catalog, Images = images, Target = analysis.Target };
        var result = Migrator.Migrate(repository, service, analysis, options);
        return new Trial(expected, result, Reread(repository, service, analysis, result), python);
    }

    /// <summary>The service that builds the expected stage; asked for as a target where no manifest and no default does.</summary>
    private static ServiceModel? Find(DiskRepository repository, Expectation expected, ref AnalysisOptions analysis)
    {
        var services = ServiceAnalysis.AnalyzeDockerfile(repository, expected.Dockerfile, analysis);
        if (services.FirstOrDefault(service => Builds(service, expected.Stage)) is { } found) return found;
        analysis = analysis with { Target = expected.Stage };
        return ServiceAnalysis.AnalyzeDockerfile(repository, expected.Dockerfile, analysis).FirstOrDefault();
    }

    private static bool Builds(ServiceModel service, string stage) =>
        service.Build.TargetStage is { } target
        && (string.Equals(target.Syntax.Name, stage, StringComparison.OrdinalIgnoreCase)
            || target.Index.ToString(CultureInfo.InvariantCulture) == stage);

    private static ServiceModel? Reread(DiskRepository repository, ServiceModel service, AnalysisOptions analysis, MigrationResult result)
    {
        if (result.Verdict is MigrationVerdict.Refused or MigrationVerdict.Nothing) return null;
        var changed = result.Changes.ToImmutableSortedDictionary(
            change => change.Path,
            change => change.After is null ? null : new RepositoryFile(new SourceText(change.Path, change.After), true, repository.Find(change.Path)?.IsExecutable ?? false),
            StringComparer.Ordinal);
        return ServiceAnalysis.AnalyzeDockerfile(new OverlaidRepository(repository, changed), service.Dockerfile.Path, analysis)
            .FirstOrDefault(model => model.Name == service.Name);
    }
}
