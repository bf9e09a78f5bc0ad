using System.Collections.Immutable;
using Unshell.Services;
using Unshell.Services.Needs;

namespace Unshell.Migration.Dockerfiles;

/// <summary>A directory that the service writes to although no instruction of the Dockerfile says so.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Reason">Who says so.</param>
internal sealed record WrittenPath(string Path, string Reason);

/// <summary>Directories that the user names, and those that the service's code writes to.</summary>
internal static class WrittenPaths
{
    /// <summary>The directories, the user's first. What the code writes only perhaps, and single files beside the code, stay findings.</summary>
    public static ImmutableArray<WrittenPath> Of(ServiceModel service, MigrationOptions options)
    {
        var named = options.WritablePaths.Select(path => new WrittenPath(path, "named with --writable"));
        var inCode = NeedMatcher.Missing(service)
            .Where(need => need is { Requirement: Requirement.WritablePath { IsFile: false }, Certainty: not Certainty.Possible } && need.Evidence[0].File.Path.EndsWith(".py", StringComparison.Ordinal))
            .GroupBy(need => ((Requirement.WritablePath)need.Requirement).Value, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new WrittenPath(group.Key, $"written by {group.First().Evidence[0].Position}"));
        return [.. named.Concat(inCode).DistinctBy(written => written.Path)];
    }
}
