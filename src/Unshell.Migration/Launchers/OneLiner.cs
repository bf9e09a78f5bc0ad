using System.Text;
using System.Text.RegularExpressions;

namespace Unshell.Migration.Launchers;

/// <summary>Says a launcher of a few short statements as an argument of <c>python -c</c>.</summary>
internal static partial class OneLiner
{
    private const int Longest = 120;

    /// <summary>The program on one line, or null where it would not be read with pleasure.</summary>
    /// <param name="python">The launcher.</param>
    public static string? Of(string python)
    {
        if (Statements(WithoutDocstring(python)) is not { } all || Unwrapped(all) is not { } statements) return null;
        var program = string.Join("; ", WithoutNeedlessImports(statements).Select(statement => statement.Trim()));
        return program.Length is > 0 and <= Longest ? program : null;
    }

    private static string WithoutDocstring(string python)
    {
        var text = Comment().Replace(python, "").TrimStart('\n');
        if (!text.StartsWith("\"\"\"", StringComparison.Ordinal)) return text;
        var end = text.IndexOf("\"\"\"", 3, StringComparison.Ordinal);
        return end < 0 ? text : text[(end + 3)..];
    }

    /// <summary>Simple statements and the heads of blocks, one a line whatever the layout; null where a text spans lines.</summary>
    private static List<string>? Statements(string python)
    {
        if (python.Contains("\"\"\"", StringComparison.Ordinal) || python.Contains("'''", StringComparison.Ordinal)) return null;
        var found = new List<string>();
        var statement = new StringBuilder();
        var depth = 0;
        foreach (var line in python.Split('\n').Where(line => line.Trim().Length > 0))
        {
            if (depth == 0) statement.Append(line);
            else Join(statement, line.Trim());
            depth += Depth(line);
            if (depth > 0) continue;
            found.Add(statement.ToString());
            statement.Clear();
        }

        return depth == 0 ? found : null;
    }

    /// <summary>Appends a line of a layout; the comma before a closing bracket goes, unless it makes a tuple.</summary>
    private static void Join(StringBuilder statement, string line)
    {
        if (statement[^1] == ',' && line[0] is not (')' or ']' or '}')) statement.Append(' ');
        else if (statement[^1] == ',' && !OpensTuple(statement.ToString())) statement.Length--;
        statement.Append(line);
    }

    /// <summary>Whether the innermost open bracket is a round one that is no call's.</summary>
    private static bool OpensTuple(string statement)
    {
        var bare = StringLiteral().Replace(statement, literal => new string('s', literal.Length));
        var depth = 0;
        for (var at = bare.Length - 1; at >= 0; at--)
        {
            if (bare[at] is ')' or ']' or '}') depth++;
            else if (bare[at] is '(' or '[' or '{' && depth-- == 0) return bare[at] == '(' && (at == 0 || !(char.IsAsciiLetterOrDigit(bare[at - 1]) || bare[at - 1] is '_' or ')' or ']'));
        }

        return true;
    }

    /// <summary>How many brackets a line leaves open, those inside its strings left out.</summary>
    private static int Depth(string line)
    {
        var bare = StringLiteral().Replace(line, "");
        return bare.Count(letter => letter is '(' or '[' or '{') - bare.Count(letter => letter is ')' or ']' or '}');
    }

    /// <summary>The body of <c>main</c> behind the imports, where there is nothing else and no block in it.</summary>
    private static List<string>? Unwrapped(List<string> statements)
    {
        var main = statements.FindIndex(statement => statement.StartsWith("def main(", StringComparison.Ordinal));
        var entry = statements.FindIndex(statement => statement.StartsWith("if __name__", StringComparison.Ordinal));
        if (main < 0 && entry < 0) return statements.All(IsSimple) ? statements : null;
        if (main < 0 || entry < main || statements.Count != entry + 2) return null;
        var body = statements[(main + 1)..entry];
        var start = statements[entry + 1].Trim();
        if (start is not ("main()" or "sys.exit(main())") || !statements[..main].All(IsSimple)) return null;
        if (!body.All(statement => statement.StartsWith("    ", StringComparison.Ordinal) && IsSimple(statement[4..]))) return null;
        if (body.SkipLast(1).Any(IsReturn)) return null;
        if (body.Count > 0 && IsReturn(body[^1])) body[^1] = start == "main()" ? "" : $"sys.exit({body[^1].Trim()["return".Length..].Trim()})";
        return [.. statements[..main], .. body.Where(statement => statement.Length > 0)];
    }

    private static bool IsReturn(string statement) => statement.TrimStart().StartsWith("return", StringComparison.Ordinal);

    private static bool IsSimple(string statement) => statement.Length > 0 && !char.IsWhiteSpace(statement[0]) && statement[0] != '@' && statement[^1] != ':'
        && !statement.StartsWith("def ", StringComparison.Ordinal) && !statement.Contains("  #", StringComparison.Ordinal);

    private static IEnumerable<string> WithoutNeedlessImports(List<string> statements)
    {
        var rest = string.Concat(statements.Where(statement => !statement.StartsWith("import ", StringComparison.Ordinal)));
        var modules = statements.Where(statement => statement.StartsWith("import ", StringComparison.Ordinal)).Select(statement => statement["import ".Length..])
            .Where(module => rest.Contains(module + ".", StringComparison.Ordinal)).ToList();
        var others = statements.Where(statement => !statement.StartsWith("import ", StringComparison.Ordinal));
        return modules.Count == 0 ? others : others.Prepend("import " + string.Join(", ", modules));
    }

    [GeneratedRegex(@"^[ \t]*#.*\n", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"""(?:[^""\\]|\\.)*""|'(?:[^'\\]|\\.)*'", RegexOptions.CultureInvariant)]
    private static partial Regex StringLiteral();
}
