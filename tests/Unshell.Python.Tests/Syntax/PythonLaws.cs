using Unshell.Python.Printing;
using Unshell.Python.Syntax;
using Unshell.Text;

namespace Unshell.Python.Tests.Syntax;

/// <summary>What holds for the tree of any text; the tests and the fuzzer ask the same.</summary>
internal static class PythonLaws
{
    /// <summary>The law that a text breaks, or null.</summary>
    public static string? Broken(string text)
    {
        var syntax = PythonSyntax.Parse(new SourceText("file.py", text));
        return BrokenByDiagnostics(syntax) ?? BrokenByTree(syntax) ?? BrokenByPrinting(syntax);
    }

    private static string? BrokenByDiagnostics(PythonSyntax syntax)
    {
        var whole = syntax.Source.FullSpan;
        if (syntax.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Span.Length < 0 || !whole.Contains(diagnostic.Span)) is { } outside)
            return $"the diagnostic `{outside.Message}` leaves the text";
        if (syntax.Features.FirstOrDefault(feature => feature.Span.Length < 0 || !whole.Contains(feature.Span)) is { } feature)
            return $"the feature {feature.Name} leaves the text";
        if (syntax.Comments.Any(comment => !whole.Contains(comment) || syntax.Source.TextOf(comment) is not ['#', ..])) return "a comment does not begin with #";
        if (syntax.IsPython2 && syntax.Diagnostics.IsEmpty) return "a Python 2 file has no diagnostic";
        var hasError = PythonWalk.All(syntax.Module).Any(node => node is ErrorStatement);
        return hasError && syntax.Diagnostics.IsEmpty ? "a broken statement has no diagnostic" : null;
    }

    private static string? BrokenByTree(PythonSyntax syntax)
    {
        var open = new Stack<(PythonNode Node, int Height)>([(syntax.Module, 1)]);
        while (open.TryPop(out var next))
        {
            var (node, height) = next;
            if (height > PythonSyntax.GreatestHeight) return "the tree is higher than promised";
            if (node.Span.Length < 0) return $"{node.GetType().Name} ends before it begins";
            var last = -1;
            foreach (var child in PythonWalk.Children(node))
            {
                open.Push((child, height + 1));
                // The text of {x=} stands before its field and lies inside it, as in CPython.
                if (child.Span.Start < last && node is not (JoinedStr or TemplateStr)) return $"{child.GetType().Name} in {node.GetType().Name} is out of order";
                last = child.Span.Start;
                var isDecorator = node is FunctionDef { Decorators: var function } && function.Any(one => ReferenceEquals(one, child))
                    || node is ClassDef { Decorators: var type } && type.Any(one => ReferenceEquals(one, child));
                if (isDecorator ? child.Span.End > node.Span.Start : !node.Span.Contains(child.Span))
                    return $"{child.GetType().Name} {child.Span} leaves {node.GetType().Name} {node.Span}";
            }
        }

        return null;
    }

    private static string? BrokenByPrinting(PythonSyntax syntax)
    {
        var again = PythonSyntax.Parse(syntax.Source);
        if (AstPrinter.Print(again) != AstPrinter.Print(syntax)) return "the same text gave two trees";
        for (var minor = AstPrinter.OldestMinor; minor < AstPrinter.NewestMinor; minor++)
        {
            if (!AstPrinter.Print(syntax, minor).StartsWith("Module(", StringComparison.Ordinal)) return "a version prints no module";
        }

        return null;
    }
}
