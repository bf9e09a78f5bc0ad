using System.Collections.Immutable;
using Unshell.Python.Semantics;
using Unshell.Python.Syntax;

namespace Unshell.Python.Uses;

/// <summary>Where a service's process begins in its own code.</summary>
/// <param name="Modules">Modules that are imported: <c>claims.wsgi</c> for <c>gunicorn claims.wsgi:app</c>.</param>
/// <param name="Files">Files that are run, as paths in the image: <c>python app.py</c>.</param>
public sealed record EntryPoints(ImmutableArray<string> Modules, ImmutableArray<string> Files);

/// <summary>What a service's own code uses of the system, found without running it.</summary>
/// <param name="Uses">In the order of file and place.</param>
/// <param name="Modules">The modules that the process can reach, in the order in which they were found.</param>
public sealed record SourceReading(ImmutableArray<SourceUse> Uses, ImmutableArray<PythonModule> Modules);

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
        var edges = new ImportEdges(project, names);
        var open = new Queue<(PythonModule Module, bool IsMain)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var order = new List<(PythonModule Module, bool IsMain)>();
        foreach (var file in entries.Files)
            if (project.FindFile(file) is { } script) Add(script, true);
        foreach (var name in entries.Modules)
            if (project.Find(name) is { } module) Add(module, false);
        if (names.DjangoSettings is { } settings && project.Find(settings) is { } configuration && order.Count + open.Count > 0) Add(configuration, false);

        while (open.TryDequeue(out var next))
        {
            order.Add(next);
            var code = new LiveCode(next.Module, names, new StaticTests(names, next.IsMain));
            names.DjangoSettings ??= DjangoSettingsIn(next.Module);
            foreach (var name in edges.Of(next.Module, code.All()))
                if (project.Find(name) is { } module) Add(module, false);
        }

        var reader = new ValueReader(names, project, run, Calls(order, names));
        return new SourceReading(
            [
                .. order.SelectMany(entry => UsesOf(entry.Module, entry.IsMain, names, reader))
                    .OrderBy(use => use.Place.File.Path, StringComparer.Ordinal).ThenBy(use => use.Place.Span),
            ],
            [.. order.Select(entry => entry.Module)]);

        void Add(PythonModule module, bool isMain)
        {
            if (seen.Add(module.ImagePath)) open.Enqueue((module, isMain));
        }
    }

    private static CallIndex Calls(List<(PythonModule Module, bool IsMain)> order, NameResolver names)
    {
        var calls = new CallIndex();
        foreach (var (module, isMain) in order)
            foreach (var (node, context) in new LiveCode(module, names, new StaticTests(names, isMain)).All())
                if (node is Call call && names.Resolve(call.Function, context.Scope) is { } name && names.FindFunction(name) is { } function) calls.Add(function.Definition, call, context.Scope);
        return calls;
    }

    /// <summary>The settings module that <c>manage.py</c>, <c>wsgi.py</c> or <c>celery.py</c> names.</summary>
    private static string? DjangoSettingsIn(PythonModule module) =>
        PythonWalk.All(module.Syntax.Module).OfType<Call>()
            .Select(call => call.Arguments is [StrConstant { Value: "DJANGO_SETTINGS_MODULE" }, StrConstant settings] ? settings.Value : null)
            .FirstOrDefault(settings => settings is not null);

    private static IEnumerable<SourceUse> UsesOf(PythonModule module, bool isMain, NameResolver names, ValueReader reader)
    {
        var isDjango = names.DjangoSettings is { } settings && (module.Name == settings || module.Name.StartsWith(settings[..Math.Max(0, settings.LastIndexOf('.'))] + ".", StringComparison.Ordinal) && settings.Contains("settings.", StringComparison.Ordinal));
        var code = new LiveCode(module, names, new StaticTests(names, isMain));
        foreach (var (node, context) in code.All())
        {
            foreach (var use in OfNode(node, context, names, reader)) yield return use;
            foreach (var use in SettingUses.Of(node, context, reader, isDjango)) yield return use;
        }
    }

    private static IEnumerable<SourceUse> OfNode(PythonNode node, CodeContext context, NameResolver names, ValueReader reader)
    {
        switch (node)
        {
            case Call call:
                var site = new CallSite(names.Resolve(call.Function, context.Scope) ?? "", call, context, reader);
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
