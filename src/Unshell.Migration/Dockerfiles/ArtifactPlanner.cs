using System.Collections.Immutable;
using Unshell.Dockerfiles.Syntax;
using Unshell.Services.Simulation;

namespace Unshell.Migration.Dockerfiles;

/// <summary>What must travel from the build stage into the runtime stage.</summary>
/// <param name="Trees">Directories and files that belong to root: code, environments, generated files.</param>
/// <param name="Writable">Directories that belong to the user that runs.</param>
/// <param name="Missing">Writable directories that no instruction makes, so that the build stage must.</param>
/// <param name="CopiedAgain">COPY instructions that the runtime stage repeats because they fill the root directory.</param>
internal sealed record ArtifactPlan(
    ImmutableArray<Artifact> Trees, ImmutableArray<Artifact> Writable, ImmutableArray<string> Missing, ImmutableArray<CopyInstruction> CopiedAgain);

/// <summary>Finds the artifacts of a target that is split into build and runtime stage.</summary>
internal sealed class ArtifactPlanner(StagePlan plan, string build, string? insertedEnvironment, IReadOnlySet<InstructionSyntax> replaced, ImmutableArray<WrittenPath> written)
{
    /// <summary>Owner of what the service writes; numeric, since the runtime image may not know the name.</summary>
    public const string RuntimeOwner = "65532:65532";

    private static readonly ImmutableArray<string> Temporary = ["/tmp", "/var/tmp", "/root/.cache", "/var/lib/apt", "/var/cache", "/dev", "/proc", "/run/secrets", "/etc/apt", "/etc/apk", "/usr/share/keyrings", "/etc/sudoers", "/etc/sudoers.d",
        "/etc/passwd", "/etc/group", "/etc/shadow"];

    private static readonly ImmutableHashSet<string> BuildTools = ImmutableHashSet.Create(StringComparer.Ordinal, "uv", "uvx", "poetry", "pip", "pipenv", "pdm", "hatch", "rye", "install-php-extensions");

    private readonly SortedDictionary<string, string> trees = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> writable = new(StringComparer.Ordinal);
    private readonly List<CopyInstruction> copiedAgain = [];

    /// <summary>The artifacts.</summary>
    public ArtifactPlan Plan()
    {
        var final = plan.Target.Final;
        if (insertedEnvironment is not null) trees[insertedEnvironment] = "the virtual environment with all Python distributions";
        foreach (var (path, tool) in final.VirtualEnvironments) trees.TryAdd(path, $"the virtual environment made by {tool}");
        foreach (var (step, effect) in plan.Steps.SelectMany(step => step.Effects.Select(effect => (step, effect))))
            Add(step, effect, final.WorkingDirectory);
        foreach (var (path, reason) in written)
            if (!writable.Keys.Any(other => IsBelow(path, other))) writable.TryAdd(path, reason);
        var made = MadeDirectories();
        foreach (var volume in final.Volumes) writable.TryAdd(volume, "VOLUME: the service writes there");
        foreach (var script in plan.Replaced) trees.Remove(script);
        ImmutableArray<string> roots = [.. trees.Keys.Where(path => !trees.Keys.Any(other => IsBelow(path, other)))];
        return new ArtifactPlan(
            [.. roots.Where(path => !writable.ContainsKey(path)).OrderBy(OrderOf).ThenBy(path => path, StringComparer.Ordinal).Select(path => new Artifact(path, build, null, trees[path]))],
            [.. writable.Select(entry => new Artifact(entry.Key, build, RuntimeOwner, entry.Value))],
            [.. writable.Keys.Where(path => !made.Contains(path))],
            [.. copiedAgain]);
    }

    private int OrderOf(string path) => path == insertedEnvironment || plan.Target.Final.VirtualEnvironments.ContainsKey(path) ? 0 : 1;

    private void Add(BuildStep step, Effect effect, string workingDirectory)
    {
        switch (effect)
        {
            case Effect.FilesCopied copy when step.Instruction is CopyInstruction instruction && !replaced.Contains(instruction) && !IsRemovedLater(step, copy.Destination.TrimEnd('/')):
                AddCopy(instruction, copy, workingDirectory);
                break;
            // What a RUN fetches or unpacks under a directory of its own; into the system's directories nobody can tell what belongs to it.
            case Effect.FilesCopied { Origin: CopyOrigin.Url } fetched when step.Instruction is RunInstruction && !IsTemporary(fetched.Destination)
                && !IsSystemDirectory(fetched.Destination) && !IsRemovedLater(step, fetched.Destination):
                trees.TryAdd(Widened(fetched.Destination, workingDirectory), "fetched by the build");
                break;
            case Effect.FileWritten written when !IsTemporary(written.Path) && !IsRemovedLater(step, written.Path) && !BuildTools.Contains(LastPart(written.Path)):
                trees.TryAdd(Widened(written.Path, workingDirectory), written.Url is { } url ? $"fetched from {url}" : "written by the build");
                break;
            case Effect.PathCopied copied when !IsTemporary(copied.Destination) && !BuildTools.Contains(LastPart(copied.Destination)):
                trees.TryAdd(Widened(copied.Destination, workingDirectory), $"copied from {copied.Source} by the build");
                break;
            case Effect.PythonInstalled { Install.Target: PythonTarget.Prefix { Path: var prefix } } when !IsSystemDirectory(prefix):
                trees.TryAdd(Widened(prefix, workingDirectory), "Python distributions installed with --prefix");
                break;
            case Effect.PythonInstalled { Install.Target: PythonTarget.Directory { Path: var directory } }:
                trees.TryAdd(Widened(directory, workingDirectory), "Python distributions installed with --target");
                break;
            case Effect.DirectoryCreated directory when !IsTemporary(directory.Path) && IsEmptyAtTheEnd(directory.Path)
                && !IsHome(step, directory) && plan.Target.Final.Paths.ContainsKey(directory.Path):
                writable.TryAdd(directory.Path, "made empty by the build, so the service fills it");
                break;
            case Effect.OwnerChanged owner when IsEmptyAtTheEnd(owner.Path) && !IsTemporary(owner.Path) && MadeDirectories().Contains(owner.Path):
                writable.TryAdd(owner.Path, $"given to {owner.Owner} by the build");
                break;
            default:
                break;
        }
    }

