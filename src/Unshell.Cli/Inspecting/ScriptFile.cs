using System.Collections.Immutable;
using System.Text;
using Unshell.Launchers;
using Unshell.Services.Launching;
using Unshell.Shell.Syntax;
using Unshell.Text;

namespace Unshell.Cli.Inspecting;

/// <summary>A shell script that the command line names, with the files beside it that it may take in.</summary>
internal static class ScriptFile
{
    private const int MostFiles = 200;
    private const long LongestFile = 1024 * 1024;

    /// <summary>The script as the compiler takes it.</summary>
    /// <param name="path">A path, or <c>-</c>.</param>
    /// <param name="shell"><c>sh</c> or <c>bash</c>; null for what its first line says.</param>
    /// <param name="caller">Who asks.</param>
    /// <exception cref="CommandException">It cannot be read, or is no shell script.</exception>
    public static LauncherSource Read(string path, string? shell, Caller caller)
    {
        var text = SingleFile.Read(path, caller);
        if (string.IsNullOrWhiteSpace(text.Content)) throw new CommandException($"cannot compile {path}: it is empty");
        return new LauncherSource
        {
            Text = text,
            Dialect = DialectOf(text, shell),
            IsScript = true,
            Options = ScriptOptions.OfFirstLine(text.Content),
            Files = path == "-" ? ImmutableSortedDictionary.Create<string, SourceText>(StringComparer.Ordinal) : Beside(Path.GetFullPath(path, caller.Folder)),
        };
    }

    /// <summary>The first lines of its launcher.</summary>
    public static LauncherHeader HeaderOf(LauncherSource source, LauncherResult result) =>
        new(source.Text.Path == "-" ? "standard input" : source.Text.Path, LauncherHeader.DigestOf(source.Text.Content), result.Programs);

    private static ShellDialect DialectOf(SourceText text, string? shell)
    {
        if (shell is not null) return shell == "bash" ? ShellDialect.Bash : ShellDialect.Posix;
        var end = text.Content.IndexOf('\n', StringComparison.Ordinal);
        var first = end < 0 ? text.Content : text.Content[..end];
        if (ShellDialects.FromShebang(first) is { } named) return named;
        if (first.StartsWith("#!", StringComparison.Ordinal)) throw new CommandException($"cannot compile {text.Path}: its first line names no shell; --shell says which");
        return Path.GetExtension(text.Path) == ".bash" ? ShellDialect.Bash : ShellDialect.Posix;
    }

    private static ImmutableSortedDictionary<string, SourceText> Beside(string script)
    {
        var folder = Path.GetDirectoryName(script)!;
        var found = ImmutableSortedDictionary.CreateBuilder<string, SourceText>(StringComparer.Ordinal);
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2, IgnoreInaccessible = true };
        foreach (var file in Directory.EnumerateFiles(folder, "*", options).Where(file => file != script && Path.GetExtension(file) is ".sh" or ".bash" or ".env").Order(StringComparer.Ordinal).Take(MostFiles))
        {
            var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            if (Content(file) is not { } content) continue;
            found[name] = new SourceText(name, content);
            found[$"./{name}"] = found[name];
        }

        return found.ToImmutable();
    }

    /// <summary>A file that cannot be read is not there for the compiler, which tells of it where the script takes it in.</summary>
    private static string? Content(string file)
    {
        try
        {
            return new FileInfo(file).Length > LongestFile ? null : new UTF8Encoding(false, true).GetString(File.ReadAllBytes(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            return null;
        }
    }
}
