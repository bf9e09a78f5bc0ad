using Unshell.Python.Syntax;
using Unshell.Text;

namespace Unshell.Python.Semantics;

/// <summary>A module of a project: its file, its tree, its names.</summary>
public sealed class PythonModule
{
    private readonly Lazy<IReadOnlyDictionary<PythonNode, Scope>> scopes;
    private readonly Lazy<PythonSyntax> syntax;

    internal PythonModule(string name, string imagePath, bool isPackage, SourceText source)
    {
        Name = name;
        ImagePath = imagePath;
        IsPackage = isPackage;
        Source = source;
        syntax = new Lazy<PythonSyntax>(() => PythonSyntax.Parse(source));
        scopes = new Lazy<IReadOnlyDictionary<PythonNode, Scope>>(() => ScopeBuilder.Build(this));
    }

    /// <summary>Dotted name as the service imports it; <c>__main__</c> never: a script has the name it could be imported by.</summary>
    public string Name { get; }

    /// <summary>Where the file is in the image; an absolute path.</summary>
    public string ImagePath { get; }

    /// <summary>Whether it is the <c>__init__.py</c> of a package.</summary>
    public bool IsPackage { get; }

    /// <summary>The file.</summary>
    public SourceText Source { get; }

    /// <summary>Its tree; parsed when first asked for.</summary>
    public PythonSyntax Syntax => syntax.Value;

    /// <summary>What is known of its classes already.</summary>
    internal Dictionary<ClassDef, ClassAttributes> Attributes { get; } = new(ReferenceEqualityComparer.Instance);

    internal Scope TopScope => scopes.Value[Syntax.Module];

    internal Scope ScopeOf(PythonNode node, Scope otherwise) => scopes.Value.GetValueOrDefault(node, otherwise);
}
