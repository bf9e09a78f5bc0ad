using System.Collections.Immutable;

namespace Unshell.Launchers.Programs;

/// <summary>The arguments of a program as far as they are known: options and operands, as <c>read_options</c> splits them.</summary>
internal sealed record ProgramWords
{
    /// <summary>The options by their keys, in order; the value is null where the argument is not known, and empty where there is none.</summary>
    public required ImmutableArray<KeyValuePair<string, string?>> Options { get; init; }

    /// <summary>The operands; null stands for any number of words that are not known.</summary>
    public required ImmutableArray<string?> Operands { get; init; }

    /// <summary>Whether there may be more options or operands than are seen here.</summary>
    public bool IsOpen => Operands.Contains(null);

    /// <summary>Whether an option was given.</summary>
    public bool Has(string key) => Options.Any(option => option.Key == key);

    /// <summary>The known values of an option, in order.</summary>
    public IEnumerable<string> Values(string key) => Options.Where(option => option.Key == key).Select(option => option.Value).OfType<string>();

    /// <summary>Splits arguments; null where an option is not in the table, which is then named.</summary>
    /// <param name="arguments">The words behind the program's name; null for any number of unknown ones.</param>
    /// <param name="program">Whose words they are.</param>
    /// <param name="problem">What is wrong.</param>
    public static ProgramWords? Split(ImmutableArray<string?> arguments, LauncherProgram program, out string? problem)
    {
        var options = ImmutableArray.CreateBuilder<KeyValuePair<string, string?>>();
        var operands = ImmutableArray.CreateBuilder<string?>();
        problem = null;
        for (var at = 0; at < arguments.Length; at++)
        {
            if (arguments[at] is not { } word || word == "-" || !word.StartsWith('-') || program.IsOperand?.Invoke(word) == true)
            {
                operands.Add(arguments[at]);
                if (program.Permutes) continue;
                operands.AddRange(arguments.AsSpan()[(at + 1)..]);
                break;
            }

            if (word == "--")
            {
                operands.AddRange(arguments.AsSpan()[(at + 1)..]);
                break;
            }

            problem = Take(word, arguments, ref at, program.Options, options);
            if (problem is not null) return null;
        }

        return new() { Options = options.ToImmutable(), Operands = operands.ToImmutable() };
    }

    private static string? Take(
        string word, ImmutableArray<string?> arguments, ref int at, OptionTable table, ImmutableArray<KeyValuePair<string, string?>>.Builder options)
    {
        if (word.StartsWith("--", StringComparison.Ordinal))
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            return Add(equals < 0 ? word : word[..equals], equals < 0 ? null : word[(equals + 1)..], arguments, ref at, table, options);
        }

        if (word.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0 && table.Find("-NUM") is not null)
            return Add("-NUM", word[1..], arguments, ref at, table, options);
        for (var letter = 1; letter < word.Length; letter++)
        {
            var spelling = "-" + word[letter];
            var takes = table.Find(spelling)?.Argument is not (null or OptionArgument.None);
            var attached = takes && letter + 1 < word.Length ? word[(letter + 1)..] : null;
            if (Add(spelling, attached, arguments, ref at, table, options) is { } problem) return problem;
            if (takes) break;
        }

        return null;
    }

    private static string? Add(
        string spelling,
        string? attached,
        ImmutableArray<string?> arguments,
        ref int at,
        OptionTable table,
        ImmutableArray<KeyValuePair<string, string?>>.Builder options)
    {
        if (table.Find(spelling) is not { } option) return $"option {spelling}";
        if (option.Argument == OptionArgument.None && attached is not null) return $"option {spelling} with an argument";
        if (option.Argument == OptionArgument.Required && attached is null)
        {
            if (++at >= arguments.Length) return $"option {spelling} without its argument";
            options.Add(new(option.Key, arguments[at]));
            return null;
        }

        options.Add(new(option.Key, attached ?? ""));
        return null;
    }
}
