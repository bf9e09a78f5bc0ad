using System.Collections.Immutable;
using Unshell.Python.Syntax;

namespace Unshell.Python.Semantics;

/// <summary>The values that a class gives an attribute, in its body or by <c>self.name = …</c> in a method.</summary>
internal static class ClassAttributes
{
    /// <summary>Each value with the scope it is read in; empty where the class does not say.</summary>
    public static ImmutableArray<(Expression Value, Scope Scope)> Of(ClassDef definition, string name, Scope around)
    {
        var module = around.Owner;
        var body = module.ScopeOf(definition, around);
        var found = body.Own(name).OfType<Binding.Assigned>().Select(binding => (binding.Value, body)).ToList();
        foreach (var method in definition.Body.OfType<FunctionDef>())
        {
            if (method.Parameters.Positional is not [var self, ..]) continue;
            var scope = module.ScopeOf(method, around);
            foreach (var node in PythonWalk.All(method, inner => inner == method || inner is not (FunctionDef or ClassDef or Expression)))
            {
                if (node is Assign assign && assign.Targets.Any(target => IsMember(target, self.Name, name))) found.Add((assign.Value, scope));
                else if (node is AnnAssign { Value: { } value } annotated && IsMember(annotated.Target, self.Name, name)) found.Add((value, scope));
            }
        }

        return [.. found];
    }

    private static bool IsMember(Expression target, string self, string name) =>
        target is AttributeRef { Value: Name { Id: var id }, Attribute: var attribute } && id == self && attribute == name;
}
