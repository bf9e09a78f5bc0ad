using Unshell.Python.Syntax;
using Unshell.Text;

namespace Unshell.Python.Parsing;

/// <summary>Gathers the texts and fields of strings that stand side by side; texts that touch become one constant.</summary>
internal sealed class StringParts(Pile<Expression> pile)
{
    private readonly StringDecoder decoder = new();
    private readonly int mark = pile.Count;
    private TextSpan textSpan;
    private bool hasText;
    private bool isTextUnicode;

    /// <summary>Whether there was an f-string, be it one without fields.</summary>
    public bool IsFormat { get; set; }

    /// <summary>Adds the text between a literal's quotes, or between two fields; returns why it cannot be decoded, or null.</summary>
    public string? AddText(ReadOnlySpan<char> text, bool isRaw, TextSpan span, bool isUnicode = false)
    {
        if (hasText)
        {
            textSpan = TextSpan.FromBounds(textSpan.Start, span.End);
        }
        else
        {
            decoder.Clear();
            textSpan = span;
            isTextUnicode = isUnicode;
            hasText = true;
        }

        if (isRaw) decoder.AddRaw(text);
        else decoder.AddEscaped(text);
        return decoder.Error;
    }

    /// <summary>Adds a field.</summary>
    public void AddField(Expression field)
    {
        EndText();
        pile.Push(field);
    }

    /// <summary>All parts as one node.</summary>
    public Expression Finish(TextSpan span, bool isTemplate, bool isUnicode)
    {
        if (!IsFormat && !isTemplate)
        {
            pile.Drop(mark);
            return new StrConstant(span, decoder.ToString()) { IsUnicodePrefixed = isUnicode, CodePoints = decoder.CodePoints() };
        }

        EndText();
        var values = pile.Take(mark);
        return isTemplate ? new TemplateStr(span, values) : new JoinedStr(span, values);
    }

    /// <summary>All parts as a format specification.</summary>
    public JoinedStr FinishSpecification(TextSpan span)
    {
        EndText();
        return new JoinedStr(span, pile.Take(mark));
    }

    private void EndText()
    {
        if (hasText && decoder.Length > 0)
            pile.Push(new StrConstant(textSpan, decoder.ToString()) { IsUnicodePrefixed = isTextUnicode, CodePoints = decoder.CodePoints() });
        hasText = false;
    }
}
