using System.Buffers;
using Unshell.Python.Parsing;
using Unshell.Python.Syntax;
using Unshell.Text;

namespace Unshell.Python.Printing;

/// <summary>What versions before 3.12 have otherwise, most of it 3.8, the last one with the old parser.</summary>
internal sealed partial class AstWriter
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\f\r\n\\#:=");

    private bool isKeywordOnly;

    // 3.8 forgets the annotation of a keyword-only parameter.
    private TextSpan NameOf(Parameter parameter)
    {
        var text = source.Content.AsSpan(parameter.Span.Start, parameter.Span.Length);
        var length = text.IndexOfAny(NameEnds);
        return new TextSpan(parameter.Span.Start, length < 0 ? text.Length : length);
    }

    // 3.8 forgets the parentheses around what a call unpacks.
    private TextSpan SpanOf(Starred starred) => starred.IsArgument && form.Minor == 8
        ? TextSpan.FromBounds(starred.Span.Start, starred.Value.Span.End)
        : starred.Span;

    // In 3.8 a block does not reach up to a semicolon behind its last statement.
    private TextSpan BlockSpan(PythonNode block)
    {
        if (form.Minor != 8 || block.Span.IsEmpty || source.Content[block.Span.End - 1] != ';') return block.Span;
        var last = block;
        while (PythonWalk.Children(last) is [.., Statement or ExceptHandler] children) last = children[^1];
        return TextSpan.FromBounds(block.Span.Start, last.Span.End);
    }

    // From 3.9 to 3.11 a format specification and the text at its end stand where the literal does that holds them, one of those side by side.
    private TextSpan WriteSpecification(JoinedStr specification, TextSpan whole)
    {
        var literal = LiteralAround(specification.Span, whole);
        Label("values");
        output.Append('[');
        for (var i = 0; i < specification.Values.Length; i++)
        {
            if (i > 0) output.Append(", ");
            wholeString = i == specification.Values.Length - 1 && specification.Values[i] is StrConstant ? literal : whole;
            Write(specification.Values[i]);
        }

        output.Append(']');
        return literal;
    }

    private TextSpan LiteralAround(TextSpan specification, TextSpan whole)
    {
        if (form.Minor == 8) return whole;
        using var tokens = Lexer.Tokenize(source.Content.Substring(whole.Start, whole.Length));
        var open = new Stack<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens.Items[i];
            if (token.Kind == TokenKind.FStringStart) open.Push(token.Start);
            if (token.Kind != TokenKind.FStringEnd) continue;
            var start = open.Pop();
            if (open.Count > 0) continue;
            var literal = TextSpan.FromBounds(whole.Start + start, whole.Start + token.End);
            if (literal.Contains(specification)) return literal;
        }

        return whole;
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
