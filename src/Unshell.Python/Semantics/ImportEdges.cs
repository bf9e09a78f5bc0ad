using System.Collections.Immutable;
using Unshell.Python.Syntax;

namespace Unshell.Python.Semantics;

/// <summary>Which modules of the project a module's live code brings in: by import, by a name in text, by a framework's convention.</summary>
internal sealed class ImportEdges(PythonProject project, NameResolver names)
{
    // Django imports these of an application when it starts or takes its first request.
    private static readonly ImmutableArray<string> djangoModules = ["apps", "models", "admin", "signals", "urls", "views", "middleware", "context_processors", "templatetags", "tasks", "routing", "consumers"];

    /// <summary>The names of the project's modules that a module brings in, in the order of the source.</summary>
    public IEnumerable<string> Of(PythonModule module, IEnumerable<(PythonNode Node, CodeContext Context)> code)
    {
        foreach (var package in Packages(module.Name)) yield return package;
        foreach (var (node, context) in code)
        {
            foreach (var name in Named(node, context, module))
                foreach (var found in Existing(name)) yield return found;
        }
    }

    private IEnumerable<string> Named(PythonNode node, CodeContext context, PythonModule module) => node switch
    {
        Import import => import.Names.Select(alias => alias.Name),
        ImportFrom import when ScopeBuilder.Absolute(import, module) is { } from => [from, .. import.Names.Where(alias => alias.Name != "*").Select(alias => $"{from}.{alias.Name}")],
        Call call => OfCall(call, context),
        StrConstant text when MayNameModule(text.Value) => OfText(text.Value),
        Assign { Targets: [Name { Id: "INSTALLED_APPS" }], Value: List { Elements: var apps } } => apps.OfType<StrConstant>().SelectMany(app => OfApplication(app.Value)),
        AugAssign { Target: Name { Id: "INSTALLED_APPS" }, Value: List { Elements: var apps } } => apps.OfType<StrConstant>().SelectMany(app => OfApplication(app.Value)),
        _ => [],
    };

    private IEnumerable<string> OfCall(Call call, CodeContext context)
    {
        if (call.Arguments is not [StrConstant text, ..]) return [];
        return names.Resolve(call.Function, context.Scope) is "importlib.import_module" or "builtins.__import__" ? [text.Value] : [];
    }

    private static bool MayNameModule(string text) => text.Contains('.', StringComparison.Ordinal) && text.Length < 200 && !text.AsSpan().ContainsAny(" /\n\t");

    /// <summary><c>package.module</c>, <c>package.module.Class</c>, <c>package.module:app</c>.</summary>
    private static IEnumerable<string> OfText(string text)
    {
        var name = text.Split(':')[0];
        yield return name;
        if (name.LastIndexOf('.') is > 0 and var dot) yield return name[..dot];
    }

    private IEnumerable<string> OfApplication(string application)
    {
        // An entry may name the application's configuration: shop.apps.ShopConfig.
        var package = application.Contains(".apps.", StringComparison.Ordinal) ? application[..application.IndexOf(".apps.", StringComparison.Ordinal)] : application;
        if (!project.IsPackage(package)) return [];
        return [package, .. djangoModules.Select(module => $"{package}.{module}"), .. project.Below($"{package}.templatetags"), .. project.Below($"{package}.models"), .. project.Below($"{package}.views")];
    }

    private IEnumerable<string> Existing(string name)
    {
        if (project.Find(name) is null && !project.IsPackage(name)) yield break;
        foreach (var package in Packages(name)) yield return package;
        if (project.Find(name) is not null) yield return name;
    }

    /// <summary>The packages above a module: importing it runs their files first.</summary>
    private IEnumerable<string> Packages(string name)
    {
        for (var dot = name.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = name.IndexOf('.', dot + 1))
            if (project.Find(name[..dot]) is not null) yield return name[..dot];
    }
}
