using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Unshell.Launchers.Code;

namespace Unshell.Launchers.Assembly;

/// <summary>Writes a launcher: the script's own logic first, below it the parts of the run time that it uses.</summary>
internal static class LauncherAssembler
{
    // Modules of the standard library that a launcher's own code may name.
    private static readonly FrozenSet<string> Modules = new[]
    {
        "base64", "datetime", "errno", "fcntl", "fnmatch", "getpass", "glob", "grp", "hashlib", "io", "itertools", "json", "locale", "math", "os",
        "platform", "pwd", "random", "re", "secrets", "select", "shutil", "signal", "socket", "stat", "string", "struct", "subprocess", "sys",
        "tempfile", "threading", "time", "urllib.error", "urllib.parse", "urllib.request", "uuid",
    }.ToFrozenSet(StringComparer.Ordinal);

    // A reader sees at once where so few begin.
    private const int FewParts = 4;

    private const string Separator = """
        # What follows stands for the shell; it is the same in every launcher that needs it.
        """;

    // Python's keywords, its builtins that launchers call, and names that their own code has.
    private static readonly FrozenSet<string> Reserved = new[]
    {
        "and", "as", "assert", "async", "await", "break", "case", "class", "continue", "def", "del", "elif", "else", "except", "finally", "for", "from",
        "global", "if", "import", "in", "is", "lambda", "match", "nonlocal", "not", "or", "pass", "raise", "return", "try", "type", "while", "with",
        "yield", "any", "all", "bool", "bytes", "dict", "float", "int", "isinstance", "len", "list", "max", "min", "next", "open", "print", "range",
        "set", "sorted", "str", "sum", "tuple", "main", "arguments", "status", "error", "variables",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a name means something else in a launcher: a keyword, a builtin, a module, a variable of its own.</summary>
    public static bool IsReserved(string name) => Reserved.Contains(name) || Modules.Contains(name);

    /// <summary>The text of a launcher.</summary>
    public static LauncherText Assemble(LauncherDocument document)
    {
        var early = document.Constants.Where(constant => !UsesRuntime(constant)).ToImmutableArray();
        var late = document.Constants.Where(UsesRuntime).ToImmutableArray();
        var own = PythonPrinter.Print([.. early, .. document.Functions, new PythonStatement.Function("main", [], null, document.Main)]);
        var end = PythonPrinter.Print([.. late, Entry(document)]);
        var names = PythonNames.In(own + end);
        var parts = RuntimeParts.Reached(names.Select(PythonNames.Root).Except(document.Functions.Select(function => function.Name), StringComparer.Ordinal));
        var text = new StringBuilder("#!/usr/bin/env python3\n").Append(PythonComment.Docstring(Docstring(document), 0)).Append('\n');
        var imports = PythonImport.Lines([.. names.Select(ModuleOf).OfType<PythonImport>(), .. parts.SelectMany(ImportsOf)]).ToList();
        foreach (var line in imports) text.Append(line).Append('\n');
        if (imports.Count > 0) text.Append(early.IsEmpty ? "\n\n" : "\n");
        text.Append(own).Append("\n\n");
        if (!parts.IsEmpty) Append(text, parts);
        text.Append(end);
        return new LauncherText(text.ToString(), [.. parts.Select(part => part.Name)]);
    }

    private static bool UsesRuntime(PythonStatement statement) =>
        PythonNames.In(PythonPrinter.Print([statement])).Skip(1).Any(name => RuntimeParts.Has(PythonNames.Root(name)));

    private static PythonStatement.If Entry(LauncherDocument document) => new(
        [(new PythonExpression.Binary(new PythonExpression.Name("__name__"), "==", new PythonExpression.Text("__main__")), new PythonBlock(document.Entry))],
        null);

    private static string Docstring(LauncherDocument document)
    {
        var origin = document.ScriptName is { } name ? $"Compiled from {name}: does the same without a shell." : "Compiled from a shell command: does the same without a shell.";
        var lines = document.Description.SkipWhile(string.IsNullOrWhiteSpace).ToList();
        while (lines.Count > 0 && string.IsNullOrWhiteSpace(lines[^1])) lines.RemoveAt(lines.Count - 1);
        return lines.Count == 0 ? origin : $"{string.Join('\n', lines)}\n\n{origin}";
    }

    private static PythonImport? ModuleOf(string name)
    {
        for (var module = name; ; module = module[..module.LastIndexOf('.')])
        {
            // A name alone is a variable, whatever it is called.
            if (module != name && Modules.Contains(module)) return new PythonImport(module, null);
            if (!module.Contains('.', StringComparison.Ordinal)) return null;
        }
    }

    private static IEnumerable<PythonImport> ImportsOf(RuntimePart part)
    {
        var names = PythonNames.In(part.Text);
        return part.Imports.Where(import => import.IsUsedBy(names));
    }

    private static void Append(StringBuilder text, ImmutableArray<RuntimePart> parts)
    {
        if (parts.Length >= FewParts) text.Append(Separator).Append("\n\n\n");
        for (var i = 0; i < parts.Length; i++)
        {
            text.Append(parts[i].Text);
            var isApart = i == parts.Length - 1 || RuntimeParts.IsDefinition(parts[i].Text) || RuntimeParts.IsDefinition(parts[i + 1].Text);
            text.Append(isApart ? "\n\n" : "");
        }
    }
}
