using Unshell.Python.Requirements.Data;
using Unshell.Python.Requirements.Versions;
using Unshell.Text;

namespace Unshell.Python.Requirements.Formats;

/// <summary>
/// Reads <c>pyproject.toml</c>: the project table and its extras (PEP 621), dependency groups (PEP 735), and the tables of poetry,
/// pdm, uv and hatch.
/// </summary>
internal static class ProjectFile
{
    public static RequirementDocument Read(SourceText source)
    {
        var file = TomlData.Read(source);
        var tables = new ProjectTables(source);
        tables.Diagnostics.AddRange(file.Diagnostics);
        var project = file.Root["project"];
        tables.Specifiers(project?["dependencies"], "", isOptional: false);
        tables.Groups(project?["optional-dependencies"]);
        tables.Groups(file.Root["dependency-groups"]);
        var tool = file.Root["tool"];
        Poetry(tool?["poetry"], tables);
        tables.Groups(tool?["pdm"]?["dev-dependencies"]);
        tables.Specifiers(tool?["uv"]?["dev-dependencies"], "dev", isOptional: true);
        foreach (var environment in tool?["hatch"]?["envs"]?.Entries ?? [])
        {
            tables.Specifiers(environment.Value["dependencies"], "hatch:" + environment.Key, isOptional: true);
            tables.Specifiers(environment.Value["extra-dependencies"], "hatch:" + environment.Key, isOptional: true);
        }

        return new RequirementDocument
        {
            Source = source,
            Requirements = tables.Requirements.ToImmutable(),
            GroupIncludes = tables.GroupIncludes.ToImmutable(),
            Project = (project?["name"] ?? tool?["poetry"]?["name"])?.Text is { } name ? DistributionName.Normal(name) : null,
            Python = PythonOf(project?["requires-python"], VersionRange.Parse) ?? PythonOf(tool?["poetry"]?["dependencies"]?["python"], PoetryRange.Parse),
            Diagnostics = tables.Diagnostics.ToImmutable(),
        };
    }

    /// <summary>The range that a text says, or null where there is none or it is none.</summary>
    public static StatedPython? PythonOf(DataNode? node, Func<string, VersionRange?> read) =>
        node is DataText text && read(text.Value) is { } range ? new StatedPython(range, text.Span) : null;

    private static void Poetry(DataNode? poetry, ProjectTables tables)
    {
        if (poetry is null) return;
        var from = tables.Requirements.Count;
        tables.Named(poetry["dependencies"], "", isOptional: false);
        for (var i = tables.Requirements.Count - 1; i >= from; i--)
            if (tables.Requirements[i].Specifier.Name == "python") tables.Requirements.RemoveAt(i);
        tables.Named(poetry["dev-dependencies"], "dev", isOptional: true);
        foreach (var group in poetry["group"]?.Entries ?? [])
        {
            var name = DistributionName.Normal(group.Key);
            tables.Named(group.Value["dependencies"], name, isOptional: true);
            foreach (var included in group.Value["include-groups"]?.Items ?? [])
                if (included.Text is { } text) tables.GroupIncludes.Add(new GroupInclude(name, DistributionName.Normal(text)));
        }
    }
}
