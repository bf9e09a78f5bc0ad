using System.Collections.Immutable;
using System.Text;

namespace Unshell.Launchers.Code;

/// <summary>
/// F-strings as Python 3.10 reads them: no backslash and none of the literal's own quotes within a replacement field. Where that
/// cannot be, <c>"…{}…".format(…)</c> says the same.
/// </summary>
internal static class FormattedLiteral
{
    /// <summary>An expression with the same value that can be printed: a text, an f-string that can, or a call of <c>format</c>.</summary>
    public static PythonExpression Printable(PythonExpression.Formatted formatted)
    {
        var parts = Join(formatted.Parts);
        if (parts.All(part => part is PythonExpression.Text)) return new PythonExpression.Text(string.Concat(parts.Select(Text)));
        return Fits(parts) ? new PythonExpression.Formatted(parts) : Call(parts);
    }

    /// <summary>The text of an f-string that <see cref="Printable"/> gave.</summary>
    public static string Print(PythonExpression.Formatted formatted)
    {
        var quote = Quote(formatted.Parts);
        var result = new StringBuilder().Append('f').Append(quote);
        foreach (var part in formatted.Parts)
        {
            if (part is PythonExpression.Text text)
            {
                result.Append(Braces(PythonLiteral.Escape(text.Value, quote)));
                continue;
            }

            var field = FieldPrinter.Print(part, Other(quote))!;
            result.Append(field[0] == '{' ? $"{{ {field} }}" : $"{{{field}}}");
        }

        return result.Append(quote).ToString();
    }

    private static bool Fits(ImmutableArray<PythonExpression> parts)
    {
        var other = Other(Quote(parts));
        return parts.All(part => part is PythonExpression.Text || FieldPrinter.Print(part, other) is not null);
    }

    private static PythonExpression.Call Call(ImmutableArray<PythonExpression> parts)
    {
        var pattern = string.Concat(parts.Select(part => part is PythonExpression.Text text ? Braces(text.Value) : "{}"));
        return new PythonExpression.Call(
            new PythonExpression.Attribute(new PythonExpression.Text(pattern), "format"),
            [.. parts.Where(part => part is not PythonExpression.Text).Select(part => new PythonArgument(null, part))]);
    }

    private static ImmutableArray<PythonExpression> Join(ImmutableArray<PythonExpression> parts)
    {
        var joined = ImmutableArray.CreateBuilder<PythonExpression>();
        foreach (var part in parts.SelectMany(part => part is PythonExpression.Formatted inner ? Join(inner.Parts) : [part]))
        {
            if (part is PythonExpression.Text { Value: "" }) continue;
            if (part is PythonExpression.Text text && joined.LastOrDefault() is PythonExpression.Text before)
                joined[^1] = new PythonExpression.Text(before.Value + text.Value);
            else joined.Add(part);
        }

        return joined.ToImmutable();
    }

    private static char Quote(ImmutableArray<PythonExpression> parts) =>
        PythonLiteral.Quote(string.Concat(parts.Where(part => part is PythonExpression.Text).Select(Text)));

    private static string Text(PythonExpression part) => ((PythonExpression.Text)part).Value;

    private static char Other(char quote) => quote == '"' ? '\'' : '"';

    private static string Braces(string text) => text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
