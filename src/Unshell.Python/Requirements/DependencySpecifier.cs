using System.Collections.Immutable;
using Unshell.Python.Requirements.Markers;
using Unshell.Python.Requirements.Versions;
using Unshell.Text;

namespace Unshell.Python.Requirements;

/// <summary>A dependency specifier: <c>name[extra] &gt;= 1.0; python_version &lt; "3.12"</c>. Source: PEP 508.</summary>
/// <param name="Name">The name in normal spelling.</param>
/// <param name="Extras">Extras in normal spelling, sorted.</param>
/// <param name="Versions">The versions it allows; all where an address is given.</param>
/// <param name="Address">The address behind <c>@</c>, or null.</param>
/// <param name="Marker">The condition, or null where it always holds.</param>
public sealed record DependencySpecifier(string Name, ImmutableSortedSet<string> Extras, VersionRange Versions, string? Address, Marker? Marker)
{
    /// <summary>Reads a specifier.</summary>
    /// <returns>The specifier, or null with a diagnostic whose span lies in the text.</returns>
    public static (DependencySpecifier? Specifier, Diagnostic? Diagnostic) Parse(string text) => new SpecifierParser(text).Parse();

    /// <summary>A name alone.</summary>
    public static DependencySpecifier Of(string name, VersionRange versions, IEnumerable<string> extras, string? address, Marker? marker) =>
        new(DistributionName.Normal(name), extras.Select(DistributionName.Normal).ToImmutableSortedSet(StringComparer.Ordinal), versions, address, marker);
}
