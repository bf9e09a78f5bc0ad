using System.Collections.Immutable;
using Unshell.Services;
using Unshell.Services.Launching;
using Unshell.Services.Simulation;

namespace Unshell.Migration.Launchers;

/// <summary>The files of launchers: what they are called, where they are in the image, and how a command names them.</summary>
internal sealed class LauncherFiles(ServiceModel service)
{
    private const int MostNames = 20;
    private readonly SortedDictionary<string, LauncherChange> changes = new(StringComparer.Ordinal);

    /// <summary>The launchers that were placed, by path.</summary>
    public ImmutableArray<LauncherChange> Changes => [.. changes.Values];

    /// <summary>The draft with a start's launchers in it, and the words that run the outermost; null where one cannot be brought into the image.</summary>
    public (DockerfileDraft Draft, ImmutableArray<string> Words)? Place(DockerfileDraft draft, CompiledStart compiled, string stem)
    {
        var placed = new List<LauncherChange>();
        foreach (var script in compiled.Called)
        {
            if (PlaceScript(draft, script, placed) is not { } next) return null;
            draft = next;
        }

        var launcher = compiled.Launcher!;
        if (launcher.ImagePath is null)
        {
            if (OneLiner.Of(launcher.Result.Python!) is { } program) return Done(draft, ["python", "-c", program]);
            return PlaceText(draft, launcher, stem, placed) is var (with, path) ? Done(with, ["python", path]) : null;
        }

        if (PlaceScript(draft, launcher, placed) is not { } own) return null;
        var word = compiled.Start.Word.StartsWith("./", StringComparison.Ordinal) ? compiled.Start.Word[2..] : compiled.Start.Word;
        return Done(own, ["python", LauncherNames.InImage(word, LauncherNames.Beside(service.Build, launcher.Source), launcher.Source)]);

        (DockerfileDraft, ImmutableArray<string>)? Done(DockerfileDraft result, ImmutableArray<string> words)
        {
            foreach (var change in placed) changes[change.Path] = change;
            return (result, words);
        }
    }

    private DockerfileDraft? PlaceScript(DockerfileDraft draft, CompiledScript script, List<LauncherChange> placed)
    {
        var path = LauncherNames.Beside(service.Build, script.Source);
        if (ImageFiles.Trace(service.Build, service.Build.Target, script.ImagePath!) is not TracedFile.Repository { ContextPath: var contextPath }) return null;
        var text = IsUpToDate(draft, path, script) ? null : script.Text;
        if (LauncherPlacing.Beside(draft, path, text, LauncherNames.InImage(script.ImagePath!, path, script.Source), contextPath) is not { } with) return null;
        if (text is not null) placed.Add(new LauncherChange(path, script.Source, draft.Repository.Find(script.Source)?.Source.Content ?? "", text));
        return with;
    }

    private (DockerfileDraft Draft, string Word)? PlaceText(DockerfileDraft draft, CompiledScript launcher, string stem, List<LauncherChange> placed)
    {
        foreach (var path in Names(stem))
        {
            var isOurs = IsUpToDate(draft, path, launcher);
            if (!isOurs && (draft.Repository.Find(path) is not null || draft.Files.ContainsKey(path))) continue;
            if (LauncherPlacing.Anywhere(draft, path, isOurs ? null : launcher.Text) is not var (with, imagePath)) continue;
            if (!isOurs) placed.Add(new LauncherChange(path, launcher.Source, null, launcher.Text));
            var directory = service.Build.TargetStage!.Final.WorkingDirectory.TrimEnd('/') + "/";
            return (with, imagePath.StartsWith(directory, StringComparison.Ordinal) ? imagePath[directory.Length..] : imagePath);
        }

        return null;
    }

    /// <summary>A launcher of the same text is somebody's by now: it is left as it is.</summary>
    private static bool IsUpToDate(DockerfileDraft draft, string path, CompiledScript script) =>
        (draft.Files.GetValueOrDefault(path) ?? draft.Repository.Find(path)?.Source.Content) is { } there
        && LauncherHeader.Read(there) is { } header && header.Source == script.Source && header.Digest == script.Digest;

    /// <summary>Beside the Dockerfile where the build sees that folder, else at the root of the context; a number where the name is taken.</summary>
    private IEnumerable<string> Names(string stem)
    {
        var root = service.Build.Context.RepositoryPath("").TrimEnd('/');
        var beside = service.Dockerfile.Path.LastIndexOf('/') is > 0 and var slash ? service.Dockerfile.Path[..slash] : "";
        var folder = root.Length == 0 || beside == root || beside.StartsWith(root + "/", StringComparison.Ordinal) ? beside : root;
        foreach (var place in new[] { folder, root }.Distinct(StringComparer.Ordinal))
        {
            var prefix = place.Length == 0 ? "" : place + "/";
            for (var number = 1; number <= MostNames; number++) yield return prefix + stem + (number == 1 ? "" : $"_{number}") + ".py";
        }
    }
}
