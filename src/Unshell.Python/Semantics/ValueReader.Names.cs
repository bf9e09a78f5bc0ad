using System.Collections.Immutable;
using System.Globalization;
using Unshell.Python.Syntax;

namespace Unshell.Python.Semantics;

/// <summary>Values behind names, attributes and subscripts.</summary>
internal sealed partial class ValueReader
{
    private ImmutableArray<PythonValue> OfName(Name name, Scope scope, int depth)
    {
        if (name.Id == "__file__" && scope.Lookup(name.Id).IsEmpty) return [PythonValue.Of(scope.Owner.ImagePath)];
        if (name.Id == "__name__" && scope.Lookup(name.Id).IsEmpty) return [PythonValue.Of(scope.Owner.Name)];
        var bindings = scope.Lookup(name.Id);
        // x = join(x, "y") refines what x is already, mostly under a condition; what was first assigned says where it is.
        var first = bindings.Where(binding => binding is not Binding.Assigned { Value: var value } || !Mentions(value, name.Id)).ToImmutableArray();
        if (!first.IsEmpty) bindings = first;
        return bindings.IsEmpty ? ThroughModule(name, scope, depth) : Limited(bindings.SelectMany(binding => OfBinding(name.Id, binding, ScopeOf(name.Id, scope), depth + 1)));
    }

    private static bool Mentions(Expression value, string name) => PythonWalk.All(value).Any(node => node is Name found && found.Id == name);

    /// <summary>The scope in which a name's own binding stands, so that its value is read there.</summary>
    private static Scope ScopeOf(string name, Scope scope)
    {
        for (var inner = scope; inner is not null; inner = inner.Parent)
            if (!inner.Own(name).IsEmpty && (inner.Kind != ScopeKind.Class || inner == scope)) return inner;
        return scope.Root;
    }

    private ImmutableArray<PythonValue> OfBinding(string name, Binding binding, Scope scope, int depth) => binding switch
    {
        Binding.Assigned assigned => Values(assigned.Value, scope, depth + 1),
        Binding.ImportedName imported => OfModuleMember(imported.Module, imported.Name, depth + 1),
        Binding.Argument argument => OfParameter(argument.Parameter, scope, depth + 1),
        Binding.Item item => Limited(Values(item.Items, scope, depth + 1).SelectMany(items => items is PythonValue.Items list ? list.Values : unknown)),
        _ => unknown,
    };

    /// <summary>What the callers give; the default where one gives nothing, and where no caller is known.</summary>
    private ImmutableArray<PythonValue> OfParameter(Parameter parameter, Scope scope, int depth)
    {
        var standard = parameter.Default is { } value ? [.. Values(value, scope.Parent ?? scope, depth + 1).Select(found => found.Assuming([$"{parameter.Name} is not given"]))] : unknown;
        var given = scope.Node is FunctionDef function && depth < Deepest / 2 ? calls.Given(function, parameter) : [];
        return given.IsEmpty
            ? Limited([.. standard, new PythonValue.Unknown()])
            : Limited(given.SelectMany(site => site.Value is { } argument ? Values(argument, site.Scope, depth + 2) : standard));
    }

    private ImmutableArray<PythonValue> ThroughModule(Name name, Scope scope, int depth)
    {
        foreach (var star in scope.Root.Own("*").OfType<Binding.ImportedName>())
            if (project.Find(star.Module)?.TopScope.Bindings.ContainsKey(name.Id) == true) return OfModuleMember(star.Module, name.Id, depth + 1);
        return unknown;
    }

    private ImmutableArray<PythonValue> OfModuleMember(string module, string name, int depth)
    {
        if (depth > Deepest || project.Find(module) is not { } own) return WellKnown(module + "." + name);
        var bindings = own.TopScope.Own(name);
        if (bindings.IsEmpty)
        {
            var star = own.TopScope.Own("*").OfType<Binding.ImportedName>().FirstOrDefault(imported => project.Find(imported.Module)?.TopScope.Bindings.ContainsKey(name) == true);
            return star is null ? unknown : OfModuleMember(star.Module, name, depth + 1);
        }

        return Limited(bindings.SelectMany(binding => OfBinding(name, binding, own.TopScope, depth + 1)));
    }

