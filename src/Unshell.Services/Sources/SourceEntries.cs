using System.Collections.Immutable;
using Unshell.Python.Semantics;
using Unshell.Python.Uses;
using Unshell.Services.Commands;
using Unshell.Services.Simulation;

namespace Unshell.Services.Sources;

/// <summary>
/// Finds where the commands of a container enter the service's own code. A word counts where it names a file or module of the
/// project: <c>app.py</c>, <c>claims.wsgi:app</c>, <c>-A proj</c>, <c>-m pkg.cli</c>, <c>manage.py</c>.
/// </summary>
internal sealed class SourceEntries(PythonProject project, CommandContext context, BuildModel build)
{
    /// <summary>The entries of commands, in their order.</summary>
    public EntryPoints Of(IEnumerable<CommandLine> lines)
    {
        var modules = new List<string>();
        var files = new List<string>();
        foreach (var line in lines)
        {
            foreach (var (word, before) in line.Words.Zip(line.Words.Prepend(null)))
            {
                if (word.Value is not { Length: > 0 } value) continue;
                files.AddRange(FilesOf(value));
                modules.AddRange(ModulesOf(value, before?.Value));
            }

            foreach (var (name, value) in line.Assignments)
                if (name == "FLASK_APP" && value is not null) AddApplication(value, modules, files);
        }

        if (build.TargetStage?.Final.Environment.GetValueOrDefault("FLASK_APP") is { } application) AddApplication(application, modules, files);
        // What flask takes where nothing names the application: https://flask.palletsprojects.com/en/stable/cli/#application-discovery
        else if (lines.Any(line => line.Words.Any(word => word.Value is "flask"))) files.AddRange([context.Absolute("wsgi.py"), context.Absolute("app.py")]);
        return new EntryPoints([.. modules.Distinct(StringComparer.Ordinal)], [.. files.Distinct(StringComparer.Ordinal)]);
    }

    private void AddApplication(string application, List<string> modules, List<string> files)
    {
        files.AddRange(FilesOf(application.Split(':')[0]));
        modules.AddRange(ModulesOf(application, null));
    }

    private IEnumerable<string> FilesOf(string word)
    {
        var path = word.StartsWith("file:", StringComparison.Ordinal) ? word[5..] : word;
        if (path.EndsWith(".py", StringComparison.Ordinal)) yield return context.Absolute(path);
        else if (!path.StartsWith('-'))
        {
            // A directory that is run, and a console script of the project itself.
            yield return UnixPath.Join(context.Absolute(path), "__main__.py");
            if (ConsoleScripts.Find(build.Context, path) is { } script && project.Find(script) is { } module) yield return module.ImagePath;
        }
    }

    private IEnumerable<string> ModulesOf(string word, string? before)
    {
        if (word.StartsWith("--", StringComparison.Ordinal) && word.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals) word = word[(equals + 1)..];
        var name = word.Split(':')[0].Split('(')[0];
        if (name.Length == 0 || name.AsSpan().ContainsAny("/ =@\\") || name.StartsWith('-') || name.EndsWith(".py", StringComparison.Ordinal)) yield break;
        // A bare word is a module only where something says so; otherwise "worker" in "celery worker" would be one.
        var isSaid = word.Contains(':', StringComparison.Ordinal) || name.Contains('.', StringComparison.Ordinal) || before is "-A" or "--app" or "-m" or "--module" or "-w" or "--wsgi" or "worker" or "-k";
        if (!isSaid) yield break;
        if (project.Find(name) is not null) yield return name;
        foreach (var below in before is "-A" or "--app" ? ["celery", "tasks", "celery_app", "celeryapp"] : (string[])["__main__"])
            if (project.Find($"{name}.{below}") is not null) yield return $"{name}.{below}";
        if (name.LastIndexOf('.') is > 0 and var dot && project.Find(name) is null && project.Find(name[..dot]) is not null) yield return name[..dot];
    }
}
