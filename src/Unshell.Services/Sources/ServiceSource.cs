using System.Collections.Immutable;
using Unshell.Python.Semantics;
using Unshell.Python.Uses;
using Unshell.Services.Commands;
using Unshell.Services.Manifests;
using Unshell.Services.Simulation;

namespace Unshell.Services.Sources;

/// <summary>Reads what the service's own code uses, from the commands that containers of its image run.</summary>
internal static class ServiceSource
{
    // What the hardened images set as home of the user that runs: dhi.md, verified against their definitions.
    private const string Home = "/home/nonroot";

    /// <summary>The reading; empty where no command enters the code of the repository.</summary>
    /// <param name="build">The Dockerfile run on paper.</param>
    /// <param name="process">What the image starts, or null.</param>
    /// <param name="uses">The containers that use the image.</param>
    /// <param name="context">The image in which they run.</param>
    public static SourceReading Of(BuildModel build, ProcessCommand? process, ImmutableArray<ManifestUse> uses, CommandContext context)
    {
        if (build.TargetStage is not { } target) return Empty;
        ImmutableArray<PythonFile> files = [.. new ImageSources(build).Files(), .. InstalledProject.Files(build)];
        if (files.IsEmpty) return Empty;
        ImmutableArray<ManifestUse> containers = [.. uses.Where(use => use.Kind is ManifestKind.Compose or ManifestKind.Kubernetes or ManifestKind.Helm or ManifestKind.Platform)];
        var lines = containers.Select(use => use.Command).Prepend(process).OfType<ProcessCommand>().SelectMany(LinesOf).ToImmutableArray();
        var project = new PythonProject(files, SearchPath(target, context, lines));
        var entries = new SourceEntries(project, context, build).Of(lines);
        return SourceAnalysis.Read(project, entries, new RunContext
        {
            Variables = target.Final.Environment,
            UnknownVariables = [.. containers.SelectMany(use => use.Environment).Select(variable => variable.Name).Concat(target.Final.UnknownEnvironment).Where(name => !target.Final.Environment.ContainsKey(name)).Order(StringComparer.Ordinal)],
            WorkingDirectory = context.WorkingDirectory,
            Home = target.Final.Environment.GetValueOrDefault("HOME") ?? Home,
        });
    }

    /// <summary>No reading.</summary>
    public static SourceReading Empty { get; } = new([], []);

    private static IEnumerable<CommandLine> LinesOf(ProcessCommand command) =>
        command.Script is { Syntax: { } syntax } ? command.Lines.Concat(CommandLines.Of(syntax, PlacedText.Of(syntax.Source, syntax.Source.FullSpan))) : command.Lines;

    /// <summary>
    /// Where Python looks for the service's modules: the directory of a script that is run, what options and variables add, the
    /// working directory, and <c>src</c> below it where the project installs itself from there.
    /// </summary>
    private static ImmutableArray<string> SearchPath(StageModel target, CommandContext context, ImmutableArray<CommandLine> lines)
    {
        var words = lines.SelectMany(line => line.Words.Zip(line.Words.Skip(1).Append(null))).ToArray();
        var scripts = words.Select(pair => pair.First.Value).OfType<string>().Where(word => word.EndsWith(".py", StringComparison.Ordinal)).Select(word => UnixPath.ParentOf(context.Absolute(word)));
        var options = words.Where(pair => pair.First.Value is "--chdir" or "--app-dir" or "--pythonpath" or "--workdir").Select(pair => pair.Second?.Value).OfType<string>()
            .Concat(words.Select(pair => pair.First.Value).OfType<string>().Where(word => word.StartsWith("--chdir=", StringComparison.Ordinal) || word.StartsWith("--app-dir=", StringComparison.Ordinal)).Select(word => word[(word.IndexOf('=', StringComparison.Ordinal) + 1)..]))
            .Select(context.Absolute);
        var variable = (target.Final.Environment.GetValueOrDefault("PYTHONPATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Select(context.Absolute);
        return [.. scripts, .. options, .. variable, context.WorkingDirectory, UnixPath.Join(context.WorkingDirectory, "src"), InstalledProject.SitePackages];
    }
}
