using System.Collections.Immutable;
using Unshell.Python.Requirements.Data;
using Unshell.Python.Requirements.Markers;
using Unshell.Python.Requirements.Versions;
using Unshell.Text;

namespace Unshell.Python.Requirements.Formats;

/// <summary>Reads <c>poetry.lock</c>, <c>pdm.lock</c> and <c>pylock.toml</c> (PEP 751): one table a distribution.</summary>
internal static class LockFiles
{
    public static RequirementDocument Poetry(SourceText source) => Read(source, "package", PoetryPackage);

    public static RequirementDocument Pdm(SourceText source) => Read(source, "package", PdmPackage);

    public static RequirementDocument Standard(SourceText source) => Read(source, "packages", StandardPackage);

    /// <summary>A lock file whose distributions stand in an array of tables.</summary>
    public static RequirementDocument Read(SourceText source, string array, Func<DataNode, DataFile, LockedDistribution?> read)
    {
        var file = TomlData.Read(source);
        var python = ProjectFile.PythonOf(file.Root["requires-python"] ?? file.Root["metadata"]?["requires_python"] ?? file.Root["metadata"]?["python-versions"], PoetryRange.Parse);
        return new RequirementDocument
        {
            Source = source,
            Locked = [.. (file.Root[array]?.Items ?? []).Select(package => read(package, file)).OfType<LockedDistribution>()],
            Python = python,
            Diagnostics = file.Diagnostics,
        };
    }

    /// <summary>A distribution without files and edges.</summary>
    public static LockedDistribution? Package(DataNode package)
    {
        if (package["name"] is not DataText { Value: var name, Span: var span }) return null;
        var marker = package["marker"]?.Text ?? package["markers"]?.Text;
        return new LockedDistribution
        {
            Name = DistributionName.Normal(name),
            Version = package["version"]?.Text is { } version ? PackageVersion.Parse(version) : null,
            Span = span,
            Marker = marker is null ? null : MarkerOf(marker),
        };
    }

    /// <summary>A marker as a lock writes it.</summary>
    public static Marker MarkerOf(string text) => MarkerParser.Parse(text).Marker ?? new Marker.Unknown(text);

    private static LockedDistribution? PoetryPackage(DataNode package, DataFile file)
    {
        // Files moved from [metadata.files] into the package with lock version 2.0; groups came with 2.1, categories went with 2.0.
        var name = package["name"]?.Text ?? "";
        var files = package["files"] ?? file.Root["metadata"]?["files"]?[name];
        var groups = package["groups"]?.Items.Select(group => group.Text).OfType<string>() ?? (package["category"]?.Text is { } category ? [category] : []);
        var extras = package["extras"]?.Entries.SelectMany(extra => extra.Value.Items.Select(item => (Extra: extra.Key, Name: DependencySpecifier.Parse(item.Text ?? "").Specifier?.Name)));
        var byExtra = extras?.Where(pair => pair.Name is not null).ToLookup(pair => pair.Name!, pair => pair.Extra, StringComparer.Ordinal);
        return Package(package) is not { } locked ? null : locked with
        {
            Files = FileNames(files, "file"),
            Groups = [.. groups.Select(group => group == "main" ? "" : DistributionName.Normal(group))],
            Marker = package["markers"] is DataTable table ? table["main"]?.Text is { } main ? MarkerOf(main) : null : locked.Marker,
            Dependencies = [.. (package["dependencies"]?.Entries ?? []).SelectMany(entry => PoetryDependency(entry, byExtra))],
            LocalPath = package["source"]?["type"]?.Text is "directory" or "file" ? package["source"]?["url"]?.Text : null,
        };
    }

    private static IEnumerable<LockedDependency> PoetryDependency(DataEntry entry, ILookup<string, string>? byExtra)
    {
        var name = DistributionName.Normal(entry.Key);
        foreach (var value in entry.Value is DataList list ? list.Values : [entry.Value])
        {
            var marker = value["markers"]?.Text is { } text ? MarkerOf(text) : null;
            var asked = value["extras"]?.Items.Select(extra => extra.Text).OfType<string>() ?? [];
            var isOptional = value["optional"] is DataOther { Written: "true" };
            var edge = new LockedDependency(name, asked.Select(DistributionName.Normal).ToImmutableSortedSet(StringComparer.Ordinal), marker, null, null);
            if (!isOptional) yield return edge;
            else foreach (var extra in byExtra?[name] ?? []) yield return edge with { Extra = DistributionName.Normal(extra) };
        }
    }

    private static LockedDistribution? PdmPackage(DataNode package, DataFile file) => Package(package) is not { } locked ? null : locked with
    {
        Files = FileNames(package["files"], "file"),
        Groups = [.. (package["groups"]?.Items ?? []).Select(group => group.Text).OfType<string>().Select(group => group == "default" ? "" : DistributionName.Normal(group))],
        Dependencies = [.. (package["dependencies"]?.Items ?? []).Select(item => DependencySpecifier.Parse(item.Text ?? "").Specifier).OfType<DependencySpecifier>()
            .Select(specifier => new LockedDependency(specifier.Name, specifier.Extras, specifier.Marker, null, null))],
        LocalPath = package["path"]?.Text,
    };

    private static LockedDistribution? StandardPackage(DataNode package, DataFile file) => Package(package) is not { } locked ? null : locked with
    {
        // A file that is made for one purpose holds what that purpose needs: its markers ask for groups, which are not known here.
        Files = [.. FileNames(package["wheels"], "name"), .. package["sdist"] is { } source ? FileNames(new DataList([source], source.Span), "name") : []],
        Groups = [""],
        LocalPath = package["directory"]?["path"]?.Text,
    };

    /// <summary>Names of files, by a key that names them or an address.</summary>
    public static ImmutableArray<string> FileNames(DataNode? files, string key) =>
    [
        .. (files?.Items ?? []).Select(file => file[key]?.Text ?? file["url"]?.Text ?? file["path"]?.Text).OfType<string>().Select(AddressNames.FileOf),
    ];
}
