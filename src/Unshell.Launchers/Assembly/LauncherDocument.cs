using System.Collections.Immutable;
using Unshell.Launchers.Code;

namespace Unshell.Launchers.Assembly;

/// <summary>
/// A launcher before it is text. Imports and the parts of the run time are not named here: they follow from the names that the
/// statements use.
/// </summary>
internal sealed record LauncherDocument
{
    /// <summary>What the launcher was compiled from, for the docstring: <c>entrypoint.sh</c>, or null for the text of <c>sh -c</c>.</summary>
    public required string? ScriptName { get; init; }

    /// <summary>The script's own leading comment, line by line, without marks and without its <c>#!</c>; it becomes the docstring's text.</summary>
    public ImmutableArray<string> Description { get; init; } = [];

    /// <summary>Module-level statements above the functions: constants, the shell's state.</summary>
    public ImmutableArray<PythonStatement> Constants { get; init; } = [];

    /// <summary>The script's functions in its order; they stand above <c>main</c>.</summary>
    public ImmutableArray<PythonStatement.Function> Functions { get; init; } = [];

    /// <summary>The body of <c>main</c>.</summary>
    public required PythonBlock Main { get; init; }

    /// <summary>What stands under <c>if __name__ == "__main__":</c>, such as <c>sys.exit(main())</c>.</summary>
    public ImmutableArray<PythonStatement> Entry { get; init; } =
    [
        new PythonStatement.Evaluate(new PythonExpression.Call(new PythonExpression.Name("main"), [])),
    ];
}

/// <summary>A launcher's text.</summary>
/// <param name="Python">The source, with <c>\n</c> line ends, as <c>ruff format</c> leaves it.</param>
/// <param name="Parts">The definitions of the run time that it carries, by name, in the order of the text; empty for plain Python.</param>
internal sealed record LauncherText(string Python, ImmutableArray<string> Parts);
