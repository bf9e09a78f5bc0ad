using System.Text.RegularExpressions;

namespace Unshell.Launchers.Programs;

/// <summary>The program of <c>awk</c>.</summary>
internal static partial class AwkCheck
{
    private const string Functions =
        " length substr index split sub gsub match sprintf tolower toupper int sqrt exp log sin cos atan2 ";

    private const string Keywords = " if while for print printf in exit delete else do return BEGIN END ";

    /// <summary>Reads the program, if it is known.</summary>
    public static ProgramVerdict Of(ProgramWords words)
    {
        if (words.Has("files")) return new ProgramVerdict.Review("the awk program lies in a file; what cannot be done of it ends it with status 125");
        if (words.Operands is not [{ } text, ..])
            return new ProgramVerdict.Review("the awk program is only known at run time; what cannot be done of it ends it with status 125");
        if (Separator(words) is { } wrong) return new ProgramVerdict.Refused($"awk: {wrong} needs the real program");
        var (problem, visitsKeys) = Scan(text);
        if (problem is not null) return new ProgramVerdict.Refused($"awk: {problem} needs the real program");
        return visitsKeys
            ? new ProgramVerdict.Review("for (key in array) takes the keys in the order in which they came; awks differ in that")
            : ProgramVerdict.Fine.Instance;
    }

    private static string? Separator(ProgramWords words) =>
        words.Values("separator").Where(text => text.Length > 1).Select(text => RegexCheck.Unknown(text, RegexDialect.Awk, true)).FirstOrDefault(found => found is not null);

    private static (string? Problem, bool VisitsKeys) Scan(string text)
    {
        string? problem = null;
        bool endsValue = false, visitsKeys = false;
        for (var match = Token().Match(text); match.Success && match.Length > 0; match = Token().Match(text, match.Index + match.Length))
        {
            var token = match.Groups["token"].Value;
            if (token == "/" && !endsValue)
            {
                match = Pattern().Match(text, match.Index + match.Length - 1);
                if (!match.Success) return ("an unterminated expression", false);
                problem ??= RegexCheck.Unknown(match.Groups["text"].Value, RegexDialect.Awk, true);
                endsValue = true;
                continue;
            }

            problem ??= ProblemOf(token, match.Index + match.Length < text.Length ? text[match.Index + match.Length] : '\0');
            visitsKeys |= token == "in" && ForIn().IsMatch(text[..(match.Index + match.Length)]);
            if (token.Length > 0) endsValue = EndsValue(token);
        }

        return (problem, visitsKeys);
    }

    private static bool EndsValue(string token) =>
        token[0] is ')' or ']' or '$' or '"' || token is "++" or "--"
        || ((char.IsAsciiLetterOrDigit(token[0]) || token[0] is '_' or '.') && !Keywords.Contains($" {token} ", StringComparison.Ordinal));

    private static string? ProblemOf(string token, char next) => token switch
    {
        "getline" or "function" or "func" or "nextfile" or "OFMT" or "CONVFMT" or "ARGV" or "ARGC" => token,
        "|" => "a pipe",
        _ when token.Length > 0 && next == '(' && char.IsAsciiLetter(token[0])
            && !Functions.Contains($" {token} ", StringComparison.Ordinal)
            && !Keywords.Contains($" {token} ", StringComparison.Ordinal) => $"the function {token}",
        _ => null,
    };

    [GeneratedRegex("""\G(?:[ \t\r\n\\]|\#[^\n]*)*(?<token>"(?:[^"\\]|\\.)*"?|[A-Za-z_]\w*|[0-9.]+|\|\||&&|\+\+|--|.)?""", RegexOptions.Singleline)]
    private static partial Regex Token();

    [GeneratedRegex("""/(?<text>(?:[^/\\\[\n]|\\.|\[\^?\]?(?:\[:\w+:\]|[^]\\\n]|\\.)*\])*)/""")]
    private static partial Regex Pattern();

    [GeneratedRegex("""for[ \t]*\([ \t]*\w+[ \t]+in$""")]
    private static partial Regex ForIn();
}
