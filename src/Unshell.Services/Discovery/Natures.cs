using System.Collections.Immutable;
using Unshell.Catalog;
using Unshell.Services.Commands;
using Unshell.Services.Manifests;
using Unshell.Services.Needs;
using Unshell.Services.Simulation;
using Unshell.Text;

namespace Unshell.Services.Discovery;

/// <summary>Tells services from images for development, from those without Python and from templates.</summary>
internal static class Natures
{
    /// <summary>What a Dockerfile builds; <paramref name="dockerfiles"/> are all of its repository.</summary>
    public static ServiceNature Of(
        FoundService found, BuildModel build, ProcessCommand? process, ImmutableArray<ManifestUse> uses, ImmutableArray<string> dockerfiles)
    {
        var file = found.Dockerfile.Source;
        if (Template(file) is { } template) return template;
        if (!HasPython(build, process)) return new ServiceNature(ServiceKind.NotPython, "nothing in it installs or runs Python", BasePlace(build, file));
        return Development(found, build, process, uses, dockerfiles) ?? new ServiceNature(ServiceKind.Service, "", null);
    }

    private static ServiceNature? Template(SourceText file)
    {
        if (DockerfileNames.IsTemplate(file.Path)) return new ServiceNature(ServiceKind.Template, "its name says so", null);
        for (var line = 1; line <= file.Lines.Count; line++)
        {
            var start = file.Lines.StartOf(line);
            var end = line < file.Lines.Count ? file.Lines.StartOf(line + 1) : file.Length;
            var text = file.Content.AsSpan(start, end - start);
            var lead = text.Length - text.TrimStart(" \t").Length;
            var rest = text[lead..].TrimEnd("\r\n");
            var isMark = rest.StartsWith("{%") || rest.StartsWith("{{")
                || (rest.StartsWith("FROM", StringComparison.OrdinalIgnoreCase) && rest.Contains("{{", StringComparison.Ordinal));
            if (isMark) return new ServiceNature(ServiceKind.Template, $"it holds {rest}", new Evidence(file, new TextSpan(start + lead, rest.Length)));
        }

        return null;
    }

    private static ServiceNature? Development(
        FoundService found, BuildModel build, ProcessCommand? process, ImmutableArray<ManifestUse> uses, ImmutableArray<string> dockerfiles)
    {
        var file = found.Dockerfile.Source;
        var forProduction = ForProduction(file.Path, dockerfiles);
        if (DockerfileNames.DevelopmentWord(file.Path) is { } word && (forProduction is not null || !found.Builds.Any(one => !one.IsDevelopment)))
            return new ServiceNature(ServiceKind.Development, $"its path says {word}", null);
        if (found.Target is { } target && DockerfileNames.DevelopmentWord(target) is not null)
            return new ServiceNature(ServiceKind.Development, $"the stage {target} is built", found.Builds.FirstOrDefault()?.Place);
        // The only Dockerfile of a folder is production's as well, whatever compose makes of it.
        if (!HasSibling(file.Path, dockerfiles)) return null;
        var running = uses.Where(use => use.Kind == ManifestKind.Compose && use.Match != Certainty.Possible).ToArray();
        if (running.Length == 0 || !running.All(use => use.IsDevelopment || MountsSource(use, build))) return null;
        if (forProduction is not null)
            return new ServiceNature(ServiceKind.Development, $"every compose service that runs it mounts the source over it, and {forProduction} is for production", null);
        var reloading = running.Select(use => use.Command).Append(process).OfType<ProcessCommand>().FirstOrDefault(Reloads);
        return reloading is null || uses.Any(use => use.Kind is ManifestKind.Kubernetes or ManifestKind.Helm && use.Match != Certainty.Possible)
            ? null
            : new ServiceNature(
                ServiceKind.Development, "it reloads on changes, and every compose service that runs it mounts the source over it",
                reloading.Places.FirstOrDefault());
    }

