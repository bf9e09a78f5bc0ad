using System.Collections.Immutable;
using System.Globalization;

namespace Unshell.Python.Semantics;

/// <summary>What formatting and a few other methods of <c>str</c> give.</summary>
internal static class TextFormats
{
    private static readonly PythonValue unknown = new PythonValue.Unknown();

    /// <summary><c>format % values</c>; a field whose value is not known is an unknown piece.</summary>
    public static PythonValue Percent(PythonValue.Text format, PythonValue argument)
    {
        if (format.Known is not { } text) return PythonValue.Concatenate([unknown]);
        var values = argument is PythonValue.Items items ? items.Values : [argument];
        var parts = new List<PythonValue>();
        var next = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%' || i + 1 == text.Length) parts.Add(PythonValue.Of(text[i].ToString()));
            else if (text[i + 1] == '%') parts.Add(PythonValue.Of(text[i++].ToString()));
            else if (text[i + 1] is 's' or 'd') parts.Add(Next(values, ref next, ref i));
            else return PythonValue.Concatenate([PythonValue.Of(text[..i]), unknown]);
        }

        return PythonValue.Concatenate(parts);
    }

    /// <summary>A method of a string.</summary>
    public static PythonValue Method(PythonValue.Text text, string name, ImmutableArray<PythonValue> arguments, ImmutableArray<KeyValuePair<string, PythonValue>> keywords) => (name, arguments) switch
    {
        ("format", _) => Format(text, arguments, keywords),
        ("copy", _) => text,
        ("strip", []) when text.Known is { } known => Of(text, known.Trim()),
        ("strip" or "rstrip" or "lstrip", [PythonValue.Text { Known: { } set }]) when text.Known is { } known => Of(text, name switch
        {
            "strip" => known.Trim(set.ToCharArray()),
            "rstrip" => known.TrimEnd(set.ToCharArray()),
            _ => known.TrimStart(set.ToCharArray()),
        }),
        ("lower", []) when text.Known is { } known => Of(text, known.ToLowerInvariant()),
        ("upper", []) when text.Known is { } known => Of(text, known.ToUpperInvariant()),
        ("replace", [PythonValue.Text { Known: { Length: > 0 } old }, PythonValue.Text { Known: { } other }]) when text.Known is { } known => Of(text, known.Replace(old, other, StringComparison.Ordinal)),
        ("split", []) when text.Known is { } known => Split(text, known.Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)),
        ("split", [PythonValue.Text { Known: { Length: > 0 } separator }]) when text.Known is { } known => Split(text, known.Split(separator)),
        ("split" or "get", _) => unknown,
        _ => PythonValue.Concatenate([unknown]),
    };

    private static PythonValue Next(ImmutableArray<PythonValue> values, ref int next, ref int position)
    {
        position++;
        return next < values.Length ? values[next++] : unknown;
    }

    private static PythonValue Of(PythonValue.Text text, string value) => PythonValue.Of(value).Assuming(text.Assumptions);

    private static PythonValue Split(PythonValue.Text text, string[] words) => new PythonValue.Items([.. words.Select(PythonValue.Of)]).Assuming(text.Assumptions);

    private static PythonValue.Text Format(PythonValue.Text format, ImmutableArray<PythonValue> arguments, ImmutableArray<KeyValuePair<string, PythonValue>> keywords)
    {
        if (format.Known is not { } text) return PythonValue.Concatenate([unknown]);
        var parts = new List<PythonValue>();
        var next = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '{' or '}' && i + 1 < text.Length && text[i + 1] == text[i])
            {
                parts.Add(PythonValue.Of(text[i++].ToString()));
                continue;
            }

            var end = text[i] == '{' ? text.IndexOf('}', i) : -1;
            if (end < 0)
            {
                parts.Add(PythonValue.Of(text[i].ToString()));
                continue;
            }

            var field = text[(i + 1)..end];
            parts.Add(field.Length == 0 ? next < arguments.Length ? arguments[next++] : unknown : Field(field, arguments, keywords));
            i = end;
        }

        return PythonValue.Concatenate(parts);
    }

    private static PythonValue Field(string field, ImmutableArray<PythonValue> arguments, ImmutableArray<KeyValuePair<string, PythonValue>> keywords)
    {
        if (int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var index)) return index < arguments.Length ? arguments[index] : unknown;
        return keywords.FirstOrDefault(keyword => keyword.Key == field).Value ?? unknown;
    }
}
