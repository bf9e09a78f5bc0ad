using Unshell.Services.Commands;
using Unshell.Services.Discovery;
using Unshell.Services.Manifests.Compose;
using Unshell.Services.Manifests.Helm;
using Unshell.Services.Manifests.Kubernetes;
using Unshell.Services.Manifests.Recipes;
using Unshell.Services.Manifests.Yaml;
using Unshell.Services.Needs;
using Unshell.Services.Repositories;
using Unshell.Shell.Syntax;
using Unshell.Text;

namespace Unshell.Services.Manifests;

/// <summary>Reads compose files, Kubernetes manifests, Helm templates, pipelines, Makefiles and scripts of a repository.</summary>
public static class ManifestReader
{
    private const int MaximalLength = 4 * 1024 * 1024;

    /// <summary>Reads every file it knows the kind of; never throws for a file's content.</summary>
    public static RepositoryManifests Read(IRepository repository)
    {
        var found = new ManifestCollector();
        var kubernetes = new List<YamlFile>();
        foreach (var path in repository.Files)
        {
            if (!IsKnown(path) || repository.Find(path) is not { IsText: true } file) continue;
            if (file.Source.Length <= MaximalLength) Read(file.Source, found, kubernetes);
            else found.Problems.Add((file.Source, new Diagnostic(DiagnosticSeverity.Warning, default, "file is too long to be read as a manifest")));
        }

        KubernetesReader.Read(kubernetes, found);
        ProxyReader.Read(repository, found);
        return new RepositoryManifests
        {
            Builds = ManifestCollector.Sorted(found.Builds, build => build.Place),
            Uses = ManifestCollector.Sorted(found.Uses.Select(use => WithCommands(use, new CommandContext())), use => new Evidence(use.File, use.Span)),
            Hosts = ManifestCollector.Sorted(found.Hosts, host => host.Place),
            Problems = [.. found.Problems.OrderBy(one => one.File.Path, StringComparer.Ordinal).ThenBy(one => one.Problem.Span.Start)],
            Repository = repository,
            Dockerfiles = [.. repository.Files.Where(DockerfileNames.IsDockerfile)],
        };
    }

    /// <summary>A use with its commands as they are understood in an image.</summary>
    internal static ManifestUse WithCommands(ManifestUse use, CommandContext image) => use with
    {
        Command = use.Forms.Command?.Read(image),
        Probes = [.. use.Forms.Probes.Select(probe => probe.Read(image))],
        Hooks = [.. use.Forms.Hooks.Select(hook => hook.Read(image))],
        Jobs = [.. use.Forms.Jobs.Select(job => job.Read(image))],
    };

    private static bool IsKnown(string path) => ManifestFiles.IsYaml(path) || ManifestFiles.IsMakefile(path) || ManifestFiles.IsScript(path)
        || path.EndsWith(".tpl", StringComparison.Ordinal);

    private static void Read(SourceText source, ManifestCollector found, List<YamlFile> kubernetes)
    {
        var path = source.Path;
        if (ManifestFiles.IsMakefile(path)) MakefileReader.Read(source, found);
        else if (ManifestFiles.IsScript(path)) ReadScript(source, found);
        else if (HelmReader.IsTemplate(path, source.Content)) HelmReader.Read(source, found);
        else if (!ManifestFiles.IsYaml(path)) return;
        else if (ManifestFiles.IsWorkflow(path)) WorkflowReader.Read(source, found);
        else if (ManifestFiles.IsGitLab(path)) GitLabReader.Read(source, found);
        else if (ManifestFiles.IsSkaffold(path)) SkaffoldReader.Read(source, found);
        else if (ManifestFiles.IsCompose(path)) ComposeReader.Read(source, found);
        else if (source.Content.Contains("apiVersion:", StringComparison.Ordinal) && source.Content.Contains("kind:", StringComparison.Ordinal))
            kubernetes.Add(found.Parse(source));
    }

    private static void ReadScript(SourceText source, ManifestCollector found)
    {
        var dialect = source.Content.StartsWith("#!", StringComparison.Ordinal) && !source.Content.Split('\n')[0].Contains("bash", StringComparison.Ordinal)
            ? ShellDialect.Posix
            : ShellDialect.Bash;
        var text = PlacedText.Of(source, source.FullSpan);
        RecipeLines.Read(text, dialect, new Recipe(ManifestKind.Script, RepositoryPath.Name(source.Path), ".", []), found);
    }
}
