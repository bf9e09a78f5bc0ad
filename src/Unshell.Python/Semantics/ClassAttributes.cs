using System.Collections.Immutable;
using Unshell.Python.Syntax;

namespace Unshell.Python.Semantics;

/// <summary>The values that a class gives its attributes, in its body or by <c>self.name = …</c> in a method. Filled once a class.</summary>
internal sealed class ClassAttributes
{
    private readonly Dictionary<string, List<(Expression Value, Scope Scope)>> values = new(StringComparer.Ordinal);

    private ClassAttributes(ClassDef definition, Scope around)
    {
        var module = around.Owner;
        var body = module.ScopeOf(definition, around);
        foreach (var (name, bindings) in body.Bindings)
            foreach (var assigned in bindings.OfType<Binding.Assigned>()) Add(name, assigned.Value, body);
        foreach (var method in definition.Body.OfType<FunctionDef>())
        {
            if (method.Parameters.Positional is not [var self, ..]) continue;
            var scope = module.ScopeOf(method, around);
            foreach (var node in PythonWalk.All(method, inner => inner == method || inner is not (FunctionDef or ClassDef or Expression)))
            {
                if (node is Assign assign)
                    foreach (var target in assign.Targets) AddMember(target, self.Name, assign.Value, scope);
                else if (node is AnnAssign { Value: { } value } annotated) AddMember(annotated.Target, self.Name, value, scope);
            }
        }
    }

    /// <summary>Each value with the scope it is read in; empty where the class does not say.</summary>
    public static ImmutableArray<(Expression Value, Scope Scope)> Of(ClassDef definition, string name, Scope around)
    {
        var known = around.Owner.Attributes;
        if (!known.TryGetValue(definition, out var attributes)) known[definition] = attributes = new ClassAttributes(definition, around);
        return attributes.values.TryGetValue(name, out var found) ? [.. found] : [];
    }

    private void AddMember(Expression target, string self, Expression value, Scope scope)
    {
        if (target is AttributeRef { Value: Name { Id: var id }, Attribute: var attribute } && id == self) Add(attribute, value, scope);
    }

    private void Add(string name, Expression value, Scope scope)
    {
        if (!values.TryGetValue(name, out var list)) values[name] = list = [];
        list.Add((value, scope));
    }
}
