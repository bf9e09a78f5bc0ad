using System.Collections.Immutable;

namespace Unshell.Launchers.Assembly;

/// <summary>
/// Finds the names that Python code uses: <c>os.path.join</c> is one, members of other expressions are none. Strings and comments are
/// passed over, but not the replacement fields of f-strings. It reads only what this project wrote or printed.
/// </summary>
internal sealed class PythonNames
{
    private readonly string code;
    private readonly ImmutableArray<string>.Builder names;
    private int at;

    private PythonNames(string code, ImmutableArray<string>.Builder names) => (this.code, this.names) = (code, names);

    /// <summary>The names in a piece of code, in its order, with repetitions.</summary>
    public static ImmutableArray<string> In(string code)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        new PythonNames(code, names).Scan();
        return names.ToImmutable();
    }

    /// <summary>The part of a name before its first dot.</summary>
    public static string Root(string name) => name.Split('.', 2)[0];

    private void Scan()
    {
        while (at < code.Length)
        {
            var c = code[at];
            if (c == '#') SkipComment();
            else if (c is '"' or '\'') SkipString(isFormatted: false, isRaw: false);
            else if (IsStart(c)) ReadWord();
            else if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < code.Length && IsStart(code[at + 1]))) SkipMember();
            else at++;
        }
    }

    private void SkipComment()
    {
        while (at < code.Length && code[at] != '\n') at++;
    }

    private void SkipMember()
    {
        at++;
        while (at < code.Length && IsPart(code[at])) at++;
    }

    private void ReadWord()
    {
        var start = at;
        SkipMember();
        if (at < code.Length && code[at] is '"' or '\'' && at - start <= 2)
        {
            var prefix = code[start..at].ToLowerInvariant();
            SkipString(prefix.Contains('f', StringComparison.Ordinal), prefix.Contains('r', StringComparison.Ordinal));
            return;
        }

        while (at + 1 < code.Length && code[at] == '.' && IsStart(code[at + 1])) SkipMember();
        names.Add(code[start..at]);
    }

    private void SkipString(bool isFormatted, bool isRaw)
    {
        var quote = code[at];
        var isTriple = at + 2 < code.Length && code[at + 1] == quote && code[at + 2] == quote;
        var end = new string(quote, isTriple ? 3 : 1);
        at += end.Length;
        while (at < code.Length && !code.AsSpan(at).StartsWith(end, StringComparison.Ordinal))
        {
            if (code[at] == '\\' && (!isRaw || at + 1 < code.Length)) at += 2;
            else if (isFormatted && code[at] == '{') ReadField();
            else at++;
        }

        at += end.Length;
    }

    private void ReadField()
    {
        if (at + 1 < code.Length && code[at + 1] == '{')
        {
            at += 2;
            return;
        }

        var start = ++at;
        var depth = 0;
        for (; at < code.Length && (depth > 0 || code[at] != '}'); at++)
        {
            if (code[at] is '{' or '[' or '(') depth++;
            else if (code[at] is '}' or ']' or ')') depth--;
            else if (code[at] is '"' or '\'')
            {
                SkipString(isFormatted: false, isRaw: false);
                at--;
            }
        }

        new PythonNames(code[start..at], names).Scan();
        at++;
    }

    private static bool IsStart(char c) => char.IsAsciiLetter(c) || c == '_' || c > 0x7F;

    private static bool IsPart(char c) => IsStart(c) || char.IsAsciiDigit(c);
}
