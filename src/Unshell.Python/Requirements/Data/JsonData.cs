using System.Text;
using System.Text.Json;
using Unshell.Text;

namespace Unshell.Python.Requirements.Data;

/// <summary>Reads JSON with the place of every value.</summary>
internal static class JsonData
{
    /// <summary>Reads any text; what stands before an error is kept.</summary>
    public static DataFile Read(SourceText source)
    {
        var bytes = Encoding.UTF8.GetBytes(source.Content);
        var root = new DataTable(source.FullSpan);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var offsets = new ByteOffsets(bytes);
        try
        {
            Fill(ref reader, root, offsets);
            return new DataFile(root, []);
        }
        catch (JsonException)
        {
            var at = Math.Min(offsets.CharactersBefore(reader.BytesConsumed), source.Length);
            return new DataFile(root, [new Diagnostic(DiagnosticSeverity.Error, new TextSpan(at, 0), "cannot read JSON: text is not valid here")]);
        }
        catch (InvalidOperationException)
        {
            return new DataFile(root, [new Diagnostic(DiagnosticSeverity.Error, new TextSpan(0, 0), "cannot read JSON: a text holds half a character")]);
        }
    }

    private static void Fill(ref Utf8JsonReader reader, DataTable root, ByteOffsets offsets)
    {
        // Open tables and lists, the innermost last; a null key stands for a list.
        var open = new Stack<DataNode>();
        (string Name, TextSpan Span)? key = null;
        while (reader.Read())
        {
            // Behind a name the reader has taken the colon too.
            var end = reader.TokenType == JsonTokenType.PropertyName ? reader.TokenStartIndex + reader.ValueSpan.Length + 2 : reader.BytesConsumed;
            var span = TextSpan.FromBounds(offsets.CharactersBefore(reader.TokenStartIndex), offsets.CharactersBefore(end));
            DataNode? value = reader.TokenType switch
            {
                JsonTokenType.StartObject => open.Count == 0 ? root : new DataTable(span),
                JsonTokenType.StartArray => new DataList([], span),
                JsonTokenType.String => new DataText(reader.GetString() ?? "", span),
                JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null => new DataOther(Encoding.UTF8.GetString(reader.ValueSpan), span),
                _ => null,
            };
            if (reader.TokenType == JsonTokenType.PropertyName) key = (reader.GetString() ?? "", span);
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray) open.TryPop(out _);
            if (value is null) continue;
            if (open.TryPeek(out var holder))
            {
                if (holder is DataTable table && key is var (name, place)) table.Add(new DataEntry(name, place, value));
                else (holder as DataList)?.Values.Add(value);
            }

            if (value is DataTable or DataList) open.Push(value);
        }
    }

    /// <summary>Counts characters before bytes; asked for rising places.</summary>
    private sealed class ByteOffsets(byte[] bytes)
    {
        private int at;
        private int characters;

        public int CharactersBefore(long place)
        {
            if (place < at) (at, characters) = (0, 0);
            for (; at < place && at < bytes.Length; at++)
            {
                // A sequence of four bytes is two characters of UTF-16; bytes that go on with one are none.
                if ((bytes[at] & 0xC0) != 0x80) characters += bytes[at] >= 0xF0 ? 2 : 1;
            }

            return characters;
        }
    }
}
