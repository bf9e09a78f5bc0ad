using System.Collections.Immutable;

namespace Unshell.Python.Semantics;

/// <summary>The circumstances in which the service's process starts.</summary>
public sealed record RunContext
{
    /// <summary>Environment variables that the image and its manifests set.</summary>
    public ImmutableSortedDictionary<string, string> Variables { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Variables that something sets to a value that is not known.</summary>
    public ImmutableSortedSet<string> UnknownVariables { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The working directory; an absolute path.</summary>
    public string WorkingDirectory { get; init; } = "/";

    /// <summary>The user's home directory.</summary>
    public string Home { get; init; } = "/root";
}
