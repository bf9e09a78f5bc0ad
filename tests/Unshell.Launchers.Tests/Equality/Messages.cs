using System.Text.RegularExpressions;

namespace Unshell.Launchers.Tests.Equality;

/// <summary>
/// The one place where messages are normalised, wherever they went. A shell's begin with the script's name and a line, a launcher's do not:
/// that is taken off, and wording that says the same becomes its kind. All other text is compared as it is.
/// </summary>
internal static partial class Messages
{
    /// <summary>A text with our own messages as kinds.</summary>
    public static string Normalize(string text)
    {
        if (text.Length == 0) return text;
        var lines = Wrapped().Replace(text, " ").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            // A program may have left text without a newline before it.
            var prefix = Prefix().Match(lines[i]);
            var message = prefix.Success ? lines[i][(prefix.Index + prefix.Length)..] : lines[i];
            var kind = Kinds.FirstOrDefault(kind => kind.Pattern.IsMatch(message)).Name;
            if (kind is not null || prefix.Success) lines[i] = (prefix.Success ? lines[i][..prefix.Index] : "") + (kind is null ? message : $"<{kind}>");
        }

        return string.Join('\n', lines);
    }

    private static readonly (string Name, Regex Pattern)[] Kinds =
    [
        ("not there", NotThere()),
        ("not executable", NotExecutable()),
        ("unset", Unset()),
        ("read only", ReadOnlyVariable()),
        ("no number", NoNumber()),
        ("test", Test()),
        ("option", Option()),
        ("closed", Closed()),
        ("arithmetic", Arithmetic()),
        ("loop", Loop()),
        ("identifier", Identifier()),
        ("job", Job()),
    ];

    [GeneratedRegex(@"(\./)?entrypoint: (-c: )?((line )?\d+: )?|(/\S*/)?(dash|bash|sh): (-c: )?(line )?\d+: ")]
    private static partial Regex Prefix();

    // An argument with a newline makes a message of two lines.
    [GeneratedRegex(@"(?<=(entrypoint: |printf: |test: |\[: ).*)\n(?=.*: (invalid number|expected numeric value|integer (expression )?expected))")]
    private static partial Regex Wrapped();

    [GeneratedRegex("command not found$|: not found$|No such file|Directory nonexistent|[Cc]an't open|OLDPWD not set|can't cd")]
    private static partial Regex NotThere();

    [GeneratedRegex("Permission denied|Is a directory|cannot execute|Not a directory|Exec format")]
    private static partial Regex NotExecutable();

    [GeneratedRegex("unbound variable|parameter not set|parameter null or not set")]
    private static partial Regex Unset();

    [GeneratedRegex("readonly variable|is read.?only")]
    private static partial Regex ReadOnlyVariable();

    [GeneratedRegex("Illegal number|expected numeric value|invalid number|not a number|not completely converted|numeric argument required|integer (expression )?expected|out of range")]
    private static partial Regex NoNumber();

    [GeneratedRegex(@"^(\[|test): ")]
    private static partial Regex Test();

    [GeneratedRegex("^(getopts: )?([Ii]llegal option|No arg for -|option requires an argument)")]
    private static partial Regex Option();

    [GeneratedRegex("Bad file descriptor|write error|I/O error")]
    private static partial Regex Closed();

    [GeneratedRegex("^(arithmetic expression|division by zero|exponent less)|syntax error in expression|syntax error: (operand|invalid arithmetic)|division by (zero|0)|value too great for base|attempted assignment")]
    private static partial Regex Arithmetic();

    [GeneratedRegex("only meaningful in a")]
    private static partial Regex Loop();

    [GeneratedRegex("not a valid identifier|bad variable name")]
    private static partial Regex Identifier();

    [GeneratedRegex("No such job|not a process|is not a child|no such process|No such process")]
    private static partial Regex Job();
}
