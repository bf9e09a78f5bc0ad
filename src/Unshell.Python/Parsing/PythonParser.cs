using Unshell.Python.Syntax;
using Unshell.Text;

namespace Unshell.Python.Parsing;

/// <summary>Reads a whole file.</summary>
internal static class PythonParser
{
    public static PythonSyntax ParseFile(SourceText source) => new()
    {
        Source = source,
        Module = new Module(source.FullSpan, [new ErrorStatement(source.FullSpan, [])]),
        Comments = [],
        Diagnostics = [new Diagnostic(DiagnosticSeverity.Error, source.FullSpan, "cannot read Python yet")],
        IsPython2 = false,
    };
}
