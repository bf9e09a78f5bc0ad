using System.Collections.Immutable;
using Unshell.Text;

namespace Unshell.Python.Semantics;

/// <summary>A Python file of a service.</summary>
/// <param name="ImagePath">Its absolute path in the image, with <c>/</c>.</param>
/// <param name="Source">Its text, with its path in the repository.</param>
public sealed record PythonFile(string ImagePath, SourceText Source);

/// <summary>The modules of a service, found as Python's import system would find them. Files are parsed when they are first looked at.</summary>
public sealed class PythonProject
{
    private readonly Dictionary<string, PythonFile> files = new(StringComparer.Ordinal);
    private readonly HashSet<string> directories = new(StringComparer.Ordinal);
    private readonly ImmutableArray<string> searchPath;
    private readonly Dictionary<string, PythonModule?> modules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PythonModule> byPath = new(StringComparer.Ordinal);

    /// <summary>A project of these files.</summary>
    /// <param name="files">Its Python files.</param>
    /// <param name="searchPath">Absolute directories of the image in which modules are looked for, first to last.</param>
    public PythonProject(IEnumerable<PythonFile> files, IEnumerable<string> searchPath)
    {
        foreach (var file in files)
        {
            if (!this.files.TryAdd(file.ImagePath, file)) continue;
            for (var slash = file.ImagePath.LastIndexOf('/'); slash > 0 && directories.Add(file.ImagePath[..slash]); slash = file.ImagePath.LastIndexOf('/', slash - 1))
            {
            }
        }

        this.searchPath = [.. searchPath.Select(path => path.TrimEnd('/')).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>All files, by their path in the image.</summary>
    public IEnumerable<PythonFile> Files => files.Values.OrderBy(file => file.ImagePath, StringComparer.Ordinal);

    /// <summary>The module of this dotted name, or null where it is not the project's own.</summary>
    public PythonModule? Find(string name)
    {
        if (modules.TryGetValue(name, out var known)) return known;
        var relative = name.Replace('.', '/');
        foreach (var directory in searchPath)
        {
            if (files.TryGetValue($"{directory}/{relative}/__init__.py", out var package)) return modules[name] = Load(name, package, true);
            if (files.TryGetValue($"{directory}/{relative}.py", out var file)) return modules[name] = Load(name, file, false);
        }

        return modules[name] = null;
    }

    /// <summary>Whether a directory of the project can be imported under this name, with an <c>__init__.py</c> or without.</summary>
    public bool IsPackage(string name)
    {
        var relative = name.Replace('.', '/');
        return searchPath.Any(directory => directories.Contains($"{directory}/{relative}"));
    }

    /// <summary>The module in a file of the image, or null where there is no such file.</summary>
    public PythonModule? FindFile(string imagePath)
    {
        if (byPath.TryGetValue(imagePath, out var known)) return known;
        if (!files.TryGetValue(imagePath, out var file)) return null;
        var name = NameOf(imagePath);
        return Find(name) is { } module && module.ImagePath == imagePath ? module : Load(name, file, imagePath.EndsWith("/__init__.py", StringComparison.Ordinal));
    }

    /// <summary>The names of the modules right below a package, sorted.</summary>
    public ImmutableArray<string> Below(string package)
    {
        var relative = package.Replace('.', '/');
        return
        [
            .. searchPath.SelectMany(directory => FilesBelow($"{directory}/{relative}/"))
                .Select(path => path.Tail.EndsWith("/__init__.py", StringComparison.Ordinal) ? path.Tail[..^"/__init__.py".Length] : path.Tail[..^".py".Length])
                .Where(rest => rest.Length > 0 && !rest.Contains('/', StringComparison.Ordinal) && rest != "__init__")
                .Select(rest => $"{package}.{rest}")
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
    }

    private IEnumerable<(string Path, string Tail)> FilesBelow(string directory) =>
        files.Keys.Where(path => path.StartsWith(directory, StringComparison.Ordinal)).Select(path => (path, path[directory.Length..]));

    private PythonModule Load(string name, PythonFile file, bool isPackage)
    {
        if (byPath.TryGetValue(file.ImagePath, out var known)) return known;
        return byPath[file.ImagePath] = new PythonModule(name, file.ImagePath, isPackage, file.Source);
    }

    /// <summary>The name under which the longest directory of the search path makes a file importable; its bare name elsewhere.</summary>
    private string NameOf(string imagePath)
    {
        var root = searchPath.Where(directory => imagePath.StartsWith(directory + "/", StringComparison.Ordinal)).MaxBy(directory => directory.Length);
        var rest = root is null ? imagePath[(imagePath.LastIndexOf('/') + 1)..] : imagePath[(root.Length + 1)..];
        rest = rest.EndsWith("/__init__.py", StringComparison.Ordinal) ? rest[..^"/__init__.py".Length] : rest.EndsWith(".py", StringComparison.Ordinal) ? rest[..^3] : rest;
        return rest.Replace('/', '.');
    }
}
