using System.Collections.Immutable;
using Unshell.Dockerfiles.Syntax;
using Unshell.Services.Discovery;
using Unshell.Services.Manifests;
using Unshell.Services.Repositories;

namespace Unshell.Services;

/// <summary>Finds the services of a repository.</summary>
public static class ServiceDiscovery
{
    /// <summary>Every Dockerfile with each way in which manifests build it, by path, then by target.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="manifests">What its manifests say.</param>
    public static ImmutableArray<FoundService> Find(IRepository repository, RepositoryManifests manifests)
    {
        var built = manifests.Builds.Select(build => build.Dockerfile).OfType<string>();
        return
        [
            .. manifests.Dockerfiles.Concat(built).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .SelectMany(path => Of(repository, manifests, path)),
        ];
    }

    /// <summary>The ways in which one Dockerfile is built; empty where it does not exist or is no text.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="manifests">What its manifests say.</param>
    /// <param name="path">Path of the Dockerfile relative to the repository.</param>
    public static ImmutableArray<FoundService> Of(IRepository repository, RepositoryManifests manifests, string path)
    {
        if (repository.Find(path) is not { IsText: true } file) return [];
        var syntax = DockerfileSyntax.Parse(file.Source);
        var builds = manifests.Builds.Where(build => build.Dockerfile == path && build.Context is not null).ToImmutableArray();
        // What production builds counts; development's own stage only where nothing else builds the file.
        var telling = builds.Any(build => !build.IsDevelopment) ? [.. builds.Where(build => !build.IsDevelopment)] : builds;
        if (telling.IsEmpty)
        {
            var context = BuildContexts.Guess(repository, syntax);
            return [new FoundService { Name = NameOf(path, context), Dockerfile = syntax, Context = context }];
        }

        return
        [
            .. telling.GroupBy(build => (build.Context, build.Target)).OrderBy(group => group.Key.Context, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Target, StringComparer.Ordinal)
                .Select(group => Of(path, syntax, [.. group])),
        ];
    }

    private static FoundService Of(string path, DockerfileSyntax syntax, ImmutableArray<ImageBuild> builds)
    {
        var composed = builds.FirstOrDefault(build => build.Kind == ManifestKind.Compose);
        var arguments = builds.SelectMany(build => build.Arguments).GroupBy(argument => argument.Key, StringComparer.Ordinal);
        return new FoundService
        {
            Name = composed?.Name ?? NameOf(path, builds[0].Context!),
            Dockerfile = syntax,
            Context = builds[0].Context!,
            Target = builds[0].Target,
            // Builds that disagree leave the value open.
            Arguments = arguments.ToImmutableSortedDictionary(
                group => group.Key,
                group => group.Select(argument => argument.Value).Distinct(StringComparer.Ordinal).Count() == 1 ? group.First().Value : null,
                StringComparer.Ordinal),
            Builds = builds,
        };
    }

    private static string NameOf(string path, string context)
    {
        var folder = DockerfileNames.FolderOf(path);
        var last = folder[(folder.LastIndexOf('/') + 1)..];
        if (last is "." or "docker" or ".docker" or "build" or "deploy" or "deployment")
            last = context is "." ? "." : context[(context.LastIndexOf('/') + 1)..];
        return last == "." ? path : last;
    }
}
