using System.Globalization;
using Unshell.Launchers.Code;
using Unshell.Shell.Syntax;
using Unshell.Text;

namespace Unshell.Launchers.Compilation;

/// <summary>Arithmetic on 64-bit integers, as Python's integers that are cut to size where it matters.</summary>
internal sealed partial class Emitter
{
    private PythonExpression Decimal(ArithmeticExpression expression) => Number(expression) is PythonExpression.Number known
        ? Py.Text(known.Value.ToString(CultureInfo.InvariantCulture))
        : Py.Call("decimal", Number(expression));

    /// <summary>An expression as a condition: whether it is not 0.</summary>
    private PythonExpression Truth(ArithmeticExpression expression)
    {
        switch (expression)
        {
            case ArithmeticExpression.Parenthesized inner:
                return Truth(inner.Inner);
            case ArithmeticExpression.Prefix { Operator: "!" } not:
                return Py.Not(Truth(not.Inner));
            case ArithmeticExpression.Binary { Operator: "&&" or "||" } logical:
                return logical.Operator == "&&" ? Py.And(Truth(logical.Left), Truth(logical.Right)) : Py.Or(Truth(logical.Left), Truth(logical.Right));
            case ArithmeticExpression.Binary { Operator: "==" or "!=" or "<" or "<=" or ">" or ">=" } comparison:
                return Py.Binary(Wrapped(comparison.Left), comparison.Operator, Wrapped(comparison.Right));
            default:
                return Py.Binary(Wrapped(expression), "!=", Py.Number(0));
        }
    }

    private PythonExpression Number(ArithmeticExpression expression)
    {
        switch (expression)
        {
            case ArithmeticExpression.Operand operand:
                return Operand(operand.Word);
            case ArithmeticExpression.Parenthesized inner:
                return Number(inner.Inner);
            case ArithmeticExpression.Prefix { Operator: "++" or "--" } step:
                return AssignNumber(step.Inner, Py.Binary(Number(step.Inner), step.Operator[..1], Py.Number(1)));
            case ArithmeticExpression.Suffix step:
                var changed = AssignNumber(step.Inner, Py.Binary(Number(step.Inner), step.Operator[..1], Py.Number(1)));
                return Py.Binary(changed, step.Operator == "++" ? "-" : "+", Py.Number(1));
            case ArithmeticExpression.Prefix { Operator: "!" }:
                return Py.Call("int", Truth(expression));
            case ArithmeticExpression.Prefix { Operator: "+" } plus:
                return Number(plus.Inner);
            case ArithmeticExpression.Prefix { Operator: "-" } minus when Number(minus.Inner) is PythonExpression.Number known:
                return Py.Number(-known.Value);
            case ArithmeticExpression.Prefix prefix:
                return new PythonExpression.Unary(prefix.Operator, Number(prefix.Inner));
            case ArithmeticExpression.Conditional choice:
                return Py.If(Truth(choice.Test), Number(choice.Then), Number(choice.Else));
            case ArithmeticExpression.Binary binary:
                return Calculated(binary);
            default:
                return Refuse(expression, "the text becomes an expression only when its variables are put in", "write the operators outside of the variables");
        }
    }

    private PythonExpression Calculated(ArithmeticExpression.Binary binary)
    {
        switch (binary.Operator)
        {
            case "+" or "-" or "*" or "&" or "|" or "^":
                return Py.Binary(Number(binary.Left), binary.Operator, Number(binary.Right));
            case "/" or "%" when IsBash && !Has(ShellOptions.ErrorExit) && Number(binary.Right) is not PythonExpression.Number { Value: not 0 }:
                if (Number(binary.Right) is PythonExpression.Number) return Refuse(binary, "it divides by zero, after which bash goes on with the next line", "leave it out");
                Note(LauncherNoteKind.Review, binary, "where this divides by zero bash goes on with the next line; the launcher ends with status 1");
                return Py.Call(binary.Operator == "/" ? "divided" : "remainder", Wrapped(binary.Left), Wrapped(binary.Right));
            case "/":
                return Py.Call("divided", Wrapped(binary.Left), Wrapped(binary.Right));
            case "%":
                return Py.Call("remainder", Wrapped(binary.Left), Wrapped(binary.Right));
            case "**":
                return Py.Call("power", Wrapped(binary.Left), Wrapped(binary.Right));
            case "<<" or ">>":
                var count = Number(binary.Right) is PythonExpression.Number { Value: >= 0 and < 64 } known ? known : Py.Binary(Wrapped(binary.Right), "&", Py.Number(63));
                return Py.Binary(Wrapped(binary.Left), binary.Operator, count);
            case ",":
                return Py.Item(Py.Tuple(Number(binary.Left), Number(binary.Right)), Py.Number(1));
            case "=":
                return AssignNumber(binary.Left, Number(binary.Right));
            case "==" or "!=" or "<" or "<=" or ">" or ">=" or "&&" or "||":
                return Py.Call("int", Truth(binary));
            default:
                return AssignNumber(binary.Left, Calculated(binary with { Operator = binary.Operator[..^1] }));
        }
    }

    /// <summary>A value that fits into 64 bits.</summary>
    private PythonExpression Wrapped(ArithmeticExpression expression)
    {
        var value = Number(expression);
        return value is PythonExpression.Binary or PythonExpression.Unary or PythonExpression.Conditional ? Py.Call("wrapped", value) : value;
    }

