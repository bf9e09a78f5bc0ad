using System.Collections.Immutable;
using System.Text;

namespace Unshell.Launchers.Tests.Equality;

/// <summary>The files below a folder as sentences: kind, mode, content or target.</summary>
internal static class FileTree
{
    private const UnixFileMode Open = UnixFileMode.UserRead | UnixFileMode.UserExecute;

    public static ImmutableSortedDictionary<string, string> Read(string root, string without)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        Add(new DirectoryInfo(root), "", without, files);
        return files.ToImmutable();
    }

    private static void Add(DirectoryInfo folder, string prefix, string without, ImmutableSortedDictionary<string, string>.Builder files)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            var path = prefix + entry.Name;
            if (path == without) continue;
            var mode = Convert.ToString((int)entry.UnixFileMode, 8);
            if (entry.LinkTarget is { } target)
            {
                files[path] = $"link to {target}";
            }
            else if (entry is DirectoryInfo inner)
            {
                files[path] = $"folder {mode}";
                // Without the right to read and enter it, what is in it cannot be compared.
                if ((entry.UnixFileMode & Open) == Open) Add(inner, path + "/", without, files);
            }
            else
            {
                files[path] = $"file {mode} {Content(entry)}";
            }
        }
    }

    private static string Content(FileSystemInfo entry)
    {
        // A named pipe has no length either, and reading it would wait for ever.
        if (entry is FileInfo { Length: 0 }) return "";
        try
        {
            return File.ReadAllText(entry.FullName, Encoding.Latin1);
        }
        catch (UnauthorizedAccessException)
        {
            // The script took our own permission away; only root reads it all the same.
            return "(closed)";
        }
    }
}
