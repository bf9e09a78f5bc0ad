using System.Collections.Immutable;
using Unshell.Python.Requirements.Data;
using Unshell.Python.Requirements.Markers;
using Unshell.Python.Requirements.Versions;
using Unshell.Text;

namespace Unshell.Python.Requirements.Formats;

/// <summary>Collects what the tables of a project file ask for.</summary>
internal sealed class ProjectTables(SourceText source)
{
    public ImmutableArray<StatedRequirement>.Builder Requirements { get; } = ImmutableArray.CreateBuilder<StatedRequirement>();

    public ImmutableArray<GroupInclude>.Builder GroupIncludes { get; } = ImmutableArray.CreateBuilder<GroupInclude>();

    public ImmutableArray<Diagnostic>.Builder Diagnostics { get; } = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>The text of the file.</summary>
    public SourceText Source => source;

    /// <summary>A list of dependency specifiers.</summary>
    public void Specifiers(DataNode? list, string group, bool isOptional)
    {
        foreach (var item in list?.Items ?? [])
        {
            if (item.Text is { } text) Specifier(text, item.Span, group, isOptional);
            else if (item["include-group"]?.Text is { } included) GroupIncludes.Add(new GroupInclude(group, DistributionName.Normal(included)));
            else Error(item.Span, "a dependency specifier is wanted here");
        }
    }

    /// <summary>A table of such lists, one a group or extra.</summary>
    public void Groups(DataNode? table)
    {
        foreach (var entry in table?.Entries ?? []) Specifiers(entry.Value, DistributionName.Normal(entry.Key), isOptional: true);
    }

    /// <summary>One dependency specifier.</summary>
    public void Specifier(string text, TextSpan span, string group, bool isOptional)
    {
        var (specifier, diagnostic) = DependencySpecifier.Parse(text);
        if (specifier is null) Error(span, diagnostic!.Message["cannot read requirement: ".Length..]);
        else Add(specifier, span, group, isOptional);
    }

    /// <summary>A dependency that was read.</summary>
    public void Add(DependencySpecifier specifier, TextSpan span, string group, bool isOptional, string? path = null, bool isEditable = false) => Requirements.Add(new StatedRequirement
    {
        Specifier = specifier,
        Span = span,
        Group = group,
        IsOptional = isOptional,
        LocalPath = path,
        IsEditable = isEditable,
    });

    /// <summary>Says that something cannot be read.</summary>
    public void Error(TextSpan span, string cause) => Diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, span, "cannot read requirement: " + cause));

    /// <summary>A table as poetry and pipenv write them: <c>name = "^1.2"</c>, <c>name = {version = …, extras = […]}</c>.</summary>
    public void Named(DataNode? table, string group, bool isOptional)
    {
        foreach (var entry in table?.Entries ?? [])
        {
            // Several constraints for one name hold under several markers.
            foreach (var value in entry.Value is DataList list ? list.Values : [entry.Value]) Named(entry, value, group, isOptional);
        }
    }

    private void Named(DataEntry entry, DataNode value, string group, bool isOptional)
    {
        var text = value.Text ?? value["version"]?.Text ?? "*";
        if (PoetryRange.Parse(text) is not { } versions)
        {
            Error(value.Span, $"{text} is no version constraint");
            versions = VersionRange.Any;
        }

        var address = value["url"]?.Text ?? (value["git"]?.Text is { } git ? "git+" + git : null);
        var isUnasked = value["optional"] is DataOther { Written: "true" };
        var specifier = DependencySpecifier.Of(
            entry.Key, versions, value["extras"]?.Items.Select(extra => extra.Text).OfType<string>() ?? [], address, MarkerOf(value));
        Add(
            specifier, entry.Span, group, isOptional || isUnasked, value["path"]?.Text ?? value["file"]?.Text,
            value["develop"] is DataOther { Written: "true" } || value["editable"] is DataOther { Written: "true" });
    }

    private static Marker? MarkerOf(DataNode value)
    {
        var marker = value["markers"]?.Text is { } text ? MarkerParser.Parse(text).Marker ?? new Marker.Unknown(text) : null;
        if (value["python"]?.Text is { } python) marker = Marker.Both(marker, PythonMarker.Of(python));
        foreach (var variable in (string[])["sys_platform", "os_name", "platform_machine", "python_version", "platform_system", "platform_python_implementation", "implementation_name"])
        {
            // Pipfiles write single variables as keys of their own: sys_platform = "== 'win32'".
            if (value[variable]?.Text is { } condition)
                marker = Marker.Both(marker, MarkerParser.Parse($"{variable} {condition}").Marker ?? new Marker.Unknown(condition));
        }

        return value["platform"]?.Text is { } platform
            ? Marker.Both(marker, new Marker.Comparison(new MarkerValue("sys_platform", true), "==", new MarkerValue(platform, false)))
            : marker;
    }
}
