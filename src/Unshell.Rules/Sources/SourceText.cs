using System.Collections.Immutable;
using Unshell.Rules.Checking;
using Unshell.Services.Needs;

namespace Unshell.Rules.Sources;

/// <summary>Words about findings in Python code.</summary>
internal static class SourceText
{
    /// <summary>What lowers the certainty of a finding in code; empty where nothing does.</summary>
    public static string Doubt(Gap gap) =>
        !IsPython(gap) ? ""
        : (gap.Need.Certainty == Certainty.Possible ? " (the code asks for it first, or catches the error)" : "")
            + (gap.Need.Assumptions.IsEmpty ? "" : $" (as long as {string.Join(" and ", gap.Need.Assumptions)})");

    /// <summary>Environment variables without whose default the finding would not be; sorted.</summary>
    public static ImmutableArray<string> Variables(Gap gap) =>
        [.. gap.Need.Assumptions.Where(text => text.EndsWith(" is not set", StringComparison.Ordinal)).Select(text => text[..^" is not set".Length])];

    /// <summary>Whether a Python file says it.</summary>
    public static bool IsPython(Gap gap) => gap.Place.File.Path.EndsWith(".py", StringComparison.Ordinal);
}
