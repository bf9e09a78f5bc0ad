using System.Collections.Immutable;
using Unshell.Text;

namespace Unshell.Python.Requirements.Data;

/// <summary>A value of a TOML, JSON or YAML file with its place: what the readers of project and lock files have in common.</summary>
/// <param name="Span">Where it stands.</param>
internal abstract record DataNode(TextSpan Span)
{
    /// <summary>The text of a text, else null.</summary>
    public string? Text => (this as DataText)?.Value;

    /// <summary>The items of a list, else none.</summary>
    public IReadOnlyList<DataNode> Items => (this as DataList)?.Values ?? [];

    /// <summary>The value of a key of a table, else null.</summary>
    public DataNode? this[string key] => (this as DataTable)?.Find(key)?.Value;

    /// <summary>The entries of a table, else none.</summary>
    public IReadOnlyList<DataEntry> Entries => (this as DataTable)?.Rows ?? [];
}

/// <summary>A text.</summary>
internal sealed record DataText(string Value, TextSpan Span) : DataNode(Span);

/// <summary>A number, a truth value, a time or nothing, as written.</summary>
internal sealed record DataOther(string Written, TextSpan Span) : DataNode(Span);

/// <summary>A list; grows while the file is read.</summary>
internal sealed record DataList(List<DataNode> Values, TextSpan Span) : DataNode(Span);

/// <summary>A key with its value.</summary>
internal sealed record DataEntry(string Key, TextSpan KeySpan, DataNode Value)
{
    /// <summary>From the key to the end of the value, where the value stands behind it.</summary>
    public TextSpan Span => Value.Span.End >= KeySpan.End && Value.Span.Start >= KeySpan.Start ? TextSpan.FromBounds(KeySpan.Start, Value.Span.End) : KeySpan;
}

/// <summary>A table; grows while the file is read, keys in the order of the file.</summary>
internal sealed record DataTable(TextSpan Span) : DataNode(Span)
{
    private readonly List<DataEntry> rows = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    /// <summary>The entries in the order of the file.</summary>
    public IReadOnlyList<DataEntry> Rows => rows;

    /// <summary>The entry of a key, or null.</summary>
    public DataEntry? Find(string key) => places.TryGetValue(key, out var place) ? rows[place] : null;

    /// <summary>Adds an entry; the first of two with one key stays.</summary>
    public bool Add(DataEntry entry)
    {
        if (!places.TryAdd(entry.Key, rows.Count)) return false;
        rows.Add(entry);
        return true;
    }
}

/// <summary>What a file holds, and what is wrong with it.</summary>
internal sealed record DataFile(DataTable Root, ImmutableArray<Diagnostic> Diagnostics);
