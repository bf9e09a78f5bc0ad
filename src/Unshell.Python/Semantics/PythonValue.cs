using System.Collections.Immutable;
using System.Numerics;

namespace Unshell.Python.Semantics;

/// <summary>The value of an expression as far as the files tell it.</summary>
public abstract record PythonValue
{
    private PythonValue()
    {
    }

    /// <summary>What the value rests on beside the text: <c>LOG_DIR is not set</c>; sorted, each once.</summary>
    public ImmutableSortedSet<string> Assumptions { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>A string or path, of known and unknown pieces.</summary>
    /// <param name="Pieces">Known texts, and null for what is not known; never two nulls or two texts in a row.</param>
    public sealed record Text(ImmutableArray<string?> Pieces) : PythonValue
    {
        /// <summary>Whether it is a <c>pathlib</c> path.</summary>
        public bool IsPath { get; init; }

        /// <summary>The whole text, or null where a piece is not known.</summary>
        public string? Known => Pieces switch { [] => "", [{ } only] => only, _ => null };

        /// <summary>The known text at its beginning; empty where that is not known.</summary>
        public string Beginning => Pieces is [{ } first, ..] ? first : "";
    }

    /// <summary>An integer.</summary>
    public sealed record Integer(BigInteger Value) : PythonValue;

    /// <summary><c>True</c> or <c>False</c>.</summary>
    public sealed record Boolean(bool Value) : PythonValue;

    /// <summary><c>None</c>.</summary>
    public sealed record None : PythonValue;

    /// <summary>A list, tuple or set.</summary>
    public sealed record Items(ImmutableArray<PythonValue> Values) : PythonValue;

    /// <summary>A dictionary; entries whose key is not known are left out and <paramref name="IsWhole"/> is false.</summary>
    public sealed record Mapping(ImmutableArray<KeyValuePair<string, PythonValue>> Entries, bool IsWhole) : PythonValue
    {
        /// <summary>The value of a key, or null.</summary>
        public PythonValue? this[string key] => Entries.LastOrDefault(entry => entry.Key == key).Value;
    }

    /// <summary>Not known.</summary>
    public sealed record Unknown : PythonValue;

    /// <summary>A known text.</summary>
    public static Text Of(string text) => new(text.Length == 0 ? [] : [text]);

    /// <summary>The value with what it rests on.</summary>
    internal PythonValue Assuming(IEnumerable<string> assumptions) => this with { Assumptions = Assumptions.Union(assumptions) };

    /// <summary>Texts one after another; anything that is no text becomes an unknown piece, an integer its digits.</summary>
    internal static Text Concatenate(IEnumerable<PythonValue> values)
    {
        var pieces = new List<string?>();
        var assumptions = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            assumptions = assumptions.Union(value.Assumptions);
            foreach (var piece in PiecesOf(value)) Append(pieces, piece);
        }

        return new Text([.. pieces]) { Assumptions = assumptions };
    }

    private static ImmutableArray<string?> PiecesOf(PythonValue value) => value switch
    {
        Text text => text.Pieces,
        Integer integer => [integer.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)],
        Boolean boolean => [boolean.Value ? "True" : "False"],
        None => ["None"],
        _ => [null],
    };

    private static void Append(List<string?> pieces, string? piece)
    {
        if (piece is { Length: 0 }) return;
        if (pieces.Count > 0 && pieces[^1] is null == piece is null)
        {
            if (piece is not null) pieces[^1] += piece;
            return;
        }

        pieces.Add(piece);
    }
}
