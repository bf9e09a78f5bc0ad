using System.Text;
using Unshell.Cli.Repositories;
using Unshell.Text;

namespace Unshell.Cli.Inspecting;

/// <summary>Reads one file that the command line names.</summary>
internal static class SingleFile
{
    /// <summary>Its text; standard input's for <c>-</c>.</summary>
    /// <exception cref="CommandException">It cannot be read, or is no text.</exception>
    public static SourceText Read(string path, Caller caller) => Decode(path, ReadBytes(path, caller));

    /// <summary>Its bytes; standard input's for <c>-</c>.</summary>
    /// <exception cref="CommandException">It cannot be read.</exception>
    public static byte[] ReadBytes(string path, Caller caller)
    {
        try
        {
            using var bytes = new MemoryStream();
            using (var input = path == "-" ? caller.OpenInput() : File.OpenRead(Path.GetFullPath(path, caller.Folder))) input.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"cannot read {NameOf(path)}: {FileErrors.CauseOf(exception)}", inner: exception);
        }
    }

    /// <summary>Bytes as text.</summary>
    /// <exception cref="CommandException">They are no UTF-8 text.</exception>
    public static SourceText Decode(string path, byte[] bytes)
    {
        try
        {
            var text = new UTF8Encoding(false, true).GetString(bytes);
            if (!text.Contains('\0', StringComparison.Ordinal)) return new SourceText(path, text);
        }
        catch (DecoderFallbackException)
        {
        }

        throw new CommandException($"cannot read {NameOf(path)}: it is not UTF-8 text");
    }

    private static string NameOf(string path) => path == "-" ? "standard input" : path;
}
