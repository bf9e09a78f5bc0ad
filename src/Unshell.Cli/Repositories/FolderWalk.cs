using System.Collections.Immutable;
using System.IO.Enumeration;

namespace Unshell.Cli.Repositories;

/// <summary>The files below a folder, and the folders that could not be looked into.</summary>
/// <param name="Files">Paths relative to the folder, with <c>/</c>, in ordinal order.</param>
/// <param name="Unreadable">Folders by path, with the cause.</param>
internal sealed record FolderWalk(ImmutableArray<string> Files, ImmutableArray<KeyValuePair<string, string>> Unreadable)
{
    private static readonly EnumerationOptions everything = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
        RecurseSubdirectories = false,
    };

    /// <summary>Walks a folder. Links to folders are not followed: what they hold is listed under its own path, or lies outside.</summary>
    public static FolderWalk Of(string root)
    {
        var files = ImmutableArray.CreateBuilder<string>();
        var unreadable = new List<KeyValuePair<string, string>>();
        var pending = new Stack<string>();
        pending.Push("");
        while (pending.TryPop(out var folder))
        {
            var start = files.Count;
            try
            {
                foreach (var (name, kind) in Entries(Path.Combine(root, folder)))
                {
                    if (kind == EntryKind.File) files.Add(folder + name);
                    else if (kind == EntryKind.Folder && !SkippedFolders.Contains(name)) pending.Push(folder + name + "/");
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                unreadable.Add(KeyValuePair.Create(folder.TrimEnd('/'), FileErrors.CauseOf(exception)));
            }

            // A virtual environment under any name.
            if (folder.Length > 0 && files.Skip(start).Contains(folder + "pyvenv.cfg", StringComparer.Ordinal)) Forget(folder, start);
        }

        files.Sort(StringComparer.Ordinal);
        return new FolderWalk(files.ToImmutable(), [.. unreadable.OrderBy(one => one.Key, StringComparer.Ordinal)]);

        void Forget(string folder, int start)
        {
            files.RemoveRange(start, files.Count - start);
            while (pending.TryPeek(out var next) && next.StartsWith(folder, StringComparison.Ordinal)) pending.Pop();
        }
    }

    private enum EntryKind
    {
        File,
        Folder,
        Other,
    }

    private static FileSystemEnumerable<(string Name, EntryKind Kind)> Entries(string folder) =>
        new(folder, static (ref FileSystemEntry entry) => (entry.FileName.ToString(), KindOf(ref entry)), everything);

    private static EntryKind KindOf(ref FileSystemEntry entry)
    {
        if (!entry.IsDirectory) return entry.FileName.SequenceEqual(".git") ? EntryKind.Other : EntryKind.File;
        // Attributes cost a system call an entry, so that only folders are asked for theirs.
        return (entry.Attributes & FileAttributes.ReparsePoint) != 0 ? EntryKind.Other : EntryKind.Folder;
    }
}
