using System.Collections.Immutable;
using Tomlyn.Parsing;
using Tomlyn.Syntax;
using Unshell.Text;

namespace Unshell.Python.Requirements.Data;

/// <summary>Reads TOML: dotted keys, tables and arrays of tables become one tree.</summary>
internal sealed class TomlData
{
    private readonly SourceText source;
    private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly DataTable root;

    private TomlData(SourceText source)
    {
        this.source = source;
        root = new DataTable(source.FullSpan);
    }

    /// <summary>Reads any text; what stands before and behind an error is kept as far as the parser goes.</summary>
    public static DataFile Read(SourceText source)
    {
        var reader = new TomlData(source);
        if (Nesting.IsTooDeep(source.Content)) reader.Error(new TextSpan(0, 0), "brackets nest too deep");
        else reader.Run();
        return new DataFile(reader.root, reader.diagnostics.ToImmutable());
    }

    private void Run()
    {
        DocumentSyntax document;
        try
        {
            document = SyntaxParser.Parse(source.Content, source.Path);
        }
        catch (ArgumentOutOfRangeException)
        {
            // Tomlyn throws this for an escape that names half a character.
            Error(new TextSpan(0, 0), "text holds an escape that is no character");
            return;
        }

        foreach (var message in document.Diagnostics) Error(SpanOf(message.Span), message.Message.TrimEnd('.'));
        foreach (var entry in document.KeyValues) Assign(root, entry);
        foreach (var table in document.Tables)
        {
            if (table.Name is null || TableOf(table) is not { } target) continue;
            foreach (var entry in table.Items) Assign(target, entry);
        }
    }

    private DataTable? TableOf(TableSyntaxBase table)
    {
        var names = NamesOf(table.Name!).ToList();
        if (names.Count == 0 || Descend(root, names.SkipLast(1)) is not { } holder) return null;
        var (name, span) = names[^1];
        if (table is not TableArraySyntax) return Descend(holder, [names[^1]]);
        var item = new DataTable(SpanOf(table.Span));
        switch (holder.Find(name)?.Value)
        {
            case null:
                holder.Add(new DataEntry(name, span, new DataList([item], item.Span)));
                return item;
            case DataList list:
                list.Values.Add(item);
                return item;
            default:
                Error(span, $"{name} is no array of tables");
                return null;
        }
    }

    private DataTable? Descend(DataTable from, IEnumerable<(string Name, TextSpan Span)> names)
    {
        foreach (var (name, span) in names)
        {
            switch (from.Find(name)?.Value)
            {
                case null:
                    var made = new DataTable(span);
                    from.Add(new DataEntry(name, span, made));
                    from = made;
                    break;
                case DataTable table:
                    from = table;
                    break;
                case DataList { Values: [.., DataTable last] }:
                    from = last;
                    break;
                default:
                    Error(span, $"{name} is no table");
                    return null;
            }
        }

        return from;
    }

    private void Assign(DataTable table, KeyValueSyntax entry)
    {
        if (entry.Key is null) return;
        var names = NamesOf(entry.Key).ToList();
        if (names.Count == 0 || Descend(table, names.SkipLast(1)) is not { } holder) return;
        var (name, span) = names[^1];
        if (entry.Value is not null && !holder.Add(new DataEntry(name, span, ValueOf(entry.Value)))) Error(span, $"{name} is said twice");
    }

    private DataNode ValueOf(ValueSyntax value)
    {
        var span = SpanOf(value.Span);
        switch (value)
        {
            case StringValueSyntax text:
                return new DataText(text.Value ?? "", span);
            case ArraySyntax array:
                return new DataList([.. array.Items.Select(item => item.Value).OfType<ValueSyntax>().Select(ValueOf)], span);
            case InlineTableSyntax inline:
                var table = new DataTable(span);
                foreach (var item in inline.Items)
                    if (item.KeyValue is { } entry) Assign(table, entry);
                return table;
            default:
                return new DataOther(source.TextOf(span).Trim(), span);
        }
    }

    private IEnumerable<(string Name, TextSpan Span)> NamesOf(KeySyntax key) =>
        new[] { key.Key }.Concat(key.DotKeys.Select(dotted => dotted.Key)).OfType<BareKeyOrStringValueSyntax>().Select(part => (TextOf(part), SpanOf(part.Span)));

    private static string TextOf(BareKeyOrStringValueSyntax key) => key switch
    {
        BareKeySyntax bare => bare.Key?.Text?.Trim() ?? "",
        StringValueSyntax quoted => quoted.Value ?? "",
        _ => "",
    };

    /// <summary>Tomlyn counts characters and ends a span at its last one.</summary>
    private TextSpan SpanOf(SourceSpan span)
    {
        var start = Math.Clamp(span.Start.Offset, 0, source.Length);
        return TextSpan.FromBounds(start, Math.Clamp(span.End.Offset + 1, start, source.Length));
    }

    private void Error(TextSpan span, string cause) =>
        diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, span, "cannot read TOML: " + cause));
}