    private PythonExpression Operand(Word word)
    {
        if (word.Literal is { } literal)
        {
            if (literal.Length > 0 && char.IsAsciiDigit(literal[0])) return LiteralNumber(word, literal);
            if (SimpleCommands.IsName(literal)) return Valued(Parameter(new ParameterPart(word.Span, literal, null, false, false, "", null, null)));
        }

        if (Element(word) is { } element) return Py.Call("integer", Py.Call("element", Py.Text(element.Name), Key(element.Name, element.Index)));
        if (word.Parts is [ParameterPart { Name: "#" or "@" or "*", Operator: "", IsLength: var isLength } count] && (count.Name == "#" || isLength))
            return Py.Call("len", Arguments);
        if (word.Parts is [ParameterPart { Name: "?", Operator: "" }]) return StatusValue;
        return Valued(Value(word));
    }

    /// <summary>A text as a number; of <c>str(n)</c>, n itself.</summary>
    private static PythonExpression Valued(PythonExpression text) => text is PythonExpression.Call { Function: PythonExpression.Name { Identifier: "str" }, Arguments: [var only] }
        ? only.Value
        : Py.Call("integer", text);

    private PythonExpression LiteralNumber(Word word, string text)
    {
        if (IsBash && text.Split('#') is [{ Length: 1 or 2 } radix, { Length: > 0 } digitsOf] && int.TryParse(radix, NumberStyles.None, CultureInfo.InvariantCulture, out var own) && own is >= 2 and <= 16 && TryDigits(digitsOf, own, out var based))
            return Py.Number(based);
        var isValid = text switch
        {
            ['0', 'x' or 'X', .. var digits] => TryDigits(digits, 16, out _),
            ['0', _, ..] => TryDigits(text[1..], 8, out _),
            _ => TryDigits(text, 10, out _),
        };
        if (!isValid)
            return Refuse(word, $"the shell stops here: `{text}` is no number that every shell knows", "write the number in decimal");
        TryDigits(text switch { ['0', 'x' or 'X', .. var digits] => digits, ['0', _, ..] => text[1..], _ => text }, text is ['0', 'x' or 'X', ..] ? 16 : text is ['0', _, ..] ? 8 : 10, out var value);
        return Py.Number(value);
    }

    private static bool TryDigits(string digits, int radix, out long value)
    {
        value = 0;
        if (digits.Length is 0 or > 18) return digits.Length == 19 && radix == 10 && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
        foreach (var c in digits)
        {
            var digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : 99;
            if (digit >= radix) return false;
            value = unchecked((value * radix) + digit);
        }

        return value >= 0;
    }

    private (string Name, Word Index)? Element(Word word)
    {
        if (word.Parts is not [LiteralPart first, ..] || first.Value.IndexOf('[', StringComparison.Ordinal) is not (> 0 and var open)) return null;
        var name = first.Value[..open];
        var text = file.Source.TextOf(word.Span);
        if (!SimpleCommands.IsName(name) || !text.EndsWith(']') || !text.StartsWith(name + "[", StringComparison.Ordinal)) return null;
        var parsed = ShellSyntax.Parse(new SourceText(file.Source.Path, $"${{{text}}}"), ShellDialect.Bash);
        return parsed.Root.Statements is [{ Command: SimpleCommand { Words: [{ Parts: [ParameterPart { Index: { } index }] }] } }] ? (name, index) : null;
    }

    private PythonExpression AssignNumber(ArithmeticExpression place, PythonExpression value)
    {
        if (place is ArithmeticExpression.Operand { Word: var word })
        {
            if (word.Literal is { } name && SimpleCommands.IsName(name)) return Py.Call("assign_number", Py.Text(name), value);
            if (Element(word) is { } element) return Py.Call("assign_element", Py.Text(element.Name), Key(element.Name, element.Index), value);
        }

        return Refuse(place, "which variable is assigned is known only when it runs", "write the variable's name");
    }

    /// <summary>An expression for its effect.</summary>
    private void EmitArithmetic(ArithmeticExpression expression)
    {
        switch (expression)
        {
            case ArithmeticExpression.Binary { Operator: "," } both:
                EmitArithmetic(both.Left);
                EmitArithmetic(both.Right);
                break;
            case ArithmeticExpression.Prefix { Operator: "++" or "--", Inner: ArithmeticExpression.Operand { Word.Literal: { } name } } step when SimpleCommands.IsName(name):
                EmitAssignment(name, Py.Call("decimal", Py.Binary(Number(step.Inner), step.Operator[..1], Py.Number(1))), expression);
                break;
            case ArithmeticExpression.Suffix { Inner: ArithmeticExpression.Operand { Word.Literal: { } name } } step when SimpleCommands.IsName(name):
                EmitAssignment(name, Py.Call("decimal", Py.Binary(Number(step.Inner), step.Operator[..1], Py.Number(1))), expression);
                break;
            case ArithmeticExpression.Binary { Operator: "=", Left: ArithmeticExpression.Operand { Word.Literal: { } name } } assignment when SimpleCommands.IsName(name):
                EmitAssignment(name, Decimal(assignment.Right), expression);
                break;
            default:
                Emit(Number(expression));
                break;
        }
    }

    /// <summary>The number that a word of arithmetic stands for: a subscript, an offset, an argument of <c>let</c>.</summary>
    private PythonExpression ArithmeticOf(Word word)
    {
        if (Constant(word) is { } constant) return Py.Number(constant);
        var text = word.Literal ?? file.Source.TextOf(word.Span);
        var (outer, outerStandIn) = (file, standIn);
        standIn ??= (file, word);
        file = ShellSyntax.Parse(new SourceText(file.Source.Path, $"$(({text}))"), file.Dialect);
        var value = file.Root.Statements is [{ Command: SimpleCommand { Words: [{ Parts: [ArithmeticSubstitution arithmetic] }] } }]
            ? Number(arithmetic.Expression)
            : Refuse(word, "this is no arithmetic expression as it stands", "write the expression plainly");
        (file, standIn) = (outer, outerStandIn);
        return value;
    }
}
