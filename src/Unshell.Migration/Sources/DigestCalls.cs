using System.Collections.Immutable;
using Unshell.Python.Syntax;
using Unshell.Text;

namespace Unshell.Migration.Sources;

/// <summary><c>etag = hashlib.md5(body)</c> becomes <c>etag = hashlib.md5(body, usedforsecurity=False)</c>.</summary>
internal static class DigestCalls
{
    // Names of things that a digest tells apart but does not protect.
    private static readonly ImmutableArray<string> harmless = ["etag", "cache", "checksum", "fingerprint", "filename", "file_name", "shard", "bucket_of"];

    /// <summary>The edits; none where neither the name that the digest is given to nor the function around it says that it protects nothing.</summary>
    /// <param name="call">The call.</param>
    /// <param name="syntax">The file.</param>
    /// <param name="function">The function that is called; <c>uuid3</c> and <c>hmac</c> do not take the argument.</param>
    public static ImmutableArray<TextEdit> Edits(Call call, PythonSyntax syntax, string function)
    {
        if (function is not ("hashlib.md5" or "hashlib.sha1" or "hashlib.new") || call.Keywords.Any(keyword => keyword.Name is null or "usedforsecurity")) return [];
        if (!NamesAround(call, syntax).Any(name => harmless.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)))) return [];
        var last = call.Arguments.Cast<PythonNode>().Concat(call.Keywords).MaxBy(node => node.Span.End);
        return [last is null ? TextEdit.Insert(call.Span.End - 1, "usedforsecurity=False") : TextEdit.Insert(last.Span.End, ", usedforsecurity=False")];
    }

    private static IEnumerable<string> NamesAround(Call call, PythonSyntax syntax) =>
        PythonWalk.All(syntax.Module, node => node.Span.Contains(call.Span)).Where(node => node.Span.Contains(call.Span)).SelectMany(node => node switch
        {
            FunctionDef function => [function.Name],
            Assign assign => assign.Targets.Select(target => target switch { Name name => name.Id, AttributeRef attribute => attribute.Attribute, _ => "" }),
            _ => Enumerable.Empty<string>(),
        });
}
