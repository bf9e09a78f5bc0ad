using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Compilation;

/// <summary>What can be said of a simple command from its words alone.</summary>
internal static class SimpleCommands
{
    private static readonly string[] Declarations = ["declare", "export", "local", "readonly", "typeset"];

    /// <summary>The command's name, <c>command</c> and <c>builtin</c> before it left out; null where it is not known.</summary>
    public static string? NameOf(SimpleCommand command)
    {
        var words = WithoutPrefix(command);
        return words.Length == 0 ? null : words[0].Literal;
    }

    /// <summary>The command's words without <c>command</c> and <c>builtin</c>, where those only run what follows.</summary>
    public static ReadOnlySpan<Word> WithoutPrefix(SimpleCommand command)
    {
        var words = command.Words.AsSpan();
        while (words.Length > 1 && words[0].Literal is "command" or "builtin" && words[1].Literal?.StartsWith('-') != true) words = words[1..];
        return words;
    }

    /// <summary>Whether it is <c>declare</c> or one of its like.</summary>
    public static bool IsDeclaration(string? name) => name is not null && Array.IndexOf(Declarations, name) >= 0;

    /// <summary>The name that a word such as <c>NAME=value</c> or <c>NAME</c> begins with, and whether <c>=</c> follows; null where it is no name.</summary>
    public static (string Name, bool HasValue)? Declared(Word word)
    {
        if (word.Parts.IsEmpty || word.Parts[0] is not LiteralPart { IsEscaped: false } literal) return word.Literal is { } quoted && IsName(quoted) ? (quoted, false) : null;
        var text = literal.Value;
        var end = text.IndexOf('=', StringComparison.Ordinal);
        if (end < 0) return word.Parts.Length == 1 && IsName(text) ? (text, false) : null;
        var name = text[..end].TrimEnd('+');
        if (name.EndsWith(']') && name.IndexOf('[', StringComparison.Ordinal) is > 0 and var bracket) name = name[..bracket];
        return IsName(name) ? (name, true) : null;
    }

    /// <summary>Whether a text is a variable's name.</summary>
    public static bool IsName(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    /// <summary>The variables a builtin such as <c>read</c> sets; null where one of them is not known.</summary>
    public static IReadOnlyList<string>? Targets(SimpleCommand command)
    {
        var words = WithoutPrefix(command);
        var names = new List<string>();
        switch (words.Length == 0 ? null : words[0].Literal)
        {
            case "read":
                for (var i = 1; i < words.Length; i++)
                {
                    if (words[i].Literal is not { } word) return null;
                    if (word is "-p" or "-d" or "-n" or "-N" or "-t" or "-u" or "-i") i++;
                    else if (!word.StartsWith('-')) names.Add(word);
                }

                if (names.Count == 0) names.Add("REPLY");
                return names;
            case "getopts":
                names.AddRange(["OPTARG", "OPTIND"]);
                if (words.Length < 3 || words[2].Literal is not { } option) return null;
                names.Add(option);
                return names;
            case "mapfile" or "readarray":
                if (words[^1].Literal is not { } array) return null;
                return [SimpleCommands.IsName(array) ? array : "MAPFILE"];
            case "printf" when words.Length > 2 && words[1].Literal == "-v":
                return words[2].Literal is { } target ? [target.Split('[')[0]] : null;
            case "wait" when words.Length > 2 && words[1].Literal == "-p":
                return words[2].Literal is { } process ? [process] : null;
            default:
                return [];
        }
    }
}
