using System.Collections.Immutable;
using Unshell.Python.Requirements.Versions;
using Unshell.Text;

namespace Unshell.Python.Requirements.Collecting;

/// <summary>What an installer brings: follows files to other files, and lets a lock decide where there is one.</summary>
public sealed class DependencyCollector
{
    // More files than this are no service's own.
    private const int MostFiles = 200;

    private readonly InstallRequest request;
    private readonly Func<string, SourceText?> read;
    private readonly List<(SourceText Source, StatedRequirement Stated)> wanted = [];
    private readonly List<StatedRequirement> constraints = [];
    private readonly List<RequirementDocument> locks = [];
    private readonly HashSet<(string Path, bool IsConstraint)> seen = [];
    private readonly HashSet<string> fromSource = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, WantedDistribution> found = new(StringComparer.Ordinal);

    private DependencyCollector(InstallRequest request, Func<string, SourceText?> read)
    {
        this.request = request;
        this.read = read;
    }

    /// <summary>The distributions by name; transitive ones only where a lock names them.</summary>
    /// <param name="request">The call.</param>
    /// <param name="read">Gives a file by its absolute path, or null where it is not known.</param>
    public static ImmutableArray<WantedDistribution> Collect(InstallRequest request, Func<string, SourceText?> read)
    {
        var collector = new DependencyCollector(request, read);
        // A folder among the arguments names its extras, so it is read before the same folder's files are.
        foreach (var (source, stated) in request.Arguments) collector.Wanted(source, stated, request.Directory);
        foreach (var path in request.Files) collector.File(path, isConstraint: false, request.Groups);
        foreach (var path in request.Constraints) collector.File(path, isConstraint: true, request.Groups);
        collector.Settle();
        return [.. collector.found.Values];
    }

    private void File(string path, bool isConstraint, ImmutableSortedSet<string> groups)
    {
        if (seen.Count >= MostFiles || !seen.Add((path, isConstraint)) || read(path) is not { } source) return;
        var document = RequirementReader.Read(source);
        if (!document.Locked.IsEmpty) locks.Add(document);
        foreach (var option in document.Options.Where(option => option.Name == "no-binary"))
            foreach (var name in option.Value.Split(',')) fromSource.Add(name.StartsWith(':') ? name : DistributionName.Normal(name.Trim()));
        var chosen = GroupChoice.Expanded(document, groups);
        foreach (var stated in document.Requirements)
        {
            if (stated.IsOptional && !chosen.Contains(stated.Group)) continue;
            if (isConstraint) constraints.Add(stated);
            else Wanted(source, stated, document.Project is null ? request.Directory : ImagePath.DirectoryOf(path));
        }

        foreach (var include in document.Includes.Where(include => !include.Path.Contains("://", StringComparison.Ordinal)))
            File(ImagePath.Absolute(ImagePath.DirectoryOf(path), include.Path), isConstraint || include.IsConstraint, groups);
    }

    private void Wanted(SourceText source, StatedRequirement stated, string directory)
    {
        if (stated.LocalPath is { } local)
        {
            var folder = ImagePath.Absolute(directory, local);
            foreach (var name in (string[])["pyproject.toml", "setup.cfg", "setup.py"]) File(ImagePath.Absolute(folder, name), isConstraint: false, stated.Specifier.Extras);
        }

        if (stated.Specifier.Name.Length > 0) wanted.Add((source, stated));
    }

    private void Settle()
    {
        foreach (var (source, stated) in wanted)
        {
            var holds = stated.Specifier.Marker?.Holds(request.Environment) ?? (stated.Specifier.Marker is null ? true : null);
            if (holds != false) Add(source, stated, holds == true);
        }

        foreach (var document in locks)
            foreach (var (locked, extras, isCertain) in LockGraph.Reached(document, found.Values, request)) Add(document, locked, extras, isCertain);
        foreach (var constraint in constraints)
        {
            if (found.TryGetValue(constraint.Specifier.Name, out var limited) && constraint.Specifier.Marker?.Holds(request.Environment) != false)
                found[limited.Name] = limited with { Range = limited.Range.And(constraint.Specifier.Versions), Version = limited.Version ?? constraint.Specifier.Versions.Pinned };
        }

        foreach (var name in found.Keys.Where(name => fromSource.Contains(name) || fromSource.Contains(":all:")).ToList())
            found[name] = found[name] with { IsBuiltFromSource = true };
    }

    private void Add(SourceText source, StatedRequirement stated, bool isCertain)
    {
        var specifier = stated.Specifier;
        found[specifier.Name] = found.TryGetValue(specifier.Name, out var before)
            ? before with
            {
                Extras = before.Extras.Union(specifier.Extras),
                Range = before.Range.And(specifier.Versions),
                Version = before.Version ?? specifier.Versions.Pinned,
                IsCertain = before.IsCertain || isCertain,
            }
            : new WantedDistribution
            {
                Name = specifier.Name,
                Extras = specifier.Extras,
                Range = specifier.Versions,
                Version = specifier.Versions.Pinned,
                Source = source,
                Span = stated.Span,
                IsCertain = isCertain,
            };
    }

    /// <summary>A lock fixes the version, whatever range a person wrote; the person's line stays the place to look at.</summary>
    private void Add(RequirementDocument document, LockedDistribution locked, ImmutableSortedSet<string> extras, bool isCertain) =>
        found[locked.Name] = found.TryGetValue(locked.Name, out var before)
            ? before with { Extras = before.Extras.Union(extras), Version = locked.Version ?? before.Version, Files = locked.Files }
            : new WantedDistribution
            {
                Name = locked.Name,
                Extras = extras,
                Range = VersionRange.Any,
                Version = locked.Version,
                Source = document.Source,
                Span = locked.Span,
                IsCertain = isCertain,
                Files = locked.Files,
            };
}
