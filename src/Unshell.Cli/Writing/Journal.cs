using System.Collections.Immutable;
using System.Text;
using Unshell.Cli.Repositories;

namespace Unshell.Cli.Writing;

/// <summary>How far the writing of several files has come.</summary>
internal enum JournalState
{
    /// <summary>New contents are being laid down; the old ones count.</summary>
    Preparing,
    /// <summary>All are laid down; the new ones count.</summary>
    Committed,
    /// <summary>A file could not be replaced; the old ones count again.</summary>
    Undoing,
}

/// <summary>
/// The record of an unfinished write, at the root of the repository: one line a file, then one line for each state that was
/// reached. Whoever holds it open has locked it, so that two processes never write at once. A line without its end does not count.
/// </summary>
internal sealed class Journal : IDisposable
{
    /// <summary>Its name at the root of the repository.</summary>
    public const string Name = ".unshell-write";

    private const string Heading = "unshell write 1";
    private const string Listed = "listed";

    private readonly string root;
    private readonly FileStream stream;

    private Journal(string root, FileStream stream, ImmutableArray<StagedFile> files, JournalState state)
    {
        this.root = root;
        this.stream = stream;
        Files = files;
        State = state;
    }

    /// <summary>The files that are written.</summary>
    public ImmutableArray<StagedFile> Files { get; }

    /// <summary>How far it has come.</summary>
    public JournalState State { get; private set; }

    /// <summary>Starts a write. No copy is laid down before the list of files has reached the disk.</summary>
    /// <exception cref="CommandException">The folder cannot be written, or another process writes.</exception>
    public static Journal Begin(string root, ImmutableArray<StagedFile> files)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(Path.Combine(root, Name), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"cannot write {Words(files)}: {Name} cannot be made: {FileErrors.CauseOf(exception)}", inner: exception);
        }

        var journal = new Journal(root, stream, files, JournalState.Preparing);
        journal.Append([Heading, .. files.Select(file => $"{NameOf(file.Fate)} {file.Path}"), Listed]);
        Durability.Flush(root);
        return journal;
    }

    /// <summary>The journal that an earlier process left, or null.</summary>
    /// <exception cref="CommandException">Another process writes just now, or it is no journal of ours.</exception>
    public static Journal? Open(string root)
    {
        var path = Path.Combine(root, Name);
        if (!File.Exists(path)) return null;
        try
        {
            if (new FileInfo(path).LinkTarget is not null) throw new CommandException($"cannot read {Name}: it is a symbolic link");
            var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return Read(root, stream, Encoding.UTF8.GetString(bytes));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"cannot read {Name}: {FileErrors.CauseOf(exception)}", inner: exception);
        }
    }

    /// <summary>Writes down that a state is reached; it is on the disk when this returns.</summary>
    public void Mark(JournalState state)
    {
        State = state;
        Append([NameOf(state)]);
    }

    /// <summary>Ends the write: nothing is left to be done.</summary>
    public void End()
    {
        File.Delete(Path.Combine(root, Name));
        Durability.Flush(root);
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private static Journal Read(string root, FileStream stream, string text)
    {
        var lines = text.Split('\n')[..^1];
        if (lines.Length > 0 && lines[0] != Heading)
        {
            stream.Dispose();
            throw new CommandException($"cannot read {Name}: it is no record of an unfinished write");
        }

        var end = Array.IndexOf(lines, Listed);
        // The list is cut off: nothing was laid down yet.
        if (end < 0) return new Journal(root, stream, [], JournalState.Preparing);
        var files = lines[1..end].Select(line => StagedFile.Of(root, line[4..], FateOf(line)));
        var reached = lines.AsSpan(end + 1);
        var state = reached.Contains(NameOf(JournalState.Undoing)) ? JournalState.Undoing
            : reached.Contains(NameOf(JournalState.Committed)) ? JournalState.Committed
            : JournalState.Preparing;
        return new Journal(root, stream, [.. files], state);
    }

    // Three letters each: the path begins behind them and a blank.
    private static string NameOf(FileFate fate) => fate switch
    {
        FileFate.Added => "new",
        FileFate.Removed => "cut",
        _ => "old",
    };

    private static FileFate FateOf(string line) => line[..3] switch
    {
        "new" => FileFate.Added,
        "cut" => FileFate.Removed,
        _ => FileFate.Replaced,
    };

    private static string NameOf(JournalState state) => state switch
    {
        JournalState.Committed => "committed",
        JournalState.Undoing => "undoing",
        _ => "preparing",
    };

    private static string Words(ImmutableArray<StagedFile> files) => string.Join(", ", files.Select(file => file.Path));

    private void Append(IEnumerable<string> lines)
    {
        stream.Seek(0, SeekOrigin.End);
        stream.Write(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
        stream.Flush(flushToDisk: true);
    }
}
