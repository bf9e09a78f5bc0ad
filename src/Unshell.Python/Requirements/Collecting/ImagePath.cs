namespace Unshell.Python.Requirements.Collecting;

/// <summary>Paths with <c>/</c>.</summary>
internal static class ImagePath
{
    public static string DirectoryOf(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash <= 0 ? "/" : path[..slash];
    }

    /// <summary>A path against a directory, <c>.</c> and <c>..</c> resolved.</summary>
    public static string Absolute(string directory, string path)
    {
        if (path.StartsWith("file://", StringComparison.Ordinal)) path = path["file://".Length..];
        var parts = new List<string>();
        foreach (var part in (path.StartsWith('/') ? path : directory + "/" + path).Split('/'))
        {
            if (part == ".." && parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            else if (part is not ("" or "." or "..")) parts.Add(part);
        }

        return "/" + string.Join('/', parts);
    }
}
