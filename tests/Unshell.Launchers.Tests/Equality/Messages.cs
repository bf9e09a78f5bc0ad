using System.Text.RegularExpressions;

namespace Unshell.Launchers.Tests.Equality;

/// <summary>
/// The one place where output is normalised, wherever it went: messages of a shell or of a launcher, which both begin with the script's name, become
/// their kind and what they are about. All other lines are compared as they are.
/// </summary>
internal static partial class Messages
{
    /// <summary>A text with our own messages as kinds.</summary>
    public static string Normalize(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            // A program may have left text without a newline before it.
            var match = Prefix().Match(lines[i]);
            if (match.Success) lines[i] = $"{lines[i][..match.Index]}<{Kind(lines[i])}>";
        }

        return string.Join('\n', lines);
    }

    private static string Kind(string message) => Kinds.FirstOrDefault(kind => kind.Pattern.IsMatch(message)).Name ?? "message";

    private static readonly (string Name, Regex Pattern)[] Kinds =
    [
        ("not there", NotThere()),
        ("not executable", NotExecutable()),
        ("unset", Unset()),
        ("read only", ReadOnlyVariable()),
    ];

    [GeneratedRegex(@"^Illegal option -|^No arg for -|(\./)?entrypoint: |(/\S*/)?(dash|bash|sh): (-c: )?(line )?\d+: ")]
    private static partial Regex Prefix();

    [GeneratedRegex("command not found|: not found$|No such file|cannot open|can't cd|can't open")]
    private static partial Regex NotThere();

    [GeneratedRegex("Permission denied|Is a directory")]
    private static partial Regex NotExecutable();

    [GeneratedRegex("unbound variable|parameter not set|parameter null or not set")]
    private static partial Regex Unset();

    [GeneratedRegex("readonly variable|is read only")]
    private static partial Regex ReadOnlyVariable();
}
