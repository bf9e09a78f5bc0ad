using System.Collections.Immutable;
using Unshell.Python.Requirements.Data;
using Unshell.Python.Requirements.Markers;
using Unshell.Python.Requirements.Versions;
using Unshell.Text;

namespace Unshell.Python.Requirements.Formats;

/// <summary>Reads <c>Pipfile</c> and <c>Pipfile.lock</c>. Source: pipenv's documentation, Pipfile and Pipfile.lock.</summary>
internal static class Pipfiles
{
    // Tables that are no lists of packages; every other one is a category.
    private static readonly string[] _others = ["source", "requires", "scripts", "pipenv", "pipfile", "build-system", "_meta"];

    public static RequirementDocument Read(SourceText source)
    {
        var file = TomlData.Read(source);
        var tables = new ProjectTables(source);
        tables.Diagnostics.AddRange(file.Diagnostics);
        foreach (var entry in file.Root.Rows.Where(entry => !_others.Contains(entry.Key, StringComparer.Ordinal)))
            tables.Named(entry.Value, entry.Key == "packages" ? "" : GroupOf(entry.Key), entry.Key != "packages");
        var python = file.Root["requires"];
        return new RequirementDocument
        {
            Source = source,
            Requirements = tables.Requirements.ToImmutable(),
            Python = ProjectFile.PythonOf(python?["python_full_version"] ?? python?["python_version"], text => VersionRange.Parse($"=={text}" + (text.Count(c => c == '.') < 2 ? ".*" : ""))),
            Diagnostics = tables.Diagnostics.ToImmutable(),
        };
    }

    public static RequirementDocument ReadLock(SourceText source)
    {
        var file = JsonData.Read(source);
        var locked = ImmutableArray.CreateBuilder<LockedDistribution>();
        foreach (var section in file.Root.Rows.Where(entry => !_others.Contains(entry.Key, StringComparer.Ordinal)))
        {
            foreach (var entry in section.Value.Entries)
            {
                var marker = entry.Value["markers"]?.Text;
                locked.Add(new LockedDistribution
                {
                    Name = DistributionName.Normal(entry.Key),
                    Version = entry.Value["version"]?.Text is { } text ? PackageVersion.Parse(text.TrimStart('=')) : null,
                    Span = entry.KeySpan,
                    Groups = [section.Key == "default" ? "" : GroupOf(section.Key)],
                    Marker = marker is null ? null : MarkerParser.Parse(marker).Marker ?? new Marker.Unknown(marker),
                    LocalPath = entry.Value["path"]?.Text ?? entry.Value["file"]?.Text,
                });
            }
        }

        return new RequirementDocument { Source = source, Locked = locked.ToImmutable(), Diagnostics = file.Diagnostics };
    }

    private static string GroupOf(string category) => category is "dev-packages" or "develop" ? "dev" : DistributionName.Normal(category);
}
