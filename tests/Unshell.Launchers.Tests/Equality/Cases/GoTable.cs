using System.Globalization;
using System.Text;
using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Tests.Equality.Cases;

/// <summary>The tables of scripts in the interpreter's tests of mvdan/sh: <c>{"script", "expected"}</c> in Go.</summary>
internal static class GoTable
{
    private const string File = "mvdan-sh/interp_test.go";

    private static readonly string[] Tables = ["runTests", "runTestsUnix", "runTests64bit"];

    public static IEnumerable<ShellCase> Read(string folder)
    {
        var source = System.IO.File.ReadAllText(Path.Combine(folder, "sh", "interp", "interp_test.go"));
        foreach (var table in Tables)
        {
            var number = 0;
            foreach (var script in Entries(source, $"var {table} = []runTest{{"))
            {
                number++;
                if (script is null) continue;
                foreach (var dialect in new[] { ShellDialect.Posix, ShellDialect.Bash })
                    yield return new(File, $"{table} {number}", dialect, script);
            }
        }
    }

    // The first value of each entry, or null where it is more than literals.
    private static IEnumerable<string?> Entries(string source, string head)
    {
        var at = source.IndexOf(head, StringComparison.Ordinal) + head.Length;
        while (true)
        {
            at = SkipBlanks(source, at);
            if (source[at] != '{') yield break;
            at = SkipBlanks(source, at + 1);
            yield return Literals(source, ref at);
            while (source[at] != '}') _ = Skip(source, ref at);
            at++;
        }
    }

    private static int SkipBlanks(string source, int at)
    {
        while (true)
        {
            while (char.IsWhiteSpace(source[at]) || source[at] == ',') at++;
            if (!source.AsSpan(at).StartsWith("//")) return at;
            at = source.IndexOf('\n', at);
        }
    }

    private static string? Literals(string source, ref int at)
    {
        var text = new StringBuilder();
        while (source[at] is '"' or '`')
        {
            var part = Skip(source, ref at);
            if (part is null) return null;
            text.Append(part);
            at = SkipBlanks(source, at);
            if (source[at] != '+') return text.ToString();
            at = SkipBlanks(source, at + 1);
        }

        return null;
    }

    // One literal, whose value is returned, or one other character.
    private static string? Skip(string source, ref int at)
    {
        var quote = source[at++];
        if (quote == '`')
        {
            var end = source.IndexOf('`', at);
            var raw = source[at..end];
            at = end + 1;
            return raw;
        }

        if (quote == '/' && source[at] == '/') at = source.IndexOf('\n', at);
        if (quote != '"') return null;
        var text = new StringBuilder();
        var isText = true;
        while (source[at] != '"')
        {
            if (source[at] != '\\') text.Append(source[at++]);
            else isText &= Escape(source, ref at, text);
        }

        at++;
        return isText ? text.ToString() : null;
    }

    // False for a byte that is no text by itself.
    private static bool Escape(string source, ref int at, StringBuilder text)
    {
        var kind = source[at + 1];
        var digits = kind switch { 'x' => 2, 'u' => 4, 'U' => 8, >= '0' and <= '7' => 3, _ => 0 };
        if (digits == 0)
        {
            text.Append(kind switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'a' => '\a', 'b' => '\b', 'f' => '\f', 'v' => '\v', _ => kind });
            at += 2;
            return true;
        }

        var start = kind is >= '0' and <= '7' ? at + 1 : at + 2;
        var digitsText = source[start..(start + digits)];
        var value = digits == 3 ? Convert.ToInt32(digitsText, 8) : int.Parse(digitsText, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        at = start + digits;
        text.Append(char.ConvertFromUtf32(value));
        return value < 0x80 || digits is 4 or 8;
    }
}
