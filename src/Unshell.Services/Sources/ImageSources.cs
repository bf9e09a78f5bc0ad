using System.Collections.Immutable;
using Unshell.Python.Semantics;
using Unshell.Services.Simulation;

namespace Unshell.Services.Sources;

/// <summary>The Python files of the repository that are in an image, with the path each has there.</summary>
internal sealed class ImageSources(BuildModel build)
{
    private readonly Dictionary<int, ImmutableSortedDictionary<string, string>> byStage = [];
    private readonly Lazy<ImmutableArray<string>> python = new(() => [.. build.Context.Files.Where(file => file.EndsWith(".py", StringComparison.Ordinal))]);

    /// <summary>The files of the target.</summary>
    public ImmutableArray<PythonFile> Files() => build.TargetStage is not { } target ? [] :
    [
        .. Of(target.Index)
            .Select(entry => (entry.Key, File: build.Context.Find(entry.Value)))
            .Where(entry => entry.File is { IsText: true })
            .Select(entry => new PythonFile(entry.Key, entry.File!.Source)),
    ];

    /// <summary>Path in the stage's image to path in the build context.</summary>
    private ImmutableSortedDictionary<string, string> Of(int stage)
    {
        if (byStage.TryGetValue(stage, out var known)) return known;
        // Stages that copy from each other in a circle see nothing of each other.
        byStage[stage] = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        var found = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (path, fact) in build.Stages[stage].Final.Paths)
            foreach (var (image, file) in fact.FromStage is { } source && fact.ContextPath is null ? FromStage(path, source) : fact.ContextPath is { } context ? FromContext(path, context) : [])
                found[image] = file;
        return byStage[stage] = found.ToImmutable();
    }

    private IEnumerable<(string Image, string File)> FromContext(string path, string context)
    {
        if (context.EndsWith(".py", StringComparison.Ordinal)) return [(path, context)];
        var prefix = context == "." ? "" : context + "/";
        return python.Value.Where(file => file.StartsWith(prefix, StringComparison.Ordinal)).Select(file => (UnixPath.Join(path, file[prefix.Length..]), file));
    }

    private IEnumerable<(string Image, string File)> FromStage(string path, (int Stage, string Path) source) =>
        from entry in Of(source.Stage)
        let rest = UnixPath.Below(entry.Key, source.Path)
        where rest is not null
        select (rest.Length == 0 ? path : UnixPath.Join(path, rest), entry.Value);
}