    private void AddCopy(CopyInstruction instruction, Effect.FilesCopied copy, string workingDirectory)
    {
        var destination = copy.Destination.Length > 1 ? copy.Destination.TrimEnd('/') : copy.Destination;
        if (IsTemporary(destination) || IsBuildInput(instruction, destination)) return;
        if (destination == "/")
        {
            copiedAgain.Add(instruction);
            return;
        }

        if (copy.Origin is CopyOrigin.Image && copy.Sources.All(source => BuildTools.Contains(LastPart(source)))) return;
        if (IsSystemDirectory(destination))
        {
            foreach (var source in copy.Sources.Where(source => !BuildTools.Contains(LastPart(source))))
                trees.TryAdd(LastPart(source) == LastPart(destination) ? destination : destination + "/" + LastPart(source), "copied into the image");
            return;
        }

        trees.TryAdd(Widened(destination, workingDirectory), "copied into the image");
    }

    /// <summary>What only an installation of the same stages reads, or what they remove again, stays behind.</summary>
    private bool IsBuildInput(InstructionSyntax instruction, string destination)
    {
        var later = plan.Steps.SkipWhile(step => step.Instruction != instruction).Skip(1).SelectMany(step => step.Effects).ToList();
        if (later.OfType<Effect.PathRemoved>().Any(removed => removed.Path == destination)) return true;
        var working = plan.Target.Final.WorkingDirectory;
        return destination != working && !IsBelow(destination, working) && later.OfType<Effect.ProgramRun>().Any(run =>
            run.Name.EndsWith("pip", StringComparison.Ordinal) || run.Name.EndsWith("pip3", StringComparison.Ordinal)
                ? run.Words.Any(word => word is not null && (word == destination || IsBelow(word, destination) || word == "--find-links=" + destination))
                : false);
    }

    private bool IsRemovedLater(BuildStep step, string path) => plan.Steps.SkipWhile(other => other != step)
        .SelectMany(other => other.Effects).OfType<Effect.PathRemoved>().Any(removed => removed.Path == path || IsBelow(path, removed.Path));

    /// <summary>A path inside the working directory travels with the whole directory: other steps may have written beside it.</summary>
    private static string Widened(string path, string workingDirectory) =>
        workingDirectory != "/" && (path == workingDirectory || IsBelow(path, workingDirectory)) ? workingDirectory : path;

    private HashSet<string> MadeDirectories() =>
    [
        .. plan.Steps.SelectMany(step => step.Effects).OfType<Effect.DirectoryCreated>().Select(directory => directory.Path),
        .. plan.Steps.Select(step => step.After.WorkingDirectory),
        .. plan.Target.Final.Paths.Where(entry => entry.Value.Kind == PathKind.Directory).Select(entry => entry.Key),
    ];

    private bool IsEmptyAtTheEnd(string path) =>
        path != "/" && path != plan.Target.Final.WorkingDirectory
        && !plan.Steps.Any(step => step.After.WorkingDirectory == path || IsBelow(step.After.WorkingDirectory, path))
        && !plan.Steps.SelectMany(step => step.Effects).Any(effect => FilledPath(effect) is { } filled && (filled == path || IsBelow(filled, path)));

    private static string? FilledPath(Effect effect) => effect switch
    {
        Effect.FilesCopied copy => copy.Destination.Length > 1 ? copy.Destination.TrimEnd('/') : copy.Destination,
        Effect.FileWritten written => written.Path,
        Effect.PathCopied copied => copied.Destination,
        Effect.LinkCreated link => link.Path,
        Effect.EnvironmentCreated environment => environment.Path,
        Effect.PythonInstalled { Install.Target: PythonTarget.Directory directory } => directory.Path,
        Effect.PythonInstalled { Install.Target: PythonTarget.Prefix prefix } => prefix.Path,
        _ => null,
    };

    /// <summary>A home that an account's own command makes goes with the account, unless the service is told that it has it still.</summary>
    private bool IsHome(BuildStep step, Effect.DirectoryCreated directory) => plan.Target.Final.Environment.GetValueOrDefault("HOME") != directory.Path
        && IsHomeOfAccount(step, directory);

    private bool IsHomeOfAccount(BuildStep step, Effect.DirectoryCreated directory) =>
        step.Effects.OfType<Effect.AccountCreated>().Any(account => account.Span == directory.Span)
        || plan.Target.Final.Accounts.Values.Any(account => account.Home == directory.Path)
        || directory.Path.StartsWith("/root", StringComparison.Ordinal);

    private static bool IsTemporary(string path) => Temporary.Any(prefix => path == prefix || IsBelow(path, prefix));

    private static bool IsSystemDirectory(string path) => path is "/bin" or "/sbin" or "/usr" or "/usr/bin" or "/usr/sbin" or "/usr/local" or "/usr/local/bin" or "/usr/local/lib" or "/usr/lib" or "/lib" or "/etc" or "/opt" or "/usr/local/sbin";

    private static bool IsBelow(string path, string directory) => path.Length > directory.Length && path[directory.Length] == '/' && path.StartsWith(directory, StringComparison.Ordinal);

    private static string LastPart(string path) => path.TrimEnd('/')[(path.TrimEnd('/').LastIndexOf('/') + 1)..];
}
