using System.Collections.Immutable;
using Unshell.Python.Semantics;

namespace Unshell.Python.Uses;

/// <summary>
/// Files behind <c>sqlite:///file</c>: three slashes are a relative path, four an absolute one
/// (https://docs.sqlalchemy.org/en/20/core/engines.html#sqlite).
/// </summary>
internal static class DatabaseUrls
{
    /// <summary>The database files of URLs; other databases are no files.</summary>
    public static IEnumerable<SourceUse> Of(UsePlace place, ImmutableArray<PythonValue> urls)
    {
        foreach (var url in urls.OfType<PythonValue.Text>())
        {
            var beginning = url.Beginning;
            var scheme = beginning.IndexOf(":///", StringComparison.Ordinal);
            if (scheme < 0 || !beginning.StartsWith("sqlite", StringComparison.Ordinal)) continue;
            var rest = beginning[(scheme + 4)..];
            var query = url.Known is null ? -1 : rest.IndexOf('?', StringComparison.Ordinal);
            var file = query < 0 ? rest : rest[..query];
            if (file is "" or ":memory:" && url.Known is not null) continue;
            var path = PythonValue.Concatenate([PythonValue.Of(file), .. url.Pieces.Skip(1).Select(piece => piece is null ? new PythonValue.Unknown() : (PythonValue)PythonValue.Of(piece))]);
            yield return new SourceUse.Write(place with { Assumptions = url.Assumptions }, path, WriteKind.Database);
        }
    }
}
