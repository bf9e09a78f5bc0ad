using System.Text;
using Unshell.Cli.Repositories;

namespace Unshell.Cli.Writing;

/// <summary>Writes a launcher: whole or not at all, executable.</summary>
internal static class LauncherFile
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <exception cref="CommandException">The file exists and may not be replaced, or cannot be written.</exception>
    public static void Write(string path, string content, bool replaces, Caller caller)
    {
        var target = Path.GetFullPath(path, caller.Folder);
        if (!replaces && Path.Exists(target)) throw new CommandException($"cannot write {path}: it exists; --force replaces it");
        var beside = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.unshell-new");
        try
        {
            File.Delete(beside);
            Durability.Create(beside, Encoding.UTF8.GetBytes(content), Executable);
            File.Move(beside, target, replaces);
            Durability.Flush(Path.GetDirectoryName(target)!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"cannot write {path}: {FileErrors.CauseOf(exception)}", inner: exception);
        }
    }
}
