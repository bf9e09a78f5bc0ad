using System.Collections.Frozen;

namespace Unshell.Launchers.Programs;

/// <summary>How an option of a program is followed by an argument.</summary>
internal enum OptionArgument
{
    /// <summary>Not at all.</summary>
    None,
    /// <summary>By one in the same word or in the next one.</summary>
    Required,
    /// <summary>By one in the same word, or none.</summary>
    Optional,
}

/// <summary>An option a program knows.</summary>
/// <param name="Key">The name under which its value is found; different spellings share it.</param>
/// <param name="Argument">How an argument follows.</param>
internal sealed record ProgramOption(string Key, OptionArgument Argument);

/// <summary>
/// The options of a program that its Python knows. There is one source: the constant in the Python part, a dictionary with one
/// entry a line, from the option to the name of its value with <c>=</c>, <c>+=</c> or <c>=?</c> behind it for an argument.
/// </summary>
internal sealed class OptionTable
{
    private readonly FrozenDictionary<string, ProgramOption> options;

    private OptionTable(FrozenDictionary<string, ProgramOption> options) => this.options = options;

    /// <summary>No options at all.</summary>
    public static OptionTable None { get; } = new(FrozenDictionary<string, ProgramOption>.Empty);

    /// <summary>The spellings, sorted.</summary>
    public IEnumerable<string> Spellings => options.Keys.Order(StringComparer.Ordinal);

    /// <summary>Reads a constant.</summary>
    /// <param name="python">The part's text.</param>
    /// <param name="constant">The constant's name.</param>
    /// <exception cref="InvalidOperationException">There is no such constant, or it is not laid out as above.</exception>
    public static OptionTable Read(string python, string constant)
    {
        var found = new Dictionary<string, ProgramOption>(StringComparer.Ordinal);
        var lines = python.Split('\n');
        if (Array.IndexOf(lines, constant + " = {}") >= 0) return new(found.ToFrozenDictionary(StringComparer.Ordinal));
        var start = Array.IndexOf(lines, constant + " = {");
        if (start < 0) throw new InvalidOperationException($"internal error: no constant {constant}");
        for (var at = start + 1; lines[at] != "}"; at++)
        {
            if (lines[at].Split('"') is not ["    ", var spelling, ": ", var kind, ","])
                throw new InvalidOperationException($"internal error: {constant} has the line {lines[at]}");
            found[spelling] = new(kind.TrimEnd('+', '=', '?'), Kind(kind));
        }

        return new(found.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The option of a spelling such as <c>-n</c> or <c>--lines</c>, or null.</summary>
    public ProgramOption? Find(string spelling) => options.GetValueOrDefault(spelling);

    private static OptionArgument Kind(string kind) =>
        kind.EndsWith('?') ? OptionArgument.Optional : kind.EndsWith('=') ? OptionArgument.Required : OptionArgument.None;
}
