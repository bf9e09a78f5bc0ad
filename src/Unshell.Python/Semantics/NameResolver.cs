using System.Collections.Immutable;
using Unshell.Python.Syntax;

namespace Unshell.Python.Semantics;

/// <summary>
/// Says what an expression names, through imports, aliases, the project's own modules and instances of classes:
/// <c>subprocess.run</c>, <c>builtins.open</c>, <c>flask.Flask().run</c> for a method of an instance.
/// </summary>
internal sealed class NameResolver(PythonProject project)
{
    private const int DeepestChain = 24;

    // What these give is a path again; a chain of them is one path.
    private static readonly ImmutableHashSet<string> pathMembers = ImmutableHashSet.Create(
        StringComparer.Ordinal, "parent", "resolve()", "absolute()", "expanduser()", "joinpath()", "with_suffix()", "with_name()", "home()", "cwd()");

    /// <summary>The settings module of Django, or null.</summary>
    public string? DjangoSettings { get; set; }

    /// <summary>The dotted name, or null where the files do not tell.</summary>
    public string? Resolve(Expression expression, Scope scope) => Resolve(expression, scope, 0);

    /// <summary>The class of the project that a resolved name means, with the scope around it, or null.</summary>
    public (ClassDef Definition, Scope Scope)? FindClass(string name) =>
        FindBinding(name) is ({ } scope, Binding.Class found) ? (found.Definition, scope) : null;

    /// <summary>The function of the project that a resolved name means, with the scope around it, or null.</summary>
    public (FunctionDef Definition, Scope Scope)? FindFunction(string name) =>
        FindBinding(name) is ({ } scope, Binding.Function found) ? (found.Definition, scope) : null;

    private (Scope Scope, Binding Binding)? FindBinding(string name)
    {
        var dot = name.LastIndexOf('.');
        if (dot < 0 || project.Find(name[..dot]) is not { } module) return null;
        return module.TopScope.Own(name[(dot + 1)..]) is [.., var last] ? (module.TopScope, last) : null;
    }

    private string? Resolve(Expression expression, Scope scope, int depth)
    {
        if (depth > DeepestChain) return null;
        switch (expression)
        {
            case Name name:
                return OfName(name, scope, depth);
            case AttributeRef attribute:
                return Resolve(attribute.Value, scope, depth + 1) is { } owner ? Member(owner, attribute.Attribute, depth) : null;
            case Call call:
                return Resolve(call.Function, scope, depth + 1) is { } callee ? Result(callee, depth) : null;
            case Await { Value: var awaited }:
                return Resolve(awaited, scope, depth + 1);
            case BinOp { Operator: BinaryOperator.Div } division:
                return Resolve(division.Left, scope, depth + 1) is "pathlib.Path()" ? "pathlib.Path()" : null;
            case StrConstant or JoinedStr:
                return "builtins.str()";
            default:
                return null;
        }
    }

    private string? OfName(Name name, Scope scope, int depth)
    {
        if (SelfClass(name.Id, scope) is { } self) return self;
        var bindings = scope.Lookup(name.Id);
        if (bindings.IsEmpty) return OfStarImport(name.Id, scope, depth) ?? "builtins." + name.Id;
        // The last binding is in force when functions run; one that says nothing (x = None after a failed import) leaves the one before.
        return bindings.Reverse().Select(binding => OfBinding(name.Id, binding, scope, depth + 1)).FirstOrDefault(found => found is not null);
    }

    private string? OfBinding(string name, Binding binding, Scope scope, int depth) => binding switch
    {
        Binding.ImportedModule imported => imported.Module,
        Binding.ImportedName imported => MemberOfModule(imported.Module, imported.Name, depth),
        Binding.Function or Binding.Class => $"{scope.Owner.Name}.{name}",
        // A name that stands for itself (x = x or 1) would never end; the depth ends it.
        Binding.Assigned assigned => Resolve(assigned.Value, scope, depth + 1),
        Binding.Entered entered => Resolve(entered.Context, scope, depth + 1),
        Binding.Argument { Parameter.Annotation: { } annotation } => Resolve(annotation, scope, depth + 1) is { } type && !type.StartsWith("builtins.", StringComparison.Ordinal) ? type + "()" : null,
        _ => null,
    };

    private string? OfStarImport(string name, Scope scope, int depth) =>
        scope.Root.Own("*").OfType<Binding.ImportedName>()
            .Select(star => project.Find(star.Module) is { } module && module.TopScope.Bindings.ContainsKey(name) ? MemberOfModule(star.Module, name, depth + 1) : null)
            .FirstOrDefault(found => found is not null);

    /// <summary>The first parameter of a method is an instance of its class.</summary>
    private static string? SelfClass(string name, Scope scope)
    {
        for (var inner = scope; inner is not null; inner = inner.Parent)
        {
            if (inner.Node is not FunctionDef { Parameters.Positional: [var first, ..] } || inner.Parent is not { Kind: ScopeKind.Class, Node: ClassDef definition }) continue;
            return first.Name == name ? $"{scope.Owner.Name}.{definition.Name}()" : null;
        }

        return null;
    }

    private string? MemberOfModule(string module, string name, int depth)
    {
        if (depth > DeepestChain || project.Find(module) is not { } own) return module + "." + name;
        var bindings = own.TopScope.Own(name);
        if (bindings.IsEmpty && OfStarImport(name, own.TopScope, depth + 1) is { } starred) return starred;
        var found = bindings.Reverse().Select(binding => OfBinding(name, binding, own.TopScope, depth + 1)).FirstOrDefault(result => result is not null);
        return found ?? module + "." + name;
    }

    private string? Member(string owner, string name, int depth)
    {
        if (owner == "django.conf.settings" && DjangoSettings is { } settings) return MemberOfModule(settings, name, depth + 1);
        if (project.Find(owner) is not null) return MemberOfModule(owner, name, depth + 1);
        var type = owner.EndsWith("()", StringComparison.Ordinal) ? owner[..^2] : owner;
        if (FindClass(type) is { } found)
        {
            var values = ClassAttributes.Of(found.Definition, name, found.Scope);
            return values.Select(value => Resolve(value.Value, value.Scope, depth + 2)).FirstOrDefault(result => result is not null) ?? owner + "." + name;
        }

        return Shortened(owner + "." + name);
    }

    private string? Result(string callee, int depth)
    {
        if (FindFunction(callee) is not { } function || depth > DeepestChain / 2) return Shortened(callee + "()");
        var scope = function.Scope.Owner.ScopeOf(function.Definition, function.Scope);
        return PythonWalk.All(function.Definition, node => node == function.Definition || node is not (FunctionDef or ClassDef or Expression)).OfType<Return>()
            .Select(result => result.Value is { } value ? Resolve(value, scope, depth + 4) : null)
            .FirstOrDefault(found => found is not null) ?? callee + "()";
    }

    private static string Shortened(string name)
    {
        foreach (var prefix in (string[])["pathlib.Path().", "pathlib.Path.", "pathlib.PosixPath().", "pathlib.PurePath()."])
            if (name.StartsWith(prefix, StringComparison.Ordinal) && pathMembers.Contains(name[prefix.Length..])) return "pathlib.Path()";
        return name is "pathlib.PosixPath()" or "pathlib.PurePath()" or "pathlib.PurePosixPath()" ? "pathlib.Path()" : name;
    }
}
