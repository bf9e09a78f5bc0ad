namespace Unshell.Services.Simulation;

/// <summary>Steps by which packages come from elsewhere than the distribution.</summary>
public static class PackageSources
{
    /// <summary>Whether an effect adds a source of packages: from there on a name may mean another package than the distribution's own.</summary>
    public static bool IsAddedBy(Effect effect) => effect switch
    {
        Effect.FileWritten { Path: var path } => IsList(path),
        Effect.FileEdited { Path: var path } => IsList(path),
        Effect.ProgramRun { Name: var name } => name is "add-apt-repository" or "apt-add-repository",
        Effect.FilesCopied { Destination: var path } => IsList(path),
        _ => false,
    };

    private static bool IsList(string path) => path == "/etc/apk/repositories" || path == "/etc/apt/sources.list"
        || path.StartsWith("/etc/apt/sources.list.d", StringComparison.Ordinal);
}
