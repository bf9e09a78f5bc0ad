using System.Collections.Immutable;
using Unshell.Shell.Syntax;
using Unshell.Text;

namespace Unshell.Launchers.Compilation;

/// <summary>The script with the files that it sources, parsed.</summary>
internal sealed class ScriptFiles
{
    private const int MostFiles = 64;
    private readonly LauncherSource source;
    private readonly Dictionary<SourceText, ShellSyntax> parsed = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SimpleCommand, ShellSyntax> sourced = new(ReferenceEqualityComparer.Instance);
    private readonly List<ShellSyntax> all = [];

    public ScriptFiles(LauncherSource source)
    {
        this.source = source;
        Main = Add(source.Text);
    }

    /// <summary>The script.</summary>
    public ShellSyntax Main { get; }

    /// <summary>The script and the files it sources.</summary>
    public IReadOnlyList<ShellSyntax> All => all;

    /// <summary>The file that a <c>.</c> or <c>source</c> command reads, or null where that is not known, or it is another command.</summary>
    public ShellSyntax? SourcedBy(SimpleCommand command) => sourced.GetValueOrDefault(command);

    private ShellSyntax Add(SourceText text)
    {
        if (parsed.TryGetValue(text, out var known)) return known;
        var syntax = ShellSyntax.Parse(text, source.Dialect);
        parsed[text] = syntax;
        all.Add(syntax);
        foreach (var command in ShellNodes.WithDescendants(syntax.Root).OfType<SimpleCommand>())
        {
            if (SimpleCommands.NameOf(command) is not ("." or "source") || parsed.Count > MostFiles) continue;
            var words = SimpleCommands.WithoutPrefix(command);
            if (words.Length > 1 && Find(words[1]) is { } file) sourced[command] = Add(file);
        }

        return syntax;
    }

    private SourceText? Find(Word word)
    {
        if (word.Literal is { } path) return Named(path);
        // "$(dirname "$0")/env.sh" and its like: beside the script.
        var parts = word.Parts.SelectMany(part => part is DoubleQuotedPart quoted ? quoted.Parts : [part]).ToImmutableArray();
        if (parts is [var directory, .. var rest] && IsScriptDirectory(directory) && rest.All(part => part is LiteralPart or SingleQuotedPart))
            return Named(string.Concat(rest.Select(part => part is LiteralPart literal ? literal.Value : ((SingleQuotedPart)part).Value)).TrimStart('/'));
        return null;
    }

    private SourceText? Named(string path)
    {
        var plain = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
        return source.Files.GetValueOrDefault(path) ?? source.Files.GetValueOrDefault(plain);
    }

    private static bool IsScriptDirectory(WordPart part) => part switch
    {
        CommandSubstitution { Body.Statements: [{ Command: SimpleCommand { Words: [{ Literal: "dirname" }, .., var last] } }] } => IsScriptName(last.Parts),
        ParameterPart { Name: "0" or "BASH_SOURCE", Operator: "%", Argument.LiteralOrGlob: "/*" } => true,
        _ => false,
    };

    private static bool IsScriptName(ImmutableArray<WordPart> parts) => parts switch
    {
        [DoubleQuotedPart quoted] => IsScriptName(quoted.Parts),
        [ParameterPart { Name: "0" or "BASH_SOURCE", Operator: "" }] => true,
        _ => false,
    };
}
