using System.Collections.Immutable;

namespace Unshell.Launchers.Tests.Equality;

/// <summary>All that one run let the world see.</summary>
internal sealed record Observation
{
    /// <summary>What the programs were asked, in order; the lines of a record are joined by newlines.</summary>
    public required ImmutableArray<string> Log { get; init; }

    public required string Output { get; init; }

    public required string Errors { get; init; }

    public required int ExitCode { get; init; }

    /// <summary>The files left: path, kind and mode, content.</summary>
    public required ImmutableSortedDictionary<string, string> Files { get; init; }

    /// <summary>From start to end.</summary>
    public required TimeSpan Elapsed { get; init; }

    public bool WasKilled => ExitCode == -1;
}
