using Unshell.Launchers.Code;
using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Compilation;

/// <summary><c>[[ … ]]</c>.</summary>
internal sealed partial class Emitter
{
    private CommandCode.Truth Conditional(ConditionalCommand command) => new CommandCode.Truth(Truth(command.Expression), IsPure: false);

    private PythonExpression Truth(ConditionalExpression expression)
    {
        switch (expression)
        {
            case ConditionalExpression.Parenthesized inner:
                return Truth(inner.Inner);
            case ConditionalExpression.Not not:
                return Py.Not(Truth(not.Operand));
            case ConditionalExpression.Logical logical:
                return logical.IsAnd ? Py.And(Truth(logical.Left), Truth(logical.Right)) : Py.Or(Truth(logical.Left), Truth(logical.Right));
            case ConditionalExpression.Unary { Operator: "" } word:
                return Value(word.Operand) is PythonExpression.Text text ? text.Value.Length > 0 ? Py.True : Py.False : AsBoolean(Value(word.Operand));
            case ConditionalExpression.Unary { Operator: "-v" } set:
                return IsVariableSet(set);
            case ConditionalExpression.Unary { Operator: "-o" or "-R" } asked:
                return Refuse(asked, "it asks for an option of the shell", "say what the script needs to know");
            case ConditionalExpression.Unary unary:
                return FileTest(unary.Operator, unary.Operand) ?? Refuse(unary, $"the test `{unary.Operator}` is not translated", "use another test");
            case ConditionalExpression.Binary binary:
                return Compared(binary);
            default:
                return Py.False;
        }
    }

    private PythonExpression IsVariableSet(ConditionalExpression.Unary set)
    {
        if (set.Operand.LiteralOrGlob is not { } name) return Py.Call("is_set", Value(set.Operand));
        if (name.IndexOf('[', StringComparison.Ordinal) is > 0 and var open && name.EndsWith(']') && name[(open + 1)..^1] is not ("@" or "*"))
        {
            var key = name[(open + 1)..^1];
            var index = new Word(set.Operand.Span, [new LiteralPart(set.Operand.Span, key, false)]) { Literal = key };
            return Py.Call("has_element", Py.Text(name[..open]), Key(name[..open], index));
        }

        if (!SimpleCommands.IsName(name))
            return Refuse(set, "`-v` asks for an element of an array", "test the element's value");
        return facts.IsArray(name) ? Py.Call("has_element", Py.Text(name), Py.Number(0)) : Py.Binary(Py.Text(name), "in", Store(name));
    }

    private PythonExpression Compared(ConditionalExpression.Binary binary)
    {
        var left = Value(binary.Left);
        switch (binary.Operator)
        {
            case "=" or "==":
                return Matches(left, binary.Right);
            case "!=":
                return Py.Not(Matches(left, binary.Right));
            case "<" or ">":
                return Py.Binary(left, binary.Operator, Value(binary.Right));
            case "=~":
                return Py.Call("matches_regex", left, Regex(binary.Right));
            case "-nt" or "-ot" or "-ef":
                return Py.Call("compare_files", left, Py.Text(binary.Operator), Value(binary.Right));
            case "-eq" or "-ne" or "-gt" or "-ge" or "-lt" or "-le":
                var symbol = binary.Operator switch { "-eq" => "==", "-ne" => "!=", "-gt" => ">", "-ge" => ">=", "-lt" => "<", _ => "<=" };
                return Py.Binary(Compared(binary.Left), symbol, Compared(binary.Right));
            default:
                return Refuse(binary, $"the test `{binary.Operator}` is not translated", "use another test");
        }
    }

    private PythonExpression Compared(Word word) => TestNumber(word) ?? (word.Literal is not null ? ArithmeticOf(word) : Valued(Value(word)));

    /// <summary>A POSIX regular expression as text; what is quoted stands for itself.</summary>
    private PythonExpression Regex(Word word) => Py.Join(word.Parts.SelectMany(part => part switch
    {
        LiteralPart { IsEscaped: true } literal => [Py.Text("\\" + literal.Value)],
        LiteralPart literal => [Py.Text(literal.Value)],
        SingleQuotedPart or DoubleQuotedPart or AnsiQuotedPart => Pieces(part).Select(piece => Py.Call("regex_literal", piece)),
        _ => Pieces(part),
    }));
}
