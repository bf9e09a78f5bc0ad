using System.Collections.Immutable;

namespace Unshell.Python.Semantics;

/// <summary>Paths of known and unknown pieces, as <c>os.path</c> and <c>pathlib</c> treat them on Linux.</summary>
internal static class PathText
{
    /// <summary><c>os.path.join</c>: an absolute part drops what stands before it.</summary>
    public static PythonValue.Text Join(PythonValue.Text first, PythonValue.Text second)
    {
        var assumptions = first.Assumptions.Union(second.Assumptions);
        if (second.Beginning.StartsWith('/')) return second with { IsPath = first.IsPath, Assumptions = assumptions };
        if (first.Pieces.IsEmpty || second.Pieces.IsEmpty) return (first.Pieces.IsEmpty ? second : first) with { IsPath = first.IsPath, Assumptions = assumptions };
        var needsSlash = first.Pieces[^1] is not { } last || !last.EndsWith('/');
        return PythonValue.Concatenate([first, PythonValue.Of(needsSlash ? "/" : ""), second]) with { IsPath = first.IsPath };
    }

    /// <summary><c>os.path.dirname</c> and <c>Path.parent</c>; the same text where its last slash is not known.</summary>
    public static PythonValue.Text Parent(PythonValue.Text path)
    {
        for (var i = path.Pieces.Length - 1; i >= 0; i--)
        {
            if (path.Pieces[i] is not { } piece || piece.TrimEnd('/').LastIndexOf('/') is not (>= 0 and var slash)) continue;
            var kept = slash == 0 && i == 0 ? "/" : piece[..slash];
            return path with { Pieces = [.. path.Pieces[..i], .. kept.Length == 0 ? ImmutableArray<string?>.Empty : [kept]] };
        }

        return path.Known is null ? path : PythonValue.Of(path.IsPath ? "." : "") with { IsPath = path.IsPath, Assumptions = path.Assumptions };
    }

    /// <summary>The directory that surely holds the file: the known beginning up to its last slash where a later piece is not known.</summary>
    public static string? KnownDirectory(PythonValue.Text path)
    {
        if (path.Known is not null) return null;
        var beginning = path.Beginning;
        var slash = beginning.LastIndexOf('/');
        return slash < 0 ? null : slash == 0 ? "/" : beginning[..slash];
    }

    /// <summary>An absolute path without <c>.</c> and <c>..</c>.</summary>
    public static string Absolute(string path, string workingDirectory)
    {
        var parts = new List<string>();
        foreach (var part in (path.StartsWith('/') ? path : $"{workingDirectory}/{path}").Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..") parts.RemoveRange(Math.Max(0, parts.Count - 1), Math.Min(1, parts.Count));
            else if (part != ".") parts.Add(part);
        }

        return "/" + string.Join('/', parts);
    }
}
