using Unshell.Python.Syntax;
using Unshell.Text;

namespace Unshell.Python.Printing;

/// <summary>f-strings and t-strings.</summary>
internal sealed partial class AstWriter
{
    private TextSpan? wholeString;

    /// <summary>Up to 3.11 the parts of an f-string stand where the whole does.</summary>
    private TextSpan WholeString(Expression part) => wholeString ?? part.Span;

    // Up to 3.11 the first literal's prefix counts for all parts.
    private bool IsUnicode(Constant constant) => wholeString is { } whole
        ? constant is StrConstant && source.Content[whole.Start] == 'u'
        : constant is StrConstant { IsUnicodePrefixed: true };

    private void WriteFormatted(Expression expression)
    {
        var outer = wholeString;
        switch (expression)
        {
            case JoinedStr joined when outer is { } whole:
                Open("JoinedStr");
                wholeString = WriteSpecification(joined, whole);
                break;
            case JoinedStr joined:
                if (form.HasWholeStringPositions) wholeString = joined.Span;
                Open("JoinedStr");
                Field("values", joined.Values);
                break;
            case TemplateStr template:
                Open("TemplateStr");
                Field("values", template.Values);
                break;
            case FormattedValue formatted:
                Open("FormattedValue");
                WriteFieldValue(formatted.Value);
                Number("conversion", (int)formatted.Conversion);
                Field("format_spec", formatted.FormatSpec);
                break;
            case Interpolation interpolation:
                Open("Interpolation");
                WriteFieldValue(interpolation.Value);
                Label("str");
                repr.AppendStr(output, new StrConstant(default, interpolation.Text));
                Number("conversion", (int)interpolation.Conversion);
                Field("format_spec", interpolation.FormatSpec);
                break;
        }

        Close(WholeString(expression));
        wholeString = outer;
    }

    /// <summary>An expression in a field has positions of its own again.</summary>
    private void WriteFieldValue(Expression value)
    {
        var (whole, omits) = (wholeString, omitsPositions);
        wholeString = null;
        omitsPositions |= form.OmitsFieldPositions;
        Field("value", value);
        (wholeString, omitsPositions) = (whole, omits);
    }
}
