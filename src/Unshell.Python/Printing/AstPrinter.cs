using Unshell.Python.Syntax;

namespace Unshell.Python.Printing;

/// <summary>
/// A tree as CPython's <c>ast.dump(ast.parse(source), include_attributes=True)</c> prints it, byte for byte, for a file that parses. Statements that do
/// not parse are printed as <c>Error(body=[…])</c>, which CPython does not have.
/// </summary>
public static class AstPrinter
{
    /// <summary>The oldest version whose form is known: 3.8.</summary>
    public const int OldestMinor = 8;

    /// <summary>The newest version whose form is known: 3.14.</summary>
    public const int NewestMinor = 14;

    /// <summary>The tree on one line, with a newline behind it.</summary>
    /// <param name="syntax">The tree.</param>
    /// <param name="minor">
    /// The Python whose form it is, 14 for 3.14; at least <see cref="OldestMinor"/>, at most <see cref="NewestMinor"/>. Before 3.12 CPython's positions inside
    /// the fields of f-strings are wrong in many ways; the true ones are printed.
    /// </param>
    public static string Print(PythonSyntax syntax, int minor = NewestMinor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minor, OldestMinor);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minor, NewestMinor);
        return PrintLine(syntax, new AstForm(minor)) + "\n";
    }

    internal static string PrintLine(PythonSyntax syntax, AstForm form)
    {
        var writer = new AstWriter(syntax.Source, form);
        writer.Write(syntax.Module);
        return writer.ToString();
    }
}

/// <summary>How a version of Python prints.</summary>
/// <param name="Minor">14 for Python 3.14.</param>
internal sealed record AstForm(int Minor)
{
    /// <summary>Whether positions inside f-string fields are left out, to compare with versions where they are wrong.</summary>
    public bool OmitsFieldPositions { get; init; }

    /// <summary>3.8 prints optional fields that are missing as <c>None</c>.</summary>
    public bool PrintsNone => Minor < 9;

    /// <summary>3.13 leaves out empty lists.</summary>
    public bool OmitsEmpty => Minor >= 13;

    /// <summary>Up to 3.11 an f-string's parts have the position of the whole.</summary>
    public bool HasWholeStringPositions => Minor < 12;
}
