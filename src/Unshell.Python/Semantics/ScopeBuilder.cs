using System.Collections.Immutable;
using Unshell.Python.Syntax;

namespace Unshell.Python.Semantics;

/// <summary>Finds which names each module, function and class binds.</summary>
internal sealed class ScopeBuilder
{
    private readonly Dictionary<PythonNode, Scope> scopes = new(ReferenceEqualityComparer.Instance);
    private readonly PythonModule module;

    private ScopeBuilder(PythonModule module) => this.module = module;

    /// <summary>The scopes of a module by the node that introduces them.</summary>
    public static IReadOnlyDictionary<PythonNode, Scope> Build(PythonModule module)
    {
        var builder = new ScopeBuilder(module);
        var tree = module.Syntax.Module;
        var scope = new Scope(ScopeKind.Module, tree, null) { Owner = module };
        builder.scopes[tree] = scope;
        foreach (var statement in tree.Body) builder.Visit(statement, scope);
        return builder.scopes;
    }

    /// <summary>The absolute name of the module that <c>from</c> names.</summary>
    /// <param name="import">The statement.</param>
    /// <param name="module">The module it stands in.</param>
    /// <returns>Null where the dots lead out of the top package.</returns>
    public static string? Absolute(ImportFrom import, PythonModule module)
    {
        if (import.Level == 0) return import.Module;
        var parts = module.Name.Length == 0 ? [] : module.Name.Split('.').ToList();
        var drop = import.Level - (module.IsPackage ? 1 : 0);
        if (drop > parts.Count) return null;
        parts.RemoveRange(parts.Count - drop, drop);
        if (import.Module is { } rest) parts.Add(rest);
        return string.Join('.', parts);
    }

    private void Visit(PythonNode node, Scope scope)
    {
        switch (node)
        {
            case FunctionDef function:
                scope.Bind(function.Name, new Binding.Function(function));
                foreach (var decorator in function.Decorators) Visit(decorator, scope);
                VisitFunction(function, function.Parameters, function.Body, scope);
                return;
            case Lambda lambda:
                VisitFunction(lambda, lambda.Parameters, [lambda.Body], scope);
                return;
            case ClassDef definition:
                scope.Bind(definition.Name, new Binding.Class(definition));
                VisitAll(definition.Decorators, scope);
                VisitAll(definition.Bases, scope);
                VisitAll(definition.Body, Inner(ScopeKind.Class, definition, scope));
                return;
            case ListComp or SetComp or DictComp or GeneratorExp:
                VisitAll(PythonWalk.Children(node), Inner(ScopeKind.Function, node, scope));
                return;
            case NamedExpr named:
                scope.Bind(named.Target.Id, new Binding.Assigned(named.Value));
                break;
            default:
                Bind(node, scope);
                break;
        }

        VisitAll(PythonWalk.Children(node), scope);
    }

    private void VisitAll<T>(ImmutableArray<T> nodes, Scope scope)
        where T : PythonNode
    {
        foreach (var node in nodes) Visit(node, scope);
    }

    private void VisitFunction<T>(PythonNode node, Parameters parameters, ImmutableArray<T> body, Scope scope)
        where T : PythonNode
    {
        var inner = Inner(ScopeKind.Function, node, scope);
        foreach (var parameter in parameters.PositionalOnly.Concat(parameters.Positional).Concat(parameters.KeywordOnly))
        {
            if (parameter.Default is { } value) Visit(value, scope);
            inner.Bind(parameter.Name, new Binding.Argument(parameter));
        }

        foreach (var rest in new[] { parameters.Variadic, parameters.VariadicKeywords }.OfType<Parameter>()) inner.Bind(rest.Name, new Binding.Opaque());
        VisitAll(body, inner);
    }

    private Scope Inner(ScopeKind kind, PythonNode node, Scope parent)
    {
        var scope = new Scope(kind, node, parent);
        scopes[node] = scope;
        return scope;
    }

    private void Bind(PythonNode node, Scope scope)
    {
        switch (node)
        {
            case Import import:
                foreach (var alias in import.Names)
                {
                    if (alias.AsName is { } name) scope.Bind(name, new Binding.ImportedModule(alias.Name));
                    else scope.Bind(alias.Name.Split('.')[0], new Binding.ImportedModule(alias.Name.Split('.')[0]));
                }

                break;
            case ImportFrom import when Absolute(import, module) is { } from:
                foreach (var alias in import.Names) scope.Bind(alias.AsName ?? alias.Name, new Binding.ImportedName(from, alias.Name));
                break;
            case Assign assign:
                foreach (var target in assign.Targets) BindTarget(target, assign.Value, scope);
                break;
            case AnnAssign { Value: { } value } assign:
                BindTarget(assign.Target, value, scope);
                break;
            case AugAssign { Target: Name target }:
                scope.Bind(target.Id, new Binding.Opaque());
                break;
            case For loop:
                BindNames(loop.Target, new Binding.Item(loop.Iterable), scope);
                break;
            case Comprehension comprehension:
                BindNames(comprehension.Target, new Binding.Item(comprehension.Iterable), scope);
                break;
            case WithItem { Target: { } target } item:
                BindNames(target, new Binding.Entered(item.ContextExpression), scope);
                break;
            case ExceptHandler { Name: { } name }:
                scope.Bind(name, new Binding.Opaque());
                break;
            case MatchAs { Name: { } name }:
                scope.Bind(name, new Binding.Opaque());
                break;
            case MatchStar { Name: { } name }:
                scope.Bind(name, new Binding.Opaque());
                break;
            case Global global:
                scope.DeclareOuter(global.Names);
                break;
        }
    }

    private static void BindTarget(Expression target, Expression value, Scope scope)
    {
        var values = value is TupleExpr tuple && !tuple.Elements.Any(element => element is Starred) ? tuple.Elements : [];
        if (target is TupleExpr { Elements: var targets } && targets.Length == values.Length)
        {
            for (var i = 0; i < targets.Length; i++) BindTarget(targets[i], values[i], scope);
            return;
        }

        BindNames(target, new Binding.Assigned(value), scope);
    }

    /// <summary>A name takes the binding; names inside an unpacked target are opaque.</summary>
    private static void BindNames(Expression target, Binding binding, Scope scope)
    {
        switch (target)
        {
            case Name name:
                scope.Bind(name.Id, binding);
                break;
            case Starred starred:
                BindNames(starred.Value, new Binding.Opaque(), scope);
                break;
            case TupleExpr { Elements: var elements }:
                foreach (var element in elements) BindNames(element, new Binding.Opaque(), scope);
                break;
            case List { Elements: var elements }:
                foreach (var element in elements) BindNames(element, new Binding.Opaque(), scope);
                break;
        }
    }
}
