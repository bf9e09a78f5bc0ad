using System.Globalization;
using Unshell.Launchers.Code;
using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Compilation;

/// <summary>Parameters: what <c>$name</c> and <c>${…}</c> stand for.</summary>
internal sealed partial class Emitter
{
    /// <summary>Where a parameter's value is.</summary>
    /// <param name="Value">Its value, empty where it is not set.</param>
    /// <param name="IsSet">Whether it is set.</param>
    private readonly record struct ParameterPlace(PythonExpression Value, PythonExpression IsSet);

    private PythonExpression Store(string name) => facts.IsShellVariable(name) || trapped.Contains(name) ? Py.Name("variables") : Py.Environment;

    /// <summary>The value of a parameter that is no list.</summary>
    private PythonExpression Parameter(ParameterPart parameter)
    {
        if (parameter.Operator == "bad") return Refuse(parameter, "the shell stops here with `bad substitution`", "mend the expansion");
        if (parameter.IsLength) return Length(parameter);
        if (parameter.IsIndirect && parameter.Operator is "*" or "@") return Refuse(parameter, "names of variables by prefix are not translated", "write the names");
        var place = Place(parameter);
        return parameter.Operator switch
        {
            "" => Plainly(parameter, place),
            ":-" or "-" or ":=" or "=" or ":?" or "?" or ":+" or "+" => Conditionally(parameter, place),
            _ => Edited(parameter, Plainly(parameter, place)),
        };
    }

