using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Unshell.Python.Syntax;

namespace Unshell.Python.Semantics;

/// <summary>Values that well-known functions give.</summary>
internal sealed partial class ValueReader
{
    private ImmutableArray<PythonValue> OfCall(Call call, Scope scope, int depth)
    {
        if (call.Function is AttributeRef method && OfMethod(call, method, scope, depth) is { } result) return result;
        if (Names.Resolve(call.Function, scope) is not { } name) return unknown;
        return OfEnvironmentCall(name, call, scope, depth) ?? OfPathCall(name, call, scope, depth) ?? OfConversion(name, call, scope, depth) ?? OfOwnFunction(name, depth);
    }

    private ImmutableArray<PythonValue>? OfEnvironmentCall(string name, Call call, Scope scope, int depth)
    {
        switch (name)
        {
            case "os.getenv" or "os.environ.get" or "os.environ.setdefault" or "os.environ.pop":
                return Variable(call.Arguments.Length > 1 ? call.Arguments[1] : call.KeywordValue("default"), new PythonValue.None());
            case "decouple.config" or "environ.Env()" or "environs.Env()" or "starlette.config.Config()" or "django_environ.Env()" or "decouple.AutoConfig()"
                or "environ.Env().str" or "environ.Env().path" or "environ.Env().int" or "environs.Env().str" or "environs.Env().int" or "environs.Env().path" or "environ.Env().bool":
                return Variable(call.KeywordValue("default") ?? (call.Arguments.Length > 1 ? call.Arguments[1] : null), null);
            case "pydantic.Field" or "pydantic.fields.Field" or "dataclasses.field":
                return (call.KeywordValue("default") ?? call.Arguments.FirstOrDefault()) is { } standard ? Values(standard, scope, depth + 1) : unknown;
            default:
                return null;
        }

        ImmutableArray<PythonValue> Variable(Expression? standard, PythonValue? otherwise)
        {
            if (call.Arguments.IsEmpty || Value(call.Arguments[0], scope) is not PythonValue.Text { Known: { } variable }) return unknown;
            return OfEnvironment(variable, standard is null ? otherwise is null ? null : [otherwise] : Values(standard, scope, depth + 1));
        }
    }

    private ImmutableArray<PythonValue>? OfPathCall(string name, Call call, Scope scope, int depth)
    {
        switch (name)
        {
            case "os.path.join" or "posixpath.join":
                return Joined(call, scope, depth, false);
            case "pathlib.Path" or "pathlib.PurePath" or "pathlib.PosixPath" or "pathlib.PurePosixPath":
                return call.Arguments.IsEmpty ? [PythonValue.Of(".") with { IsPath = true }] : Joined(call, scope, depth, true);
            case "os.path.abspath" or "os.path.realpath" or "os.path.normpath":
                return OfFirst(call, scope, depth, text => Absolute(text, name != "os.path.normpath"));
            case "os.path.dirname":
                return OfFirst(call, scope, depth, PathText.Parent);
            case "os.path.basename":
                return OfFirst(call, scope, depth, text => text.Known is { } known ? PythonValue.Of(known[(known.LastIndexOf('/') + 1)..]) : PythonValue.Concatenate([new PythonValue.Unknown()]));
            case "os.path.expanduser":
                return OfFirst(call, scope, depth, ExpandHome);
            case "os.path.expandvars":
                return OfFirst(call, scope, depth, text => text.Known?.Contains('$', StringComparison.Ordinal) == false ? text : PythonValue.Concatenate([new PythonValue.Unknown()]));
            case "os.fspath" or "builtins.str":
                return OfFirst(call, scope, depth, text => text with { IsPath = false });
            case "os.getcwd":
                return [PythonValue.Of(run.WorkingDirectory)];
            case "pathlib.Path.cwd":
                return [PythonValue.Of(run.WorkingDirectory) with { IsPath = true }];
            case "pathlib.Path.home":
                return [PythonValue.Of(run.Home) with { IsPath = true }];
            case "tempfile.gettempdir":
                return [PythonValue.Of(run.Variables.GetValueOrDefault("TMPDIR", "/tmp"))];
            default:
                return null;
        }
    }

    private ImmutableArray<PythonValue>? OfConversion(string name, Call call, Scope scope, int depth)
    {
        if (call.Arguments.IsEmpty) return null;
        switch (name)
        {
            case "builtins.int":
                return Limited(Values(call.Arguments[0], scope, depth + 1).Select(ToInteger));
            case "builtins.bool" or "builtins.list" or "builtins.tuple":
                return Values(call.Arguments[0], scope, depth + 1);
            case "builtins.getattr" when call.Arguments.Length > 1 && Value(call.Arguments[1], scope) is PythonValue.Text { Known: { } member }:
                var own = Values(new AttributeRef(call.Span, call.Arguments[0], member), scope, depth + 1);
                return call.Arguments.Length > 2 ? Limited(own.Concat(Values(call.Arguments[2], scope, depth + 1))) : own;
            case "shlex.split":
                return Limited(Values(call.Arguments[0], scope, depth + 1).Select(SplitWords));
            default:
                return null;
        }
    }

