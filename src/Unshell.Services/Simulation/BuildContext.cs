using System.Collections.Immutable;
using Unshell.Services.Repositories;

namespace Unshell.Services.Simulation;

/// <summary>The files that COPY and ADD can reach: those of a directory less those that an ignore file names. Immutable.</summary>
public sealed class BuildContext
{
    private readonly IRepository repository;
    private readonly string root;

    private BuildContext(IRepository repository, string root, ImmutableArray<string> files, string? ignoreFile)
    {
        this.repository = repository;
        this.root = root;
        Files = files;
        IgnoreFile = ignoreFile;
    }

    /// <summary>A context without files.</summary>
    public static BuildContext Empty { get; } = new(MemoryRepository.Of(), "", [], null);

    /// <summary>Paths relative to the context, in ordinal order.</summary>
    public ImmutableArray<string> Files { get; }

    /// <summary>The ignore file in force, relative to the repository, or null.</summary>
    public string? IgnoreFile { get; }

    /// <summary>The context of a build.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="contextPath">Directory relative to the repository, <c>.</c> or empty for its root.</param>
    /// <param name="dockerfilePath">
    /// The Dockerfile relative to the repository: <c>X.dockerignore</c> beside it goes before the context's <c>.dockerignore</c>.
    /// </param>
    public static BuildContext Of(IRepository repository, string contextPath, string dockerfilePath)
    {
        var root = UnixPath.Relative(contextPath);
        var prefix = root.Length == 0 ? "" : root + "/";
        var own = UnixPath.Relative(dockerfilePath) + ".dockerignore";
        var ignoreFile = repository.Find(own) is not null ? own
            : repository.Find(prefix + ".dockerignore") is not null ? prefix + ".dockerignore" : null;
        var rules = ignoreFile is null ? IgnoreRules.None : IgnoreRules.Parse(repository.Find(ignoreFile)!.Source.Content);
        return new BuildContext(repository, root, rules.Keep(Below(repository.Files, prefix)), ignoreFile);
    }

    /// <summary>The paths that start with a prefix, without it; as the prefix is the same for all, they stay in order.</summary>
    private static ImmutableArray<string> Below(ImmutableArray<string> files, string prefix)
    {
        if (prefix.Length == 0) return files;
        var start = files.AsSpan().BinarySearch(prefix, StringComparer.Ordinal);
        start = start < 0 ? ~start : start;
        var below = ImmutableArray.CreateBuilder<string>();
        for (var at = start; at < files.Length && files[at].StartsWith(prefix, StringComparison.Ordinal); at++) below.Add(files[at][prefix.Length..]);
        return below.DrainToImmutable();
    }

    /// <summary>The path in the repository of a path in the context.</summary>
    public string RepositoryPath(string path) => root.Length == 0 ? path : UnixPath.Join(root, path);

    /// <summary>A file of the context, or null where there is none.</summary>
    public RepositoryFile? Find(string path) => HasFile(path) ? repository.Find(RepositoryPath(path)) : null;

    /// <summary>A file by its path in the repository, ignored or not.</summary>
    public RepositoryFile? FindInRepository(string path) => repository.Find(path);

    /// <summary>Whether a path of the context is a file.</summary>
    public bool HasFile(string path) => Files.AsSpan().BinarySearch(path, StringComparer.Ordinal) >= 0;

    /// <summary>Whether a path of the context is a directory with at least one file below it.</summary>
    public bool HasDirectory(string path)
    {
        if (path is "" or ".") return true;
        var prefix = path + "/";
        var at = Files.AsSpan().BinarySearch(prefix, StringComparer.Ordinal);
        at = at < 0 ? ~at : at;
        return at < Files.Length && Files[at].StartsWith(prefix, StringComparison.Ordinal);
    }

    /// <summary>Files and directories that a source of COPY names; several for a pattern.</summary>
    /// <param name="source">A path or pattern relative to the context.</param>
    public ImmutableArray<string> Match(string source)
    {
        var path = UnixPath.Relative(source);
        if (HasFile(path) || HasDirectory(path)) return [path];
        if (!UnixPath.HasPattern(path)) return [];
        var depth = path.Count(character => character == '/') + 1;
        return
        [
            .. Files.Select(file => Top(file, depth)).OfType<string>().Distinct(StringComparer.Ordinal)
                .Where(candidate => PathPattern.Matches(path, candidate)),
        ];
    }

    /// <summary>The file of the context that a copy puts at a path of the image, or null.</summary>
    public string? Source(Effect.FilesCopied copy, string imagePath)
    {
        if (UnixPath.Below(imagePath, copy.Destination) is not { } rest) return null;
        foreach (var source in copy.Sources.Reverse())
        {
            foreach (var match in Match(source))
            {
                var candidate = Candidate(copy, match, rest);
                if (candidate is not null && HasFile(candidate) && !IsExcluded(copy, candidate)) return candidate;
            }
        }

        return null;
    }

    private string? Candidate(Effect.FilesCopied copy, string match, string rest)
    {
        if (copy.KeepsParents) return UnixPath.IsWithin("/" + rest, "/" + match) ? rest : null;
        if (!HasFile(match)) return rest.Length == 0 ? null : match.Length == 0 ? rest : match + "/" + rest;
        if (copy.IntoDirectory) return rest == UnixPath.NameOf(match) ? match : null;
        return rest.Length == 0 ? match : null;
    }

    private static bool IsExcluded(Effect.FilesCopied copy, string path) =>
        copy.Excluded.Any(pattern => new IgnoreRules.Rule(UnixPath.Relative(pattern), false).Matches(path.Split('/')));

    private static string? Top(string file, int depth)
    {
        var at = -1;
        for (var i = 0; i < depth; i++)
        {
            at = file.IndexOf('/', at + 1);
            if (at < 0) return i == depth - 1 ? file : null;
        }

        return file[..at];
    }
}
