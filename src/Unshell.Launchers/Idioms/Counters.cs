using System.Collections.Immutable;
using System.Globalization;
using Unshell.Launchers.Assembly;
using Unshell.Launchers.Code;

namespace Unshell.Launchers.Idioms;

/// <summary>
/// Variables that the script only counts with: <c>tries=0 … tries=$((tries + 1))</c>. They become Python integers. One difference is
/// left, which a note tells: were a variable of that name in the container's environment, programs would not see it change.
/// </summary>
internal sealed class Counters(string variable) : PythonRewriter
{
    /// <summary>The document with counters as integers, and their names.</summary>
    public static (PythonBlock Main, ImmutableArray<string> Names) Rewrite(PythonBlock main, ImmutableArray<PythonStatement.Function> functions)
    {
        var taken = PythonNames.In(PythonPrinter.Print([.. functions, new PythonStatement.Function("main", [], null, main)]))
            .Select(PythonNames.Root).ToHashSet(StringComparer.Ordinal);
        var used = new VariableUses();
        used.Rewrite(main);
        var elsewhere = new VariableUses();
        foreach (var function in functions) elsewhere.Rewrite(function.Body);
        var names = used.Counted.Where(name => !used.Other.Contains(name) && !elsewhere.Names.Contains(name)
            && !taken.Contains(name) && IsPythonName(name)).Order(StringComparer.Ordinal).ToImmutableArray();
        return (names.Aggregate(main, (block, name) => new Counters(name).Rewrite(block)), names);
    }

    protected override PythonExpression Change(PythonExpression expression)
    {
        if (IsVariable(expression)) return Shapes.Call("str", Counter);
        if (Shapes.Argument(expression, "integer") is { } number && IsText(number)) return Counter;
        if (Shapes.Argument(expression, "str") is { } text && IsText(text)) return text;
        if (expression is PythonExpression.Formatted formatted)
            return new PythonExpression.Formatted([.. formatted.Parts.Select(part => IsText(part) ? Counter : part)]);
        if (Shapes.Arguments(expression, "compare") is [var left, PythonExpression.Text { Value: not "!=" and var operation }, var right] && (IsText(left) || IsText(right)))
            return new PythonExpression.Binary(Operand(left), operation, Operand(right));
        return expression;
    }

    protected override IEnumerable<PythonStatement> Change(PythonStatement statement)
    {
        if (statement is not PythonStatement.Assign { Operator: "=" } assign || !IsText(assign.Target)) return [statement];
        if (assign.Value is PythonExpression.Text text)
            return [assign with { Target = Counter, Value = Shapes.Number(long.Parse(text.Value, CultureInfo.InvariantCulture)) }];
        var sum = (PythonExpression.Binary)Shapes.Argument(assign.Value, "decimal")!;
        return [assign with { Target = Counter, Operator = sum.Operator + "=", Value = sum.Right }];
    }

    private PythonExpression Counter => Shapes.Name(variable);

    private bool IsVariable(PythonExpression expression) => VariableUses.NameOf(expression) == variable;

    private bool IsText(PythonExpression expression) => Shapes.Argument(expression, "str") is PythonExpression.Name name && name.Identifier == variable;

    private PythonExpression Operand(PythonExpression text) => text switch
    {
        _ when IsText(text) => Counter,
        PythonExpression.Text { Value: var digits } when VariableUses.IsPlainNumber(digits) => Shapes.Number(long.Parse(digits, CultureInfo.InvariantCulture)),
        _ => Shapes.Call("as_integer", text),
    };

    private static bool IsPythonName(string name) =>
        name.Length > 2 && name.All(c => char.IsAsciiLetterLower(c) || c == '_') && !LauncherAssembler.IsReserved(name) && !RuntimeParts.Has(name);
}

/// <summary>How the script's variables are used.</summary>
internal sealed class VariableUses : PythonRewriter
{
    /// <summary>Variables that are given a number or counted up or down somewhere.</summary>
    public HashSet<string> Counted { get; } = new(StringComparer.Ordinal);

    /// <summary>Variables that are used in a way that no counter is.</summary>
    public HashSet<string> Other { get; } = new(StringComparer.Ordinal);

    /// <summary>All variables.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>The variable of <c>variables["name"]</c>; else null.</summary>
    public static string? NameOf(PythonExpression expression) => expression is PythonExpression.Subscript
    {
        Target: PythonExpression.Name { Identifier: "variables" }, Index: PythonExpression.Text { Value: var name },
    }
        ? name
        : null;

    /// <summary>Whether a text is a number as Python and the shell write it.</summary>
    public static bool IsPlainNumber(string text) => text == "0" || (text is [>= '1' and <= '9', ..] && text.Length < 16 && text.All(char.IsAsciiDigit));

    protected override IEnumerable<PythonStatement> Change(PythonStatement statement)
    {
        if (statement is PythonStatement.Assign assign && NameOf(assign.Target) is { } name) (IsCounting(assign, name) ? Counted : Other).Add(name);
        // A nested function has variables of its own.
        if (statement is PythonStatement.Function function)
        {
            var inside = new VariableUses();
            inside.Rewrite(function.Body);
            Other.UnionWith(inside.Names);
        }

        return [statement];
    }

    protected override PythonExpression Change(PythonExpression expression)
    {
        if (NameOf(expression) is { } name) Names.Add(name);
        // Whatever is named in another way: variables.get("name"), export("name"), unset("name").
        if (expression is PythonExpression.Call { Function: var function } call
            && function is PythonExpression.Attribute { Target: PythonExpression.Name { Identifier: "variables" } } or PythonExpression.Name { Identifier: not ("run" or "execute" or "write" or "compare" or "print") })
        {
            foreach (var argument in call.Arguments)
            {
                if (argument.Value is PythonExpression.Text text) Other.Add(text.Value);
            }
        }

        // `name=1 function` gives a variable a value for a while.
        if (expression is PythonExpression.Dictionary dictionary) Other.UnionWith(dictionary.Items.Select(item => item.Key).OfType<PythonExpression.Text>().Select(key => key.Value));
        if (expression is PythonExpression.Binary { Left: PythonExpression.Text left, Right: PythonExpression.Name { Identifier: "variables" } }) Other.Add(left.Value);
        return expression;
    }

    private static bool IsCounting(PythonStatement.Assign assign, string name) => assign.Operator == "=" && (assign.Value is PythonExpression.Text text
        ? IsPlainNumber(text.Value)
        : Shapes.Argument(assign.Value, "decimal") is PythonExpression.Binary { Operator: "+" or "-", Right: PythonExpression.Number } sum
            && Shapes.Argument(sum.Left, "integer") is { } counter && NameOf(counter) == name);
}
