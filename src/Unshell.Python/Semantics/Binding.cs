using Unshell.Python.Syntax;

namespace Unshell.Python.Semantics;

/// <summary>What a name is bound to in one place.</summary>
internal abstract record Binding
{
    private Binding()
    {
    }

    /// <summary><c>import a.b as c</c>: the name is the module.</summary>
    public sealed record ImportedModule(string Module) : Binding;

    /// <summary><c>from module import name</c>: a member of the module, or a module below it.</summary>
    public sealed record ImportedName(string Module, string Name) : Binding;

    /// <summary>A function.</summary>
    public sealed record Function(FunctionDef Definition) : Binding;

    /// <summary>A class.</summary>
    public sealed record Class(ClassDef Definition) : Binding;

    /// <summary><c>name = value</c>.</summary>
    public sealed record Assigned(Expression Value) : Binding;

    /// <summary>A parameter of a function or lambda.</summary>
    public sealed record Argument(Parameter Parameter) : Binding;

    /// <summary><c>for name in items</c>.</summary>
    public sealed record Item(Expression Items) : Binding;

    /// <summary><c>with context as name</c>.</summary>
    public sealed record Entered(Expression Context) : Binding;

    /// <summary>Something that is not followed: unpacking, <c>except … as</c>, <c>+=</c>, patterns.</summary>
    public sealed record Opaque : Binding;
}
