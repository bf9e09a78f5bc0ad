using System.Text;
using Unshell.Cli.Repositories;
using Unshell.Migration;

namespace Unshell.Cli.Writing;

/// <summary>What becomes of a file.</summary>
internal enum FileFate
{
    /// <summary>It is there and gets other content.</summary>
    Replaced,
    /// <summary>It is not there yet.</summary>
    Added,
    /// <summary>It is there and goes.</summary>
    Removed,
}

/// <summary>A file that is being replaced, added or removed, with the new content and a copy of the old one beside it.</summary>
/// <param name="root">The repository's absolute path.</param>
/// <param name="path">The file's path below it, with <c>/</c>.</param>
/// <param name="fate">What becomes of it.</param>
internal sealed class StagedFile(string root, string path, FileFate fate)
{
    private static readonly UTF8Encoding encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private FileChange? change;

    /// <summary>The file's path below the repository.</summary>
    public string Path => path;

    /// <summary>What becomes of it.</summary>
    public FileFate Fate => fate;

    /// <summary>The absolute folder that holds it.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Target)!;

    private string Target => System.IO.Path.Combine(root, path);

    private string NewCopy => Beside(".unshell-new");

    private string OldCopy => Beside(".unshell-old");

    /// <exception cref="CommandException">The path leaves the repository or leads over a link.</exception>
    public static StagedFile Of(string root, FileChange change)
    {
        RefuseEscape(root, change.Path);
        var fate = change.Before is null ? FileFate.Added : change.After is null ? FileFate.Removed : FileFate.Replaced;
        return new StagedFile(root, change.Path, fate) { change = change };
    }

    /// <summary>A file that a journal names.</summary>
    /// <exception cref="CommandException">The path leaves the repository or leads over a link.</exception>
    public static StagedFile Of(string root, string path, FileFate fate)
    {
        RefuseEscape(root, path);
        return new StagedFile(root, path, fate);
    }

    /// <summary>Lays the new content and a copy of the old one beside the file; the file itself stays.</summary>
    public void Stage()
    {
        UnixFileMode? mode = null;
        if (fate == FileFate.Added)
        {
            if (System.IO.Path.Exists(Target)) throw new CommandException($"cannot write {path}: it has appeared in the meantime");
        }
        else
        {
            var old = File.ReadAllBytes(Target);
            if (!old.AsSpan().SequenceEqual(encoding.GetBytes(change!.Before!)))
                throw new CommandException($"cannot write {path}: it has changed in the meantime");
            mode = File.GetUnixFileMode(Target);
            Durability.Create(OldCopy, old, mode);
        }

        if (fate != FileFate.Removed) Durability.Create(NewCopy, encoding.GetBytes(change!.After!), mode);
    }

    /// <summary>Puts the new content in the file's place in one step, or takes the file away.</summary>
    public void Install()
    {
        if (fate == FileFate.Removed) File.Delete(Target);
        else File.Move(NewCopy, Target, overwrite: true);
    }

    /// <summary>As <see cref="Install"/>, unless that was done already.</summary>
    public void InstallRest()
    {
        if (fate == FileFate.Removed || File.Exists(NewCopy)) Install();
    }

    /// <summary>Puts the old content back, unless the file still has it or has it again.</summary>
    public void Restore()
    {
        if (File.Exists(NewCopy)) return;
        if (fate == FileFate.Added) File.Delete(Target);
        else if (File.Exists(OldCopy)) File.Move(OldCopy, Target, overwrite: true);
    }

    /// <summary>Removes what lies beside the file.</summary>
    public void Discard()
    {
        File.Delete(NewCopy);
        File.Delete(OldCopy);
    }

    private string Beside(string ending) => System.IO.Path.Combine(Folder, $".{System.IO.Path.GetFileName(path)}{ending}");

    private static void RefuseEscape(string root, string path)
    {
        var at = root;
        var parts = path.Split('/');
        if (parts.Any(part => part is "" or "." or ".." || part.Any(char.IsControl)))
            throw new CommandException($"cannot write {path}: the path is not one inside the repository");
        foreach (var part in parts)
        {
            at = System.IO.Path.Combine(at, part);
            if (new FileInfo(at).LinkTarget is { } target)
                throw new CommandException($"cannot write {path}: {System.IO.Path.GetRelativePath(root, at)} is a symbolic link to {target}");
        }

        var folder = System.IO.Path.GetDirectoryName(at)!;
        if (!Directory.Exists(folder)) throw new CommandException($"cannot write {path}: {FileErrors.CauseOf(new DirectoryNotFoundException())}");
    }
}
