using System.Collections.Immutable;
using System.Globalization;

namespace Unshell.Python.Unicode;

/// <summary>What <c>str.isprintable</c> accepts, by version: each has a Unicode of its own.</summary>
internal static class Printable
{
    private static readonly Lazy<ImmutableDictionary<int, string>> Lines = new(() => EmbeddedTable.Read("printable.txt")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .ToImmutableDictionary(
            line => int.Parse(line.AsSpan(0, line.IndexOf(' ', StringComparison.Ordinal)), CultureInfo.InvariantCulture),
            line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]));

    /// <summary>The printable code points of a version, 14 for 3.14.</summary>
    public static CodePointRanges In(int minor) => CodePointRanges.Parse(Lines.Value[minor]);
}
