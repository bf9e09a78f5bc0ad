using Unshell.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Unshell.Python.Requirements.Data;

/// <summary>Reads the first document of a YAML file; aliases are left out, since no file of dependencies uses them.</summary>
internal static class YamlData
{
    /// <summary>Reads any text; what stands before an error is kept.</summary>
    public static DataFile Read(SourceText source)
    {
        var root = new DataTable(source.FullSpan);
        if (Nesting.IsTooDeep(source.Content)) return new DataFile(root, [Error(0, "brackets nest too deep")]);
        var parser = new Parser(new StringReader(source.Content));
        try
        {
            Fill(parser, root);
            return new DataFile(root, []);
        }
        catch (YamlException error)
        {
            return new DataFile(root, [Error(Math.Clamp((int)error.Start.Index, 0, source.Length), "text is not valid here")]);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or IndexOutOfRangeException or OverflowException or FormatException)
        {
            // The scanner of YamlDotNet throws these for some broken escapes and directives instead of its own exception.
            return new DataFile(root, [Error(0, "text breaks off or holds an escape that is not valid")]);
        }
    }

    private static void Fill(Parser parser, DataTable root)
    {
        var open = new Stack<(DataNode Node, (string Name, TextSpan Span)? Key)>();
        while (parser.MoveNext() && parser.Current is not DocumentEnd)
        {
            var current = parser.Current!;
            var span = TextSpan.FromBounds((int)current.Start.Index, Math.Max((int)current.Start.Index, (int)current.End.Index));
            if (current is MappingEnd or SequenceEnd)
            {
                open.TryPop(out _);
                continue;
            }

            DataNode? value = current switch
            {
                MappingStart => open.Count == 0 ? root : new DataTable(span),
                SequenceStart => new DataList([], span),
                Scalar scalar => new DataText(scalar.Value, span),
                AnchorAlias => new DataOther("*", span),
                _ => null,
            };
            if (value is null) continue;
            if (open.TryPop(out var holder)) open.Push((holder.Node, Put(holder.Node, holder.Key, value)));
            if (value is DataTable or DataList) open.Push((value, null));
        }
    }

    /// <summary>Puts a value where it belongs; in a table a key comes first, and is given back until its value comes.</summary>
    private static (string, TextSpan)? Put(DataNode holder, (string Name, TextSpan Span)? key, DataNode value)
    {
        if (holder is DataList list) list.Values.Add(value);
        if (holder is not DataTable table) return null;
        if (key is not var (name, span)) return (value.Text ?? "", value.Span);
        table.Add(new DataEntry(name, span, value));
        return null;
    }

    private static Diagnostic Error(int at, string cause) => new(DiagnosticSeverity.Error, new TextSpan(at, 0), "cannot read YAML: " + cause);
}
