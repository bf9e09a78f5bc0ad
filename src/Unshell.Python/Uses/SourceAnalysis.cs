using System.Collections.Immutable;
using Unshell.Python.Semantics;
using Unshell.Python.Syntax;
using Unshell.Text;

namespace Unshell.Python.Uses;

/// <summary>Where a service's process begins in its own code.</summary>
/// <param name="Modules">Modules that are imported: <c>claims.wsgi</c> for <c>gunicorn claims.wsgi:app</c>.</param>
/// <param name="Files">Files that are run, as paths in the image: <c>python app.py</c>.</param>
public sealed record EntryPoints(ImmutableArray<string> Modules, ImmutableArray<string> Files);

/// <summary>What a service's own code uses of the system, found without running it.</summary>
/// <param name="Uses">In the order of file and place.</param>
/// <param name="Modules">The modules that the process can reach, in the order in which they were found.</param>
public sealed record SourceReading(ImmutableArray<SourceUse> Uses, ImmutableArray<ReachedModule> Modules);

/// <summary>A module that the process can reach; its tree is not kept.</summary>
/// <param name="Name">Dotted name.</param>
/// <param name="ImagePath">Where the file is in the image.</param>
/// <param name="Source">The file.</param>
public sealed record ReachedModule(string Name, string ImagePath, SourceText Source);

/// <summary>Reads the modules that a process can reach.</summary>
public static class SourceAnalysis
{
    /// <summary>What the code uses.</summary>
    /// <param name="project">The service's own files.</param>
    /// <param name="entries">Where the process begins; what they do not reach does not count.</param>
    /// <param name="run">The circumstances.</param>
    public static SourceReading Read(PythonProject project, EntryPoints entries, RunContext run)
    {
        var names = new NameResolver(project) { DjangoSettings = run.Variables.GetValueOrDefault("DJANGO_SETTINGS_MODULE") };
        var code = Reached(project, entries, names);
        var calls = new CallIndex();
        var resolved = new Dictionary<Call, string>(ReferenceEqualityComparer.Instance);
        foreach (var (node, context) in code.SelectMany(module => module.Nodes))
        {
            if (node is not Call call || names.Resolve(call.Function, context.Scope) is not { } name) continue;
            resolved[call] = name;
            if (names.FindFunction(name) is { } function) calls.Add(function.Definition, call, context.Scope);
        }

        var reader = new ValueReader(names, project, run, calls);
        return new SourceReading(
            [
                .. code.SelectMany(module => UsesOf(module, names, resolved, reader))
                    .OrderBy(use => use.Place.File.Path, StringComparer.Ordinal).ThenBy(use => use.Place.Span),
            ],
            [.. code.Select(module => new ReachedModule(module.Module.Name, module.Module.ImagePath, module.Module.Source))]);
    }

    /// <summary>A module with the nodes of its live code that may tell something.</summary>
    private sealed record ModuleCode(PythonModule Module, ImmutableArray<(PythonNode Node, CodeContext Context)> Nodes);

    private static ImmutableArray<ModuleCode> Reached(PythonProject project, EntryPoints entries, NameResolver names)
    {
        var edges = new ImportEdges(project, names);
        var open = new Queue<(PythonModule Module, bool IsMain)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var order = ImmutableArray.CreateBuilder<ModuleCode>();
        foreach (var file in entries.Files)
            if (project.FindFile(file) is { } script) Add(script, true);
        foreach (var name in entries.Modules)
            if (project.Find(name) is { } module) Add(module, false);
        if (names.DjangoSettings is { } settings && project.Find(settings) is { } configuration && open.Count > 0) Add(configuration, false);

        while (open.TryDequeue(out var next))
        {
            var live = new LiveCode(next.Module, names, new StaticTests(names, next.IsMain))
                .All(node => node is Call or Import or ImportFrom or Assign or AnnAssign or AugAssign or StrConstant { Value.Length: < 200 });
            order.Add(new ModuleCode(next.Module, live));
            names.DjangoSettings ??= DjangoSettingsIn(live);
            foreach (var name in edges.Of(next.Module, live))
                if (project.Find(name) is { } module) Add(module, false);
        }

        return order.ToImmutable();

        void Add(PythonModule module, bool isMain)
        {
            if (seen.Add(module.ImagePath)) open.Enqueue((module, isMain));
        }
    }

    /// <summary>The settings module that <c>manage.py</c>, <c>wsgi.py</c> or <c>celery.py</c> names.</summary>
    private static string? DjangoSettingsIn(ImmutableArray<(PythonNode Node, CodeContext Context)> code) =>
        code.Select(part => part.Node is Call { Arguments: [StrConstant { Value: "DJANGO_SETTINGS_MODULE" }, StrConstant settings] } ? settings.Value : null)
            .FirstOrDefault(settings => settings is not null);

    private static IEnumerable<SourceUse> UsesOf(ModuleCode code, NameResolver names, Dictionary<Call, string> resolved, ValueReader reader)
    {
        var isDjango = IsDjangoSettings(code.Module.Name, names.DjangoSettings);
        foreach (var (node, context) in code.Nodes)
        {
            foreach (var use in OfNode(node, context, resolved, reader)) yield return use;
            foreach (var use in SettingUses.Of(node, context, reader, isDjango)) yield return use;
        }
    }

    /// <summary>The settings module, and with <c>project.settings.production</c> those beside it, from which it takes over.</summary>
    private static bool IsDjangoSettings(string module, string? settings) => settings is not null
        && (module == settings || (settings.Contains("settings.", StringComparison.Ordinal) && module.StartsWith(settings[..(settings.LastIndexOf('.') + 1)], StringComparison.Ordinal)));

    private static IEnumerable<SourceUse> OfNode(PythonNode node, CodeContext context, Dictionary<Call, string> resolved, ValueReader reader)
    {
        switch (node)
        {
            case Call call:
                var site = new CallSite(resolved.GetValueOrDefault(call, ""), call, context, reader);
                return ProgramUses.Of(site).Concat(FileUses.Of(site)).Concat(PortUses.Of(site)).Concat(SystemUses.Of(site));
            case Import import:
                return import.Names.Where(alias => IsInstaller(alias.Name)).Select(alias => Installed(alias.Name.Split('.')[0], import, context));
            case ImportFrom { Level: 0, Module: { } module } from when IsInstaller(module):
                return [Installed(module.Split('.')[0], from, context)];
            default:
                return [];
        }
    }

    private static bool IsInstaller(string module) => module.Split('.')[0] is "pkg_resources" or "setuptools" or "pip" or "distutils";

    private static SourceUse.Installer Installed(string module, Statement import, CodeContext context) => new(
        new UsePlace(context.Scope.Owner.Source, import.Span, "import")
        {
            IsAtImport = context.IsAtImport,
            IsGuarded = context.IsCaught || context.Guards.Length > 0,
        },
        module);
}
