using System.Collections.Immutable;
using Unshell.Python.Parsing;
using Unshell.Text;

namespace Unshell.Python.Syntax;

/// <summary>
/// A Python file as a tree; the grammar of Python 3.8 to 3.14 together. Immutable; every span points into <see cref="Source"/>.
/// </summary>
public sealed record PythonSyntax
{
    /// <summary>
    /// No path from the module to a leaf is longer than this many nodes, so that who walks the tree may recurse. Deeper statements are
    /// <see cref="ErrorStatement"/> with a diagnostic; CPython 3.11's <c>ast</c> refuses them as well (at 3,000).
    /// </summary>
    public const int GreatestHeight = 3000;

    /// <summary>The text it was parsed from.</summary>
    public required SourceText Source { get; init; }

    /// <summary>The file's statements.</summary>
    public required Module Module { get; init; }

    /// <summary>Comments in order, with their mark and without the newline.</summary>
    public required ImmutableArray<TextSpan> Comments { get; init; }

    /// <summary>What Python 3 would reject. A Python 2 file has one, which says so, and those that are wrong in Python 2 too.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>Syntax that came after Python 3.8, in order: what the file asks of its interpreter.</summary>
    public required ImmutableArray<VersionedFeature> Features { get; init; }

    /// <summary>Whether the file does not parse as Python 3 because of something that only Python 2 has.</summary>
    public required bool IsPython2 { get; init; }

    /// <summary>Parses any text; never throws. Errors are in <see cref="Diagnostics"/>.</summary>
    public static PythonSyntax Parse(SourceText source) => PythonParser.ParseFile(source);
}