    private ImmutableArray<PythonValue> OfAttribute(AttributeRef attribute, Scope scope, int depth)
    {
        if (Values(attribute.Value, scope, depth + 1) is [PythonValue.Text { IsPath: true } path]) return OfPathMember(path, attribute.Attribute);
        if (Names.Resolve(attribute.Value, scope) is not { } owner) return unknown;
        if (owner == "django.conf.settings" && Names.DjangoSettings is { } settings) return OfModuleMember(settings, attribute.Attribute, depth + 1);
        if (project.Find(owner) is not null) return OfModuleMember(owner, attribute.Attribute, depth + 1);
        var type = owner.EndsWith("()", StringComparison.Ordinal) ? owner[..^2] : owner;
        if (Names.FindClass(type) is not { } found) return WellKnown(owner + "." + attribute.Attribute);
        var values = ClassAttributes.Of(found.Definition, attribute.Attribute, found.Scope);
        if (values.IsEmpty) return unknown;
        var own = Limited(values.SelectMany(value => Values(value.Value, value.Scope, depth + 1)));
        if (IsSettingsClass(found.Definition, found.Scope)) return [.. own.Select(value => OfSetting(attribute.Attribute, value))];
        // An empty text is a place-holder that something else fills in.
        return [.. own.Select(value => value is PythonValue.Text { Known: "" or "." } ? new PythonValue.Unknown() : value)];
    }

    /// <summary>A class whose attributes the environment overrides by name: pydantic's settings.</summary>
    private bool IsSettingsClass(ClassDef definition, Scope scope) => definition.Bases.Any(parent =>
        Names.Resolve(parent, scope) is "pydantic.BaseSettings" or "pydantic_settings.BaseSettings"
        || (Names.Resolve(parent, scope) is { } name && Names.FindClass(name) is { } above && above.Definition != definition && IsSettingsClass(above.Definition, above.Scope)));

    private PythonValue OfSetting(string attribute, PythonValue standard)
    {
        var set = run.Variables.FirstOrDefault(variable => variable.Key.Equals(attribute, StringComparison.OrdinalIgnoreCase));
        return set.Key is null ? standard.Assuming([$"{attribute.ToUpperInvariant()} is not set"]) : PythonValue.Of(set.Value);
    }

    private static ImmutableArray<PythonValue> OfPathMember(PythonValue.Text path, string member) => member switch
    {
        "parent" => [PathText.Parent(path)],
        "name" when path.Known is { } known => [PythonValue.Of(known[(known.LastIndexOf('/') + 1)..])],
        _ => unknown,
    };

    private static ImmutableArray<PythonValue> WellKnown(string name) => name switch
    {
        "os.sep" or "os.path.sep" => [PythonValue.Of("/")],
        "os.devnull" => [PythonValue.Of("/dev/null")],
        "os.pardir" or "os.path.pardir" => [PythonValue.Of("..")],
        "os.curdir" or "os.path.curdir" => [PythonValue.Of(".")],
        "os.name" => [PythonValue.Of("posix")],
        "sys.platform" => [PythonValue.Of("linux")],
        _ => unknown,
    };

    private ImmutableArray<PythonValue> OfSubscript(Subscript subscript, Scope scope, int depth)
    {
        var index = Values(subscript.Index, scope, depth + 1);
        if (Names.Resolve(subscript.Value, scope) is "os.environ") return index is [PythonValue.Text { Known: { } name }] ? OfEnvironment(name, null) : unknown;
        if (index is [PythonValue.Integer at] && Values(subscript.Value, scope, depth + 1) is [PythonValue.Text { IsPath: true }] && subscript.Value is AttributeRef { Attribute: "parents" }) return unknown;
        if (subscript.Value is AttributeRef { Attribute: "parents", Value: var below } && index is [PythonValue.Integer { Value: var steps }] && steps >= 0 && steps < 32
            && Values(below, scope, depth + 1) is [PythonValue.Text { IsPath: true } path])
        {
            for (var i = 0; i <= (int)steps; i++) path = PathText.Parent(path);
            return [path];
        }

        return Limited(Values(subscript.Value, scope, depth + 1).SelectMany(value => (value, index) switch
        {
            (PythonValue.Mapping mapping, [PythonValue.Text { Known: { } key }]) when mapping[key] is { } found => [found],
            (PythonValue.Items items, [PythonValue.Integer { Value: var i }]) when i >= 0 && i < items.Values.Length => [items.Values[(int)i]],
            _ => unknown,
        }));
    }

    /// <summary>A variable of the environment: what the image sets, else the default, else nothing that is known.</summary>
    private ImmutableArray<PythonValue> OfEnvironment(string name, ImmutableArray<PythonValue>? standard)
    {
        if (run.Variables.TryGetValue(name, out var value)) return [PythonValue.Of(value)];
        if (run.UnknownVariables.Contains(name)) return unknown;
        return standard is { } values ? [.. values.Select(found => found.Assuming([string.Create(CultureInfo.InvariantCulture, $"{name} is not set")]))] : unknown;
    }
}