    private PythonExpression Plainly(ParameterPart parameter, ParameterPlace place)
    {
        if (!Has(ShellOptions.NoUnset) || place.IsSet.Equals(Py.True)) return place.Value;
        if (parameter.IsIndirect || parameter.Index is not null) return Py.If(place.IsSet, place.Value, Py.Call("unbound", Py.Text(parameter.Name)));
        if (int.TryParse(parameter.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return Py.Call("needed_argument", Arguments, Py.Number(number));
        return Py.Call("needed", Store(parameter.Name), Py.Text(parameter.Name));
    }

    private PythonExpression TestOf(ParameterPart parameter)
    {
        if (IsList(parameter))
        {
            var items = Items(parameter with { Operator = "", Argument = null });
            return parameter.Operator[0] == ':' ? Py.Call("any", items) : items;
        }

        var place = Place(parameter);
        return parameter.Operator[0] == ':' ? place.Value : place.IsSet;
    }

    private PythonExpression Conditionally(ParameterPart parameter, ParameterPlace place)
    {
        var word = Value(parameter.Argument);
        switch (parameter.Operator)
        {
            case ":-":
                return word is PythonExpression.Text { Value: "" } ? place.Value : Py.Or(WithoutDefault(place.Value), word);
            case "-":
                if (place.IsSet.Equals(Py.True)) return place.Value;
                return IsPlainGet(place.Value) && IsPure(word) ? WithDefault(place.Value, word) : Py.If(place.IsSet, place.Value, word);
            case ":=" or "=":
                var assigned = Py.Call("assigned", Py.Text(parameter.Name), word);
                return parameter.Operator == ":=" ? Py.Or(WithoutDefault(place.Value), assigned) : Py.If(place.IsSet, place.Value, assigned);
            case ":?" or "?":
                var message = parameter.Argument is { Parts.IsEmpty: false } ? word
                    : Py.Text(parameter.Operator == "?" ? "parameter not set" : IsBash ? "parameter null or not set" : "parameter not set or null");
                var missing = Py.Call("not_set", Py.Text(parameter.Name), message);
                return parameter.Operator == ":?" ? Py.Or(WithoutDefault(place.Value), missing) : Py.If(place.IsSet, place.Value, missing);
            default:
                return Py.If(parameter.Operator == ":+" ? WithoutDefault(place.Value) : place.IsSet, word, Py.Text(""));
        }
    }

    private static bool IsPlainGet(PythonExpression value) => value is PythonExpression.Call
    {
        Function: PythonExpression.Attribute { Member: "get" }, Arguments: [_, { Value: PythonExpression.Text { Value: "" } }],
    };

    /// <summary><c>get(name, "")</c> as <c>get(name)</c>, where None is as good as the empty text.</summary>
    private static PythonExpression WithoutDefault(PythonExpression value) =>
        IsPlainGet(value) && value is PythonExpression.Call call ? call with { Arguments = [call.Arguments[0]] } : value;

    private static PythonExpression WithDefault(PythonExpression value, PythonExpression word) =>
        value is PythonExpression.Call call ? call with { Arguments = [call.Arguments[0], new PythonArgument(null, word)] } : value;

    /// <summary>Whether evaluating it early changes nothing.</summary>
    private static bool IsPure(PythonExpression value) => value switch
    {
        PythonExpression.Text => true,
        PythonExpression.Formatted formatted => formatted.Parts.All(IsPure),
        PythonExpression.Logical { Operands: var operands } => operands.All(IsPure),
        PythonExpression.Call { Function: PythonExpression.Attribute { Member: "get" } } => true,
        PythonExpression.Subscript => true,
        _ => false,
    };

    private ParameterPlace Place(ParameterPart parameter)
    {
        if (parameter is { IsIndirect: true, Name: "#" })
            return new ParameterPlace(Py.Call("argument", Arguments, Py.Call("len", Arguments)), Py.Binary(Py.Call("len", Arguments), ">", Py.Number(0)));
        if (parameter.IsIndirect)
        {
            var name = Plainly(parameter, Place(parameter with { IsIndirect = false }));
            return new ParameterPlace(Py.Call("value_of", name), Py.Call("is_set", name));
        }

        if (parameter.Index is { } index) return ElementPlace(parameter.Name, index);
        if (int.TryParse(parameter.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            if (number == 0) return new ParameterPlace(ScriptName(), Py.True);
            return new ParameterPlace(
                Py.Call("argument", Arguments, Py.Number(number)),
                Py.Binary(Py.Call("len", Arguments), ">=", Py.Number(number)));
        }

        if (prefixed.TryGetValue(parameter.Name, out var given)) return new ParameterPlace(given, Py.True);
        if (SpecialValue(parameter) is { } special) return new ParameterPlace(special, parameter.Name == "FUNCNAME" && part.Function is null ? Py.False : Py.True);
        var key = Py.Text(parameter.Name);
        if (facts.IsArray(parameter.Name))
            return new ParameterPlace(Py.Call("element", key, Py.Number(0)), Py.Call("has_element", key, Py.Number(0)));
        var store = Store(parameter.Name);
        if (part.Known.Contains(parameter.Name)) return new ParameterPlace(Py.Item(store, key), Py.True);
        return new ParameterPlace(Py.Method(store, "get", key, Py.Text("")), Py.Binary(key, "in", store));
    }

    private PythonExpression? SpecialValue(ParameterPart parameter)
    {
        switch (parameter.Name)
        {
            case "#":
                return Py.Call("str", Py.Call("len", Arguments));
            case "?":
                return keepsEveryStatus ? StatusPlace : Py.Call("str", StatusPlace);
            case "$":
                UseConstant("SHELL_PID", Py.Call("os.getpid"));
                return Py.Call("str", Py.Name("SHELL_PID"));
            case "!":
                return Py.Method(Py.Name("variables"), "get", Py.Text("!"), Py.Text(""));
            case "-":
                return Py.Text(OptionLetters());
            case "PPID":
                return Py.Call("str", Py.Call("os.getppid"));
        }

        return IsBash && !facts.IsShellVariable(parameter.Name) ? BashVariable(parameter) : null;
    }

    private PythonExpression? BashVariable(ParameterPart parameter)
    {
        switch (parameter.Name)
        {
            case "UID":
                return Py.Call("str", Py.Call("os.getuid"));
            case "EUID":
                return Py.Call("str", Py.Call("os.geteuid"));
            case "BASHPID":
                return Py.Call("str", Py.Call("os.getpid"));
            case "BASH_VERSION":
                return Py.Text("5.2.15(1)-release");
            case "LINENO":
                return Py.Text(file.Source.PositionOf(parameter.Span.Start).Line.ToString(CultureInfo.InvariantCulture));
            case "HOSTNAME":
                return Py.Method(Py.Environment, "get", Py.Text("HOSTNAME"), new PythonExpression.Attribute(Py.Call("os.uname"), "nodename"));
            case "BASH_SOURCE":
                return ScriptName();
            case "FUNCNAME":
                return Py.Text(part.Function ?? "");
            case "RANDOM":
                return Py.Call("random_number");
            case "SECONDS":
                UseConstant("STARTED", Py.Call("time.monotonic"));
                return Py.Call("str", Py.Call("int", Py.Binary(Py.Call("time.monotonic"), "-", Py.Name("STARTED"))));
            case "PIPESTATUS" or "BASH_LINENO" or "BASH_COMMAND" or "BASH_SUBSHELL" or "DIRSTACK" or "GROUPS" or "BASH_ENV" or "EPOCHREALTIME" or "EPOCHSECONDS":
                return Refuse(parameter, $"`{parameter.Name}` is a variable that bash itself keeps", "say in another way what the script needs of it");
            default:
                return null;
        }
    }

    private string OptionLetters()
    {
        var letters = "";
        if (Has(ShellOptions.ErrorExit)) letters += "e";
        if (Has(ShellOptions.NoGlob)) letters += "f";
        if (Has(ShellOptions.NoUnset)) letters += "u";
        if (Has(ShellOptions.Trace)) letters += "x";
        return IsBash ? letters + "hB" : letters;
    }

    private void UseConstant(string name, PythonExpression value)
    {
        var statement = Py.Assign(Py.Name(name), value);
        if (!Constants.Any(known => known is PythonStatement.Assign { Target: PythonExpression.Name target } && target.Identifier == name)) Constants.Add(statement);
    }

    /// <summary>What <c>$0</c> was: the script beside the launcher.</summary>
    private PythonExpression ScriptName()
    {
        if (!source.IsScript) return Py.Text(IsBash ? "bash" : "sh");
        var name = source.Text.Path[(source.Text.Path.LastIndexOf('/') + 1)..];
        UseConstant("SCRIPT", Py.Call("os.path.join", Py.Call("os.path.dirname", Py.Item(Py.Name("sys.argv"), Py.Number(0))), Py.Text(name)));
        return Py.Name("SCRIPT");
    }
}
