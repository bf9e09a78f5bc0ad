using System.Collections.Immutable;

namespace Unshell.Launchers.Assembly;

/// <summary>A top-level definition of the run time: a function, a class or a variable, with all statements that belong to its name.</summary>
internal sealed record RuntimePart
{
    /// <summary>The name it defines.</summary>
    public required string Name { get; init; }

    /// <summary>Its text, verbatim, with the comments right above it.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it is run where it stands, so that all it uses must stand above it.</summary>
    public required bool IsEager { get; init; }

    /// <summary>The imports of its file.</summary>
    public required ImmutableArray<PythonImport> Imports { get; init; }

    /// <summary>Names in it, without what follows their dots.</summary>
    public ImmutableArray<string> Uses => [.. PythonNames.In(Text).Select(PythonNames.Root).Distinct(StringComparer.Ordinal)];
}

/// <summary><c>import module</c>, or <c>from module import member</c>.</summary>
internal sealed record PythonImport(string Module, string? Member)
{
    /// <summary>Whether code with these names, dots included, uses it.</summary>
    public bool IsUsedBy(IEnumerable<string> names) => names.Any(name =>
        Member is null ? name == Module || name.StartsWith(Module + ".", StringComparison.Ordinal) : PythonNames.Root(name) == Member);

    /// <summary>The statements of imports, each once, in the order of ruff's import rules for one section.</summary>
    public static IEnumerable<string> Lines(IEnumerable<PythonImport> imports)
    {
        var all = imports.Distinct().ToList();
        foreach (var module in all.Where(import => import.Member is null).Select(import => import.Module).Order(StringComparer.Ordinal))
            yield return "import " + module;
        foreach (var group in all.Where(import => import.Member is not null).GroupBy(import => import.Module, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
            yield return $"from {group.Key} import {string.Join(", ", group.Select(import => import.Member!).OrderBy(Kind).ThenBy(name => name, StringComparer.Ordinal))}";
    }

    // Constants come first, then classes, then the rest.
    private static int Kind(string name) => name.All(c => !char.IsAsciiLetterLower(c)) ? 0 : char.IsAsciiLetterUpper(name[0]) ? 1 : 2;
}
