using System.Globalization;
using Unshell.Launchers.Code;
using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Compilation;

/// <summary><c>test</c> and <c>[</c>: as plain Python where the number of arguments is known, else decided when it runs.</summary>
internal sealed partial class Emitter
{
    private CommandCode Test(SimpleCommand command, ReadOnlySpan<Word> words)
    {
        if (words[0].Literal == "[")
        {
            if (words[^1].Literal != "]")
            {
                Refuse(command, "`]` is missing at the end of `[`", "close the test");
                return new CommandCode.Done(2);
            }

            words = words[..^1];
        }

        words = words[1..];
        var isFixed = true;
        foreach (var word in words) isFixed &= IsOneField(word);
        if (isFixed && words.Length <= 9 && TestTerms(words.ToArray(), isTested) is { } truth) return truth;
        return new CommandCode.Status(Py.Call("test_command", AllFields(words)));
    }

    /// <summary>A test of a fixed number of arguments, after the rules of XCU `test`; null where they leave it open.</summary>
    private CommandCode? TestTerms(Word[] words, bool ignoresErrors)
    {
        switch (words)
        {
            case []:
                return new CommandCode.Done(1);
            case [var only]:
                return new CommandCode.Truth(Value(only) is PythonExpression.Text text ? text.Value.Length > 0 ? Py.True : Py.False : AsBoolean(Value(only)));
            case [{ Literal: "!" }, var operand]:
                return new CommandCode.Truth(Py.Not(Value(operand)));
            case [{ Literal: { } unary }, var operand]:
                return FileTest(unary, operand) is { } test ? new CommandCode.Truth(test) : null;
            case [var left, { Literal: { } binary }, var right] when BinaryTest(left, binary, right, ignoresErrors) is { } comparison:
                return new CommandCode.Truth(comparison);
            case [{ Literal: "!" }, .. var rest] when rest.Length is 2 or 3:
                return TestTerms(rest, ignoresErrors) is CommandCode.Truth inner ? new CommandCode.Truth(Py.Not(inner.Expression)) : null;
        }

        // With -a and -o the shells agree where each side is a test that cannot be read in another way.
        var at = Array.FindIndex(words, word => word.Literal is "-o");
        var symbol = "or";
        if (at < 0) (at, symbol) = (Array.FindIndex(words, word => word.Literal is "-a"), "and");
        if (at is 2 or 3 && words.Length - at - 1 >= 2 && TestTerms(words[..at], ignoresErrors) is CommandCode.Truth first && TestTerms(words[(at + 1)..], ignoresErrors) is CommandCode.Truth second)
            return new CommandCode.Truth(symbol == "or" ? Py.Or(first.Expression, second.Expression) : Py.And(first.Expression, second.Expression));
        return null;
    }

    private PythonExpression? FileTest(string symbol, Word operand)
    {
        if (symbol is "-t")
            return operand.Literal is { } number && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var descriptor) ? Py.Call("is_terminal", Py.Number(descriptor)) : null;
        var value = Value(operand);
        return symbol switch
        {
            "-z" => Py.Not(AsCondition(value)),
            "-n" => AsBoolean(value),
            "-e" or "-a" => Py.Call("os.path.exists", value),
            "-f" => Py.Call("os.path.isfile", value),
            "-d" => Py.Call("os.path.isdir", value),
            "-L" or "-h" => Py.Call("os.path.islink", value),
            "-r" => Py.Call("os.access", value, Py.Name("os.R_OK")),
            "-w" => Py.Call("os.access", value, Py.Name("os.W_OK")),
            "-x" => Py.Call("os.access", value, Py.Name("os.X_OK")),
            "-s" or "-S" or "-p" or "-b" or "-c" or "-u" or "-g" or "-k" or "-O" or "-G" => Py.Call("is_file", Py.Text(symbol), value),
            _ => null,
        };
    }

    private PythonExpression? BinaryTest(Word left, string symbol, Word right, bool ignoresErrors)
    {
        switch (symbol)
        {
            case "=" or "==" or "!=" when symbol != "==" || IsBash:
                var (first, second) = (Value(left), Value(right));
                var equal = second is PythonExpression.Text { Value: "" } ? Py.Not(AsCondition(first))
                    : first is PythonExpression.Text { Value: "" } ? Py.Not(AsCondition(second))
                    : Py.Binary(first, "==", second);
                return symbol == "!=" ? Py.Not(equal) : equal;
            case "-nt" or "-ot" or "-ef":
                return Py.Call("compare_files", Value(left), Py.Text(symbol), Value(right));
            case "-eq" or "-ne" or "-gt" or "-ge" or "-lt" or "-le":
                var comparison = symbol switch { "-eq" => "==", "-ne" => "!=", "-gt" => ">", "-ge" => ">=", "-lt" => "<", _ => "<=" };
                if (TestNumber(left) is { } a && TestNumber(right) is { } b) return Py.Binary(a, comparison, b);
                // What is no number gives status 2, which a condition cannot tell from 1.
                return ignoresErrors ? Py.Call("compare", Value(left), Py.Text(comparison), Value(right)) : null;
            default:
                return null;
        }
    }

    /// <summary>A word that is surely a number, as one.</summary>
    private PythonExpression? TestNumber(Word word)
    {
        if (word.Literal is { Length: > 0 and < 18 } text && text.TrimStart('-').Length > 0 && text.TrimStart('-').All(char.IsAsciiDigit) && text.LastIndexOf('-') <= 0)
            return Py.Number(long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        var part = word.Parts is [DoubleQuotedPart { Parts: [var inner] }] ? inner : word.Parts is [var only] ? only : null;
        return part switch
        {
            ParameterPart { Name: "#", Operator: "", IsLength: false } => Py.Call("len", Arguments),
            ParameterPart { Name: "?", Operator: "" } => StatusValue,
            ParameterPart { IsLength: true } length when Length(length) is PythonExpression.Call { Arguments: [var count] } => count.Value,
            ArithmeticSubstitution arithmetic => Wrapped(arithmetic.Expression),
            _ => null,
        };
    }

    /// <summary>A text as a condition: whether it is not empty; a default of "" is left out.</summary>
    private static PythonExpression AsCondition(PythonExpression text) => WithoutDefault(text);

    private static PythonExpression AsBoolean(PythonExpression text) => AsCondition(text);
}
