using System.Buffers;
using System.Collections.Immutable;
using Unshell.Python.Requirements.Data;
using Unshell.Python.Requirements.Versions;
using Unshell.Text;

namespace Unshell.Python.Requirements.Formats;

/// <summary>
/// Reads <c>environment.yml</c> of conda: packages of conda under their own names, those of pip below <c>pip:</c>.
/// Source: conda's documentation, Managing environments and Package match specifications.
/// </summary>
internal static class CondaEnvironment
{
    private static readonly SearchValues<char> _afterName = SearchValues.Create("=<>!~ ");

    public static RequirementDocument Read(SourceText source)
    {
        var file = YamlData.Read(source);
        var tables = new ProjectTables(source);
        tables.Diagnostics.AddRange(file.Diagnostics);
        StatedPython? python = null;
        var includes = ImmutableArray.CreateBuilder<RequirementInclude>();
        foreach (var item in file.Root["dependencies"]?.Items ?? [])
        {
            foreach (var below in item["pip"]?.Items ?? [])
                if (below is DataText { Value: var line, Span: var place }) Line(line, place, tables, includes);
            if (item.Text is not { } spec || Package(spec) is not var (name, versions)) continue;
            if (name == "python") python = new StatedPython(versions, item.Span);
            else tables.Add(DependencySpecifier.Of(name, versions, [], null, null), item.Span, "conda", isOptional: false);
        }

        return new RequirementDocument
        {
            Source = source,
            Requirements = tables.Requirements.ToImmutable(),
            Includes = includes.ToImmutable(),
            Python = python,
            Diagnostics = tables.Diagnostics.ToImmutable(),
        };
    }

    /// <summary>A line of a requirements file; its parts stand where the whole stands.</summary>
    private static void Line(string line, TextSpan place, ProjectTables tables, ImmutableArray<RequirementInclude>.Builder includes)
    {
        var read = PipRequirements.Read(new SourceText("", line));
        tables.Requirements.AddRange(read.Requirements.Select(stated => stated with { Span = place }));
        tables.Diagnostics.AddRange(read.Diagnostics.Select(diagnostic => diagnostic with { Span = place }));
        includes.AddRange(read.Includes.Select(include => include with { Span = place }));
    }

    /// <summary><c>channel::name=1.2=build</c>, <c>name&gt;=1.0</c>; conda's <c>=1.2</c> means every 1.2.</summary>
    private static (string Name, VersionRange Versions)? Package(string spec)
    {
        var channel = spec.LastIndexOf("::", StringComparison.Ordinal);
        var text = (channel < 0 ? spec : spec[(channel + 2)..]).Trim();
        var end = text.AsSpan().IndexOfAny(_afterName);
        var name = end < 0 ? text : text[..end];
        if (!DistributionName.IsValid(name.TrimStart('_'))) return null;
        var range = end < 0 ? "" : text[end..].Trim();
        if (range.StartsWith('=') && !range.StartsWith("==", StringComparison.Ordinal))
        {
            var version = range[1..].Split('=')[0].Trim();
            range = version.EndsWith('*') ? "==" + version.TrimEnd('*').TrimEnd('.') + ".*" : $"=={version}.*";
        }

        return (name, VersionRange.Parse(range) ?? VersionRange.Any);
    }
}
