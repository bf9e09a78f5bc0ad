using System.Text;
using Unshell.Python.Requirements;

namespace Unshell.Python.Tests.Requirements;

/// <summary>A document as lines to compare, and the laws that every document keeps.</summary>
internal static class RequirementText
{
    public static string Of(RequirementDocument document)
    {
        var text = new StringBuilder();
        if (document.Project is { } project) text.Append($"project {project}\n");
        if (document.Python is { } python) text.Append($"{At(document, python.Span)} python {python.Versions}\n");
        foreach (var stated in document.Requirements)
        {
            text.Append($"{At(document, stated.Span)} {(stated.Group.Length > 0 ? $"({stated.Group}{(stated.IsOptional ? "?" : "")}) " : stated.IsOptional ? "(?) " : "")}{Of(stated.Specifier)}");
            if (stated.Specifier.Address is { } address) text.Append($" @ {address}");
            if (stated.LocalPath is { } path) text.Append($" from {path}");
            if (stated.IsEditable) text.Append(" editable");
            if (stated.Specifier.Marker is { } marker) text.Append($" ; {marker.Holds(Unshell.Python.Requirements.Markers.MarkerEnvironment.Linux("3.11"))?.ToString() ?? "unknown"}");
            if (!stated.Hashes.IsEmpty) text.Append($" {string.Join(' ', stated.Hashes)}");
            text.Append('\n');
        }

        foreach (var locked in document.Locked)
        {
            text.Append($"{At(document, locked.Span)} locked {locked.Name} {locked.Version?.ToString() ?? "-"} [{string.Join(' ', locked.Groups.Select(group => group.Length == 0 ? "main" : group))}]{(locked.IsProject ? " project" : "")}");
            foreach (var edge in locked.Dependencies) text.Append($" > {edge.Name}{(edge.Extra is null ? "" : $" extra={edge.Extra}")}{(edge.Group is null ? "" : $" group={edge.Group}")}");
            text.Append($"{string.Concat(locked.Files.Select(file => "\n    " + file))}\n");
        }

        foreach (var include in document.Includes) text.Append($"{At(document, include.Span)} {(include.IsConstraint ? "constraint" : "include")} {include.Path}\n");
        foreach (var group in document.GroupIncludes) text.Append($"group {group.Group} includes {group.Included}\n");
        foreach (var option in document.Options) text.Append($"{At(document, option.Span)} option {option.Name} {option.Value}\n");
        foreach (var diagnostic in document.Diagnostics) text.Append($"{At(document, diagnostic.Span)} error: {diagnostic.Message}\n");
        return text.ToString();
    }

    public static void CheckLaws(RequirementDocument document)
    {
        var spans = document.Requirements.Select(stated => stated.Span).Concat(document.Locked.Select(locked => locked.Span)).Concat(document.Includes.Select(include => include.Span))
            .Concat(document.Options.Select(option => option.Span)).Concat(document.Diagnostics.Select(diagnostic => diagnostic.Span));
        foreach (var span in spans)
        {
            span.Length.ShouldBeGreaterThanOrEqualTo(0);
            document.Source.FullSpan.Contains(span).ShouldBeTrue($"{span} does not lie in the text");
        }

        foreach (var diagnostic in document.Diagnostics) diagnostic.Message.ShouldStartWith("cannot read ");
    }

    private static string At(RequirementDocument document, Unshell.Text.TextSpan span) => $"{document.Source.PositionOf(span.Start)}";

    private static string Of(DependencySpecifier specifier) =>
        specifier.Name + (specifier.Extras.IsEmpty ? "" : $"[{string.Join(',', specifier.Extras)}]") + (specifier.Versions.ToString() is { Length: > 0 } range ? " " + range : "");
}
