using System.Collections.Frozen;
using System.Collections.Immutable;
using Unshell.Launchers.Programs;

namespace Unshell.Launchers.Assembly;

/// <summary>The run time, cut into its definitions, of which a launcher carries those that it uses.</summary>
internal static class RuntimeParts
{
    private static readonly Lazy<ImmutableArray<RuntimePart>> Read = new(() =>
    // A reader meets the shell before the programs.
    [.. RuntimeText.Parts.OrderBy(path => path.StartsWith("programs/", StringComparison.Ordinal)).SelectMany(path => Cut(RuntimeText.Of(path)))]);

    private static readonly Lazy<FrozenDictionary<string, RuntimePart>> ByName =
        new(() => Read.Value.ToFrozenDictionary(part => part.Name, StringComparer.Ordinal));

    /// <summary>All definitions, file by file.</summary>
    public static ImmutableArray<RuntimePart> All => Read.Value;

    /// <summary>Whether the run time defines a name.</summary>
    public static bool Has(string name) => ByName.Value.ContainsKey(name);

    /// <summary>The definitions that names lead to, in an order in which Python can run them.</summary>
    /// <param name="names">Names in the code, such as <c>run</c>; others than the run time's are passed over.</param>
    public static ImmutableArray<RuntimePart> Reached(IEnumerable<string> names)
    {
        var reached = new HashSet<RuntimePart>(ReferenceEqualityComparer.Instance);
        Reach(names, reached);
        var ordered = ImmutableArray.CreateBuilder<RuntimePart>(reached.Count);
        var placed = new HashSet<RuntimePart>(ReferenceEqualityComparer.Instance);
        foreach (var part in All.Where(reached.Contains)) Place(part, placed, ordered);
        return ordered.ToImmutable();
    }

    /// <summary>Cuts a file of the run time; its docstring stays behind.</summary>
    internal static IEnumerable<RuntimePart> Cut(string text)
    {
        var imports = ImmutableArray.CreateBuilder<PythonImport>();
        var statements = new List<(string Name, string Text)>();
        foreach (var statement in Statements(text))
        {
            if (ImportsOf(statement) is { } found)
            {
                imports.AddRange(found);
                continue;
            }

            var name = NameOf(statement);
            var known = statements.FindIndex(other => other.Name == name);
            if (known < 0) statements.Add((name, statement));
            // `capture.status = 0` belongs to the function.
            else statements[known] = (name, $"{statements[known].Text}\n{(IsDefinition(statements[known].Text) ? "\n" : "")}{statement}");
        }

        var all = imports.ToImmutable();
        return statements.Select(statement => new RuntimePart
        {
            Name = statement.Name,
            Text = statement.Text,
            IsEager = !Code(statement.Text).StartsWith("def ", StringComparison.Ordinal) || statement.Text.Contains($"\n{statement.Name}.", StringComparison.Ordinal),
            Imports = all,
        });
    }

    /// <summary>Whether a definition is a function or a class, which stand apart by two lines.</summary>
    public static bool IsDefinition(string text) =>
        Code(text).StartsWith("def ", StringComparison.Ordinal) || Code(text).StartsWith("class ", StringComparison.Ordinal) || Code(text).StartsWith('@');

    private static void Reach(IEnumerable<string> names, HashSet<RuntimePart> reached)
    {
        foreach (var name in names)
        {
            if (ByName.Value.TryGetValue(name, out var part) && reached.Add(part)) Reach(part.Uses, reached);
        }
    }

    private static void Place(RuntimePart part, HashSet<RuntimePart> placed, ImmutableArray<RuntimePart>.Builder ordered)
    {
        if (!placed.Add(part)) return;
        if (part.IsEager)
        {
            var needed = new HashSet<RuntimePart>(ReferenceEqualityComparer.Instance);
            Reach(part.Uses, needed);
            foreach (var other in All.Where(other => other != part && needed.Contains(other))) Place(other, placed, ordered);
        }

        ordered.Add(part);
    }

    /// <summary>A file's top-level statements with the comments right above them.</summary>
    private static IEnumerable<string> Statements(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        var start = 0;
        if (lines[0].StartsWith("\"\"\"", StringComparison.Ordinal))
        {
            while (lines[start].Length < 6 || !lines[start].EndsWith("\"\"\"", StringComparison.Ordinal))
            {
                start++;
                if (lines[start] == "\"\"\"") break;
            }

            start++;
        }

        var statement = new List<string>();
        var hasCode = false;
        foreach (var line in lines.Skip(start))
        {
            var begins = line.Length > 0 && line[0] is not (' ' or ')' or ']' or '}');
            if (begins && hasCode && !IsDecorated(statement))
            {
                yield return Joined(statement);
                statement.Clear();
                hasCode = false;
            }

            if (statement.Count == 0 && line.Length == 0) continue;
            statement.Add(line);
            hasCode |= begins && line[0] != '#';
        }

        if (hasCode) yield return Joined(statement);
    }

    private static bool IsDecorated(List<string> statement) => statement[^1].StartsWith('@');

    private static string Joined(List<string> lines) => string.Join('\n', lines).TrimEnd('\n') + "\n";

    private static string Code(string text)
    {
        while (text.StartsWith('#')) text = text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        return text;
    }

    private static List<PythonImport>? ImportsOf(string statement)
    {
        if (!statement.StartsWith("import ", StringComparison.Ordinal) && !statement.StartsWith("from ", StringComparison.Ordinal)) return null;
        var words = statement.Split((char[])[' ', '\n', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["import", .. var modules] => [.. modules.Select(module => new PythonImport(module, null))],
            ["from", var module, "import", .. var members] => [.. members.Select(member => new PythonImport(module, member))],
            _ => null,
        };
    }

    private static string NameOf(string statement)
    {
        var code = Code(statement);
        while (code.StartsWith('@')) code = code[(code.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        var names = PythonNames.In(code[..code.IndexOf('\n', StringComparison.Ordinal)]);
        return PythonNames.Root(names[0] is "def" or "class" ? names[1] : names[0]);
    }
}