    /// <summary>A Dockerfile of the same folder, or of one that differs in the word alone (<c>local/django</c>, <c>production/django</c>), that is for production.</summary>
    private static string? ForProduction(string path, ImmutableArray<string> dockerfiles)
    {
        if (DockerfileNames.ProductionWord(path) is not null) return null;
        return dockerfiles.FirstOrDefault(other => other != path && DockerfileNames.ProductionWord(other) is { } word
            && (DockerfileNames.FolderOf(other) == DockerfileNames.FolderOf(path)
                || DockerfileNames.DevelopmentWord(path) is { } mine && path.Split('/').Select(part => part == mine ? word : part).SequenceEqual(other.Split('/'))));
    }

    private static bool HasSibling(string path, ImmutableArray<string> dockerfiles) => dockerfiles.Any(other =>
        other != path && DockerfileNames.FolderOf(other) == DockerfileNames.FolderOf(path)
        && DockerfileNames.DevelopmentWord(ImagePaths.NameOf(other)) is null);

    private static bool MountsSource(ManifestUse use, BuildModel build) => use.Mounts.Any(mount =>
        mount.Kind == MountKind.Bind && build.TargetStage is { } target && ImagePaths.IsWithin(target.Final.WorkingDirectory, ImagePaths.Join("/", mount.Target)));

    private static bool Reloads(ProcessCommand command) => command.Lines.Any(line =>
        line.Words.Any(word => word.Value is "--reload" or "runserver" or "runserver_plus" or "--debug" or "watchmedo" or "watchfiles"));

    private static bool HasPython(BuildModel build, ProcessCommand? process)
    {
        if (build.TargetStage is not { } target) return false;
        if (target.Final.PythonInstalls.Any(install => !install.IsInstallerOnly) || !target.Final.VirtualEnvironments.IsEmpty) return true;
        if (target.Final.Packages.Keys.Any(package => package.StartsWith("python3", StringComparison.Ordinal) || package is "python")) return true;
        if (process is not null && (process.Server is not null and not "node" and not "java" and not "nginx" and not "caddy" || RunsPython(process))) return true;
        var bottom = build.Stages[build.TargetChain.Min()];
        if (StageOffers.OriginalOf(build, bottom).Interpreter is not null) return true;
        // Of an image that nobody knows, Python is as likely as anything else.
        return StageOffers.ExternalBase(build, bottom) is BaseImage.Unknown
            || (StageOffers.ExternalBase(build, bottom) is BaseImage.External { Resolution: Resolution.NoCounterpart } unknown && !IsOther(unknown.Reference))
            || build.TargetChain.Any(index => IsPythonName(build.Stages[index].Syntax.From.Image?.Raw ?? ""));
    }

    // Images of another language or program whose release has no hardened counterpart.
    private static bool IsOther(string reference) => reference.Split('@')[0].Split('/')[^1].Split(':')[0] is
        "node" or "golang" or "ruby" or "php" or "rust" or "openjdk" or "eclipse-temurin" or "maven" or "gradle" or "bun" or "deno" or "nginx"
        or "httpd" or "caddy" or "haproxy" or "traefik" or "postgres" or "mysql" or "mariadb" or "mongo" or "redis" or "memcached" or "rabbitmq"
        or "elasticsearch" or "busybox" or "hello-world";

    private static bool RunsPython(ProcessCommand process) =>
        process.Lines.Any(line => line.Words is [{ Value: { } program }, ..] && Servers.IsPython(ImagePaths.NameOf(program)));

    private static bool IsPythonName(string image) => image.Contains("python", StringComparison.OrdinalIgnoreCase)
        || image.Contains("conda", StringComparison.OrdinalIgnoreCase) || image.Contains("pypy", StringComparison.OrdinalIgnoreCase)
        || image.Contains("/uv:", StringComparison.Ordinal) || image.Contains("uvicorn", StringComparison.Ordinal);

    private static Evidence? BasePlace(BuildModel build, SourceText file) =>
        build.TargetStage?.Syntax.From.Image is { } image ? new Evidence(file, image.Span) : null;
}
