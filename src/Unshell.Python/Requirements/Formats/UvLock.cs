using System.Collections.Immutable;
using Unshell.Python.Requirements.Data;
using Unshell.Text;

namespace Unshell.Python.Requirements.Formats;

/// <summary>Reads <c>uv.lock</c>: the whole graph with the project as its root.</summary>
internal static class UvLock
{
    public static RequirementDocument Read(SourceText source) => LockFiles.Read(source, "package", Package);

    private static LockedDistribution? Package(DataNode package, DataFile file)
    {
        if (LockFiles.Package(package) is not { } locked) return null;
        var origin = package["source"];
        var path = origin?["editable"]?.Text ?? origin?["virtual"]?.Text ?? origin?["directory"]?.Text;
        return locked with
        {
            Files = [.. LockFiles.FileNames(package["wheels"], "filename"), .. package["sdist"] is { } sdist ? LockFiles.FileNames(new DataList([sdist], sdist.Span), "filename") : []],
            IsProject = path is not null,
            LocalPath = path,
            Dependencies =
            [
                .. Edges(package["dependencies"], null, null),
                .. (package["optional-dependencies"]?.Entries ?? []).SelectMany(extra => Edges(extra.Value, DistributionName.Normal(extra.Key), null)),
                .. (package["dev-dependencies"]?.Entries ?? []).SelectMany(group => Edges(group.Value, null, DistributionName.Normal(group.Key))),
            ],
        };
    }

    private static IEnumerable<LockedDependency> Edges(DataNode? list, string? extra, string? group) =>
        (list?.Items ?? []).Where(item => item["name"]?.Text is not null).Select(item => new LockedDependency(
            DistributionName.Normal(item["name"]!.Text!),
            (item["extra"]?.Items ?? []).Select(asked => asked.Text).OfType<string>().Select(DistributionName.Normal).ToImmutableSortedSet(StringComparer.Ordinal),
            item["marker"]?.Text is { } marker ? LockFiles.MarkerOf(marker) : null,
            extra,
            group));
}
