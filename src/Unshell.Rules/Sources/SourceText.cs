using Unshell.Rules.Checking;
using Unshell.Services.Needs;

namespace Unshell.Rules.Sources;

/// <summary>Words about findings in Python code.</summary>
internal static class SourceText
{
    /// <summary>What lowers the certainty of a finding in code; empty where nothing does.</summary>
    public static string Doubt(Gap gap) =>
        IsPython(gap) && gap.Need.Certainty == Certainty.Possible ? " (the code asks for it first, or catches the error)" : "";

    /// <summary>Whether a Python file says it.</summary>
    public static bool IsPython(Gap gap) => gap.Place.File.Path.EndsWith(".py", StringComparison.Ordinal);
}