    private static PythonValue SplitWords(PythonValue value) =>
        value is PythonValue.Text { Known: { } text } && text.AsSpan().IndexOfAny("'\"\\") < 0
            ? new PythonValue.Items([.. text.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(PythonValue.Of)]).Assuming(value.Assumptions)
            : new PythonValue.Unknown();

    private static PythonValue ToInteger(PythonValue value) => value switch
    {
        PythonValue.Integer => value,
        PythonValue.Text { Known: { } text } when BigInteger.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) =>
            new PythonValue.Integer(number).Assuming(value.Assumptions),
        _ => new PythonValue.Unknown(),
    };

    private ImmutableArray<PythonValue> OfOwnFunction(string name, int depth)
    {
        if (Names.FindFunction(name) is not { } function) return unknown;
        var scope = function.Scope.Owner.ScopeOf(function.Definition, function.Scope);
        var results = PythonWalk.All(function.Definition, node => node == function.Definition || node is not (FunctionDef or ClassDef or Expression)).OfType<Return>()
            .Select(result => result.Value).OfType<Expression>().ToArray();
        return results.Length == 0 ? unknown : Limited(results.SelectMany(value => Values(value, scope, depth + 4)));
    }

    private ImmutableArray<PythonValue>? OfMethod(Call call, AttributeRef method, Scope scope, int depth)
    {
        if (method.Attribute is not ("resolve" or "absolute" or "expanduser" or "joinpath" or "as_posix" or "with_suffix" or "with_name" or "format" or "strip" or "rstrip" or "lstrip" or "lower"
            or "upper" or "split" or "get" or "replace" or "copy")) return null;
        var owners = Values(method.Value, scope, depth + 1);
        if (owners.All(owner => owner is PythonValue.Unknown)) return null;
        return Limited(owners.SelectMany(owner => owner switch
        {
            PythonValue.Text { IsPath: true } path => OfPathMethod(path, method.Attribute, call, scope, depth),
            PythonValue.Text text => [TextFormats.Method(text, method.Attribute, [.. call.Arguments.Select(argument => Value(argument, scope))], [.. call.Keywords.Select(keyword => new KeyValuePair<string, PythonValue>(keyword.Name ?? "", Value(keyword.Value, scope)))])],
            PythonValue.Mapping mapping when method.Attribute == "get" && call.Arguments is [var first, ..] && Value(first, scope) is PythonValue.Text { Known: { } key } =>
                mapping[key] is { } found ? [found] : mapping.IsWhole && call.Arguments.Length > 1 ? Values(call.Arguments[1], scope, depth + 1) : unknown,
            _ => unknown,
        }));
    }

    private ImmutableArray<PythonValue> OfPathMethod(PythonValue.Text path, string method, Call call, Scope scope, int depth) => method switch
    {
        "resolve" or "absolute" => [Absolute(path, true)],
        "expanduser" => [ExpandHome(path)],
        "as_posix" => [path with { IsPath = false }],
        "joinpath" => Product([[path], .. call.Arguments.Select(argument => Values(argument, scope, depth + 1))], parts => parts.Select(AsText).Aggregate(PathText.Join) with { IsPath = true }),
        "with_suffix" or "with_name" => [PythonValue.Concatenate([PathText.Parent(path), PythonValue.Of("/"), new PythonValue.Unknown()]) with { IsPath = true }],
        _ => unknown,
    };

    private ImmutableArray<PythonValue> Joined(Call call, Scope scope, int depth, bool isPath)
    {
        if (call.Arguments.IsEmpty || call.Arguments.Any(argument => argument is Starred)) return unknown;
        return Product([.. call.Arguments.Select(argument => Values(argument, scope, depth + 1))], parts => parts.Select(AsText).Aggregate(PathText.Join) with { IsPath = isPath });
    }

    private ImmutableArray<PythonValue> OfFirst(Call call, Scope scope, int depth, Func<PythonValue.Text, PythonValue.Text> change) =>
        call.Arguments is [var first, ..] ? Product([Values(first, scope, depth + 1)], values => values[0] is PythonValue.Unknown ? values[0] : change(AsText(values[0]))) : unknown;

    private PythonValue.Text Absolute(PythonValue.Text path, bool joinsDirectory)
    {
        if (path.Known is { } known) return path with { Pieces = [joinsDirectory || known.StartsWith('/') ? PathText.Absolute(known, run.WorkingDirectory) : known] };
        return !joinsDirectory || path.Beginning.StartsWith('/') ? path : PathText.Join(PythonValue.Of(run.WorkingDirectory), path) with { IsPath = path.IsPath };
    }

    private PythonValue.Text ExpandHome(PythonValue.Text path) =>
        path.Beginning == "~" || path.Beginning.StartsWith("~/", StringComparison.Ordinal)
            ? path with { Pieces = [run.Home.TrimEnd('/') + path.Beginning[1..], .. path.Pieces[1..]] }
            : path;
}
