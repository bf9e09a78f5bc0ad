using System.Globalization;
using Unshell.Launchers.Code;
using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Compilation;

/// <summary>Expansions that edit a value, and those that stand for a list.</summary>
internal sealed partial class Emitter
{
    private PythonExpression Edited(ParameterPart parameter, PythonExpression value)
    {
        var literal = parameter.Argument is { } argument ? LiteralPattern(argument) : "";
        var pattern = parameter.Argument is null ? Py.Text("") : Pattern(parameter.Argument.Parts);
        switch (parameter.Operator)
        {
            case "#" or "##":
                if (literal is not null) return Py.Method(value, "removeprefix", Py.Text(literal));
                return Py.Call(parameter.Operator == "#" ? "without_prefix" : "without_longest_prefix", value, pattern);
            case "%" or "%%":
                if (literal is not null) return Py.Method(value, "removesuffix", Py.Text(literal));
                return Py.Call(parameter.Operator == "%" ? "without_suffix" : "without_longest_suffix", value, pattern);
            case "^^" or ",," when parameter.Argument is null or { Parts.IsEmpty: true }:
                return Py.Method(value, parameter.Operator == "^^" ? "upper" : "lower");
            case "^" or "," or "^^" or ",,":
                return Py.Call("change_case", value, Py.Text(parameter.Operator), parameter.Argument is null or { Parts.IsEmpty: true } ? Py.Text("?") : pattern);
            case ":":
                return Slice(parameter, value);
            case "/" or "//" or "/#" or "/%":
                return Replaced(parameter, value, literal, pattern);
            case "@" when parameter.Argument?.Literal is "U" or "L" or "Q":
                return parameter.Argument.Literal switch { "U" => Py.Method(value, "upper"), "L" => Py.Method(value, "lower"), _ => Py.Call("single_quoted", value) };
            default:
                return Refuse(parameter, $"`${{…{parameter.Operator}…}}` is not translated", "say it in another way");
        }
    }

    private PythonExpression Replaced(ParameterPart parameter, PythonExpression value, string? literal, PythonExpression pattern)
    {
        // In bash 5.2 an unquoted & in the replacement is what was matched.
        if (parameter.Second?.Parts.Any(part => part is LiteralPart { IsEscaped: false } text && text.Value.Contains('&', StringComparison.Ordinal)) == true)
            return Refuse(parameter, "an unquoted `&` in a replacement means different things in different versions of bash", "quote the `&`");
        var replacement = Value(parameter.Second);
        if (literal is { Length: > 0 } && parameter.Operator == "//") return Py.Method(value, "replace", Py.Text(literal), replacement);
        if (literal is { Length: > 0 } && parameter.Operator == "/") return Py.Method(value, "replace", Py.Text(literal), replacement, Py.Number(1));
        return Py.Call("replaced", value, pattern, replacement, Py.Text(parameter.Operator));
    }

    private PythonExpression Slice(ParameterPart parameter, PythonExpression value)
    {
        var offset = Constant(parameter.Argument);
        var length = Constant(parameter.Second);
        if (offset is >= 0 && parameter.Second is null) return Py.Item(value, new PythonExpression.Slice(offset == 0 ? null : Py.Number(offset.Value), null));
        if (offset is >= 0 && length is >= 0)
            return Py.Item(value, new PythonExpression.Slice(offset == 0 ? null : Py.Number(offset.Value), Py.Number(offset.Value + length.Value)));
        return parameter.Second is null
            ? Py.Call("part_of", value, ArithmeticOf(parameter.Argument!))
            : Py.Call("part_of", value, ArithmeticOf(parameter.Argument!), ArithmeticOf(parameter.Second));
    }

    private static long? Constant(Word? word) =>
        word?.Literal is { Length: < 10 } text && (text == "0" || !text.StartsWith('0')) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private PythonExpression Length(ParameterPart parameter)
    {
        if (IsList(parameter with { IsLength = false }))
        {
            // In dash `${#@}` is the length of `$*`.
            var items = parameter with { IsLength = false };
            return Py.Call("str", Py.Call("len", IsBash ? Items(items) : Py.Call("os.fsencode", Joined(items))));
        }

        var value = Plainly(parameter, Place(parameter with { IsLength = false }));
        // dash counts bytes.
        return Py.Call("str", Py.Call("len", IsBash ? value : Py.Call("os.fsencode", value)));
    }

