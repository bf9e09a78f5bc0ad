using System.Collections.Immutable;
using Unshell.Python.Syntax;

namespace Unshell.Python.Semantics;

/// <summary>What introduced a scope.</summary>
internal enum ScopeKind
{
    /// <summary>The file.</summary>
    Module,
    /// <summary>A function, lambda or comprehension.</summary>
    Function,
    /// <summary>A class body, whose names its methods do not see.</summary>
    Class,
}

/// <summary>The names of a module, function or class. Filled by <see cref="ScopeBuilder"/>, then only read.</summary>
internal sealed class Scope(ScopeKind kind, PythonNode node, Scope? parent)
{
    private readonly Dictionary<string, List<Binding>> bindings = new(StringComparer.Ordinal);
    private readonly HashSet<string> outer = new(StringComparer.Ordinal);

    /// <summary>What introduced it.</summary>
    public ScopeKind Kind { get; } = kind;

    /// <summary>The module, definition, lambda or comprehension.</summary>
    public PythonNode Node { get; } = node;

    /// <summary>The scope around it, or null for a module.</summary>
    public Scope? Parent { get; } = parent;

    /// <summary>The module it belongs to.</summary>
    public PythonModule Owner
    {
        get => Parent is null ? field! : Root.Owner;
        init;
    }

    /// <summary>The class around it where it is a method's scope, or null.</summary>
    public ClassDef? EnclosingClass => Kind == ScopeKind.Class ? (ClassDef)Node : Parent?.EnclosingClass;

    /// <summary>The module's scope.</summary>
    public Scope Root => Parent is null ? this : Parent.Root;

    /// <summary>Names bound here, each with all its places.</summary>
    public IReadOnlyDictionary<string, List<Binding>> Bindings => bindings;

    /// <summary>The bindings of a name here only; empty where it has none.</summary>
    public ImmutableArray<Binding> Own(string name) => bindings.TryGetValue(name, out var found) ? [.. found] : [];

    /// <summary>The bindings of a name as Python looks it up from here; empty for a builtin or an unknown name.</summary>
    public ImmutableArray<Binding> Lookup(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            if (scope.Kind == ScopeKind.Class && scope != this) continue;
            if (scope.outer.Contains(name)) return Root.Own(name);
            if (scope.bindings.TryGetValue(name, out var found)) return [.. found];
        }

        return [];
    }

    internal void Bind(string name, Binding binding)
    {
        if (outer.Contains(name))
        {
            Root.BindHere(name, binding);
            return;
        }

        BindHere(name, binding);
    }

    internal void DeclareOuter(IEnumerable<string> names) => outer.UnionWith(names);

    private void BindHere(string name, Binding binding)
    {
        if (!bindings.TryGetValue(name, out var list)) bindings[name] = list = [];
        list.Add(binding);
    }
}
