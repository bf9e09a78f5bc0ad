using System.Collections.Immutable;

namespace Unshell.Python.Requirements.Markers;

/// <summary>Values of the variables that markers ask for; a variable that is not in it is not known.</summary>
/// <param name="Variables">Values by name.</param>
/// <param name="Extras">Extras that are asked for, as normal names; <c>extra</c> compares with each of them.</param>
public sealed record MarkerEnvironment(ImmutableSortedDictionary<string, string> Variables, ImmutableSortedSet<string> Extras)
{
    /// <summary>CPython in a Linux container on x86-64.</summary>
    /// <param name="python">The version, major and minor, for instance <c>3.12</c>, or null where it is not known.</param>
    public static MarkerEnvironment Linux(string? python)
    {
        var variables = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
        {
            ["os_name"] = "posix",
            ["sys_platform"] = "linux",
            ["platform_machine"] = "x86_64",
            ["platform_python_implementation"] = "CPython",
            ["platform_system"] = "Linux",
            ["implementation_name"] = "cpython",
        });
        if (python is not null && Versions.PackageVersion.Parse(python) is { } version)
        {
            variables = variables.SetItem("python_version", $"{version.NumberAt(0)}.{version.NumberAt(1)}");
            // Which patch release it is matters to few markers; those that ask compare with a bound that any later one passes.
            var full = version.Release.Length > 2 ? version.ToString() : $"{version.NumberAt(0)}.{version.NumberAt(1)}.{int.MaxValue}";
            variables = variables.SetItem("python_full_version", full).SetItem("implementation_version", full);
        }

        return new MarkerEnvironment(variables, ImmutableSortedSet.Create<string>(StringComparer.Ordinal));
    }

    /// <summary>The same with other extras.</summary>
    public MarkerEnvironment With(IEnumerable<string> extras) => this with { Extras = extras.Select(DistributionName.Normal).ToImmutableSortedSet(StringComparer.Ordinal) };
}
