using Unshell.Python.Syntax;
using Unshell.Text;

namespace Unshell.Python.Printing;

/// <summary>f-strings, and the older forms of strings and indexes.</summary>
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
            case JoinedStr joined:
                if (form.HasWholeStringPositions) wholeString ??= joined.Span;
                Open("JoinedStr");
                WriteParts(joined);
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
                PythonRepr.AppendStr(output, new StrConstant(default, interpolation.Text));
                Number("conversion", (int)interpolation.Conversion);
                Field("format_spec", interpolation.FormatSpec);
                break;
        }

        Close(WholeString(expression));
        wholeString = outer;
    }

    private void WriteParts(JoinedStr joined) => Field("values", joined.Values);

    /// <summary>An expression in a field has positions of its own again.</summary>
    private void WriteFieldValue(Expression value)
    {
        var (whole, omits) = (wholeString, omitsPositions);
        wholeString = null;
        omitsPositions |= form.OmitsFieldPositions;
        Field("value", value);
        (wholeString, omitsPositions) = (whole, omits);
    }

    // 3.8 has Index and ExtSlice around what stands in the brackets.
    private void WriteIndex(Expression index)
    {
        if (form.Minor >= 9 || index is Slice)
        {
            Field("slice", index);
        }
        else if (index is TupleExpr tuple && tuple.Elements.Any(element => element is Slice))
        {
            Label("slice");
            Open("ExtSlice");
            Label("dims");
            output.Append('[');
            for (var i = 0; i < tuple.Elements.Length; i++)
            {
                if (i > 0) output.Append(", ");
                if (tuple.Elements[i] is Slice) Write(tuple.Elements[i]);
                else WriteIndexNode(tuple.Elements[i]);
            }

            output.Append("])");
            isFirst = false;
        }
        else
        {
            Label("slice");
            WriteIndexNode(index);
        }
    }

    private void WriteIndexNode(Expression value)
    {
        Open("Index");
        Field("value", value);
        output.Append(')');
        isFirst = false;
    }
}
