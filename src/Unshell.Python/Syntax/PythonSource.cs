using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Unshell.Text;

namespace Unshell.Python.Syntax;

/// <summary>A file's bytes as text, by its byte-order mark or its <c>coding</c> comment (PEP 263), UTF-8 where it has neither.</summary>
/// <param name="Text">The text; empty where the bytes are none.</param>
/// <param name="Encoding">The encoding as the file names it, <c>utf-8</c> where it names none.</param>
/// <param name="Error">Why the bytes are no text in this encoding: lower case, no full stop; else null.</param>
public sealed partial record PythonSource(SourceText Text, string Encoding, string? Error)
{
    /// <summary>Decodes a file.</summary>
    /// <param name="path">Path as shown to people.</param>
    /// <param name="bytes">The whole file.</param>
    public static PythonSource Decode(string path, ReadOnlySpan<byte> bytes)
    {
        var hasMark = bytes is [0xEF, 0xBB, 0xBF, ..];
        var named = Declared(bytes);
        var name = named ?? "utf-8";
        var encoding = Find(name);
        if (encoding is null) return new(new SourceText(path, ""), name, $"unknown encoding: {name}");
        // With a mark CPython accepts this name only, not utf8.
        if (hasMark && Normal(name) != "utf-8" && !Normal(name).StartsWith("utf-8-", StringComparison.Ordinal)) return new(new SourceText(path, ""), name, $"encoding problem: {name} with BOM");
        try
        {
            return new(new SourceText(path, encoding.GetString(bytes)), name, null);
        }
        catch (DecoderFallbackException)
        {
            return new(new SourceText(path, ""), name, $"it is not {name} text");
        }
    }

    /// <summary>The encoding that a comment on the first or second line names, or null.</summary>
    private static string? Declared(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) bytes = bytes[3..];
        for (var line = 0; line < 2; line++)
        {
            var end = bytes.IndexOfAny((byte)'\n', (byte)'\r');
            var text = System.Text.Encoding.Latin1.GetString(end < 0 ? bytes : bytes[..end]);
            if (Cookie().Match(text) is { Success: true } match) return match.Groups[1].Value;
            if (end < 0 || !BlankOrComment().IsMatch(text)) return null;
            bytes = bytes[(end + (bytes[end] == '\r' && end + 1 < bytes.Length && bytes[end + 1] == '\n' ? 2 : 1))..];
        }

        return null;
    }

    private static Encoding? Find(string name)
    {
        // As CPython: the first twelve characters decide whether it is one of the two it knows without looking.
        var normal = Normal(name);
        if (normal is "utf-8" or "utf8" or "u8" || normal.StartsWith("utf-8-", StringComparison.Ordinal)) return new UTF8Encoding(false, throwOnInvalidBytes: true);
        if (normal is "latin1" or "latin" or "l1" or "iso8859-1" or "8859" or "cp819") return System.Text.Encoding.Latin1;
        if (Latin.Any(latin => normal == latin || normal.StartsWith(latin + "-", StringComparison.Ordinal))) return System.Text.Encoding.Latin1;
        if (normal is "ascii" or "us-ascii") return Strict(System.Text.Encoding.ASCII);
        var whole = name.Replace('_', '-').ToLowerInvariant();
        return Strict(whole.StartsWith("cp", StringComparison.Ordinal) && int.TryParse(whole.AsSpan(2), out var page)
            ? CodePagesEncodingProvider.Instance.GetEncoding(page)
            : CodePagesEncodingProvider.Instance.GetEncoding(whole) ?? CodePagesEncodingProvider.Instance.GetEncoding(whole.Replace('-', '_')));
    }

    private static string Normal(string name) => (name.Length > 12 ? name[..12] : name).Replace('_', '-').ToLowerInvariant();

    private static readonly ImmutableArray<string> Latin = ["latin-1", "iso-8859-1", "iso-latin-1"];

    private static Encoding? Strict(Encoding? encoding)
    {
        if (encoding is null) return null;
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        return strict;
    }

    [GeneratedRegex(@"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Cookie();

    [GeneratedRegex(@"^[ \t\f]*(?:#|$)", RegexOptions.CultureInvariant)]
    private static partial Regex BlankOrComment();
}