    /// <summary>Whether a parameter stands for a list: <c>$@</c>, <c>$*</c>, <c>${a[@]}</c>, <c>${!a[@]}</c>.</summary>
    private static bool IsList(ParameterPart parameter) =>
        !parameter.IsLength && ((parameter.Name is "@" or "*" && !parameter.IsIndirect) || parameter.Index?.Literal is "@" or "*");

    private static bool IsStar(ParameterPart parameter) => parameter.Name == "*" || parameter.Index?.Literal == "*";

    /// <summary>The values a list stands for, as a Python list.</summary>
    private PythonExpression Items(ParameterPart parameter)
    {
        var isArguments = parameter.Name is "@" or "*";
        var items = isArguments ? Arguments : Py.Call(parameter.IsIndirect ? "array_keys" : "elements", Py.Text(parameter.Name));
        if (parameter.Name == "PIPESTATUS") return Refuse(parameter, "`PIPESTATUS` is a variable that bash itself keeps", "use `set -o pipefail`, or test each command");
        if (!isArguments && !parameter.IsIndirect && parameter.Name is "BASH_SOURCE" or "FUNCNAME") items = Py.List([SpecialValue(parameter with { Index = null })!]);
        switch (parameter.Operator)
        {
            case "":
                return items;
            case ":":
                return ItemSlice(parameter, items, isArguments);
            case ":-" or "-":
                return Py.If(TestOf(parameter), items, Py.List(Fields(parameter.Argument!)));
            case ":+" or "+":
                return Py.If(TestOf(parameter), Py.List(Fields(parameter.Argument!)), Py.List([]));
            default:
                return new PythonExpression.Comprehension(Edited(parameter, Py.Name("item")), "item", items, null, IsList: true);
        }
    }

    private PythonExpression ItemSlice(ParameterPart parameter, PythonExpression items, bool isArguments)
    {
        if (isArguments && Constant(parameter.Argument) is >= 1 and var from)
        {
            PythonExpression? last = null;
            if (parameter.Second is { } second)
            {
                if (Constant(second) is not { } count) return Py.Call("items_of", items, Py.Number(from - 1), ArithmeticOf(second));
                last = Py.Number(from - 1 + count);
            }

            return Py.Item(items, new PythonExpression.Slice(from == 1 ? null : Py.Number(from - 1), last));
        }

        if (isArguments) items = Py.List([ScriptName(), Py.Starred(items)]);
        return parameter.Second is null
            ? Py.Call("items_of", items, ArithmeticOf(parameter.Argument!))
            : Py.Call("items_of", items, ArithmeticOf(parameter.Argument!), ArithmeticOf(parameter.Second));
    }

    /// <summary>A list as one text.</summary>
    private PythonExpression Joined(ParameterPart parameter)
    {
        var items = Items(parameter);
        return IsStar(parameter) && facts.ChangesFieldSeparators ? Py.Call("join_by_ifs", items) : Py.Method(Py.Text(" "), "join", items);
    }

    private ParameterPlace ElementPlace(string name, Word index)
    {
        if (name == "PIPESTATUS") Refuse(index, "`PIPESTATUS` is a variable that bash itself keeps", "use `set -o pipefail`, or test each command");
        if (name is "BASH_SOURCE" or "FUNCNAME" && index.Literal == "0") return Place(new ParameterPart(index.Span, name, null, false, false, "", null, null));
        var key = Key(name, index);
        return new ParameterPlace(Py.Call("element", Py.Text(name), key), Py.Call("has_element", Py.Text(name), key));
    }

    /// <summary>A subscript: a text for an associative array, else a number.</summary>
    private PythonExpression Key(string name, Word index) => facts.IsAssociative(name) ? Value(index) : ArithmeticOf(index);
}
