using Unshell.Python.Uses;
using Unshell.Services.Simulation;

namespace Unshell.Services.Needs;

/// <summary>Which path of the image must be writable for what the code writes.</summary>
internal static class WritablePaths
{
    /// <summary>
    /// The directory that is made or that holds the file; the file itself where that directory holds the service's code, which stays
    /// as it is. Empty where nothing certain is known of the place.
    /// </summary>
    public static IEnumerable<Requirement> Of(SourceUse.Write write, ServiceModel service)
    {
        var working = service.Build.TargetStage!.Final.WorkingDirectory;
        if (Directory(write, working) is not { } path || IsOpenToAll(path)) return [];
        var isBesideCode = write.Kind is not (WriteKind.Directory or WriteKind.Database) && UnixPath.ParentOf(path) == working && write.Path.Known is not null && PathOf(write.Path.Known, working) == path;
        var isCode = path == working;
        return [new Requirement.WritablePath(path, service.Build.TargetStage.Final.Volumes.Contains(path)) { IsFile = isBesideCode || isCode }];
    }

    private static string? Directory(SourceUse.Write write, string working)
    {
        if (write.Path.Known is { } known)
        {
            var path = PathOf(known, working);
            if (write.Kind == WriteKind.Directory) return path == working ? null : path;
            if (write.Kind == WriteKind.Removal) return null;
            var parent = UnixPath.ParentOf(path);
            // A database writes its journal beside itself; any other file can be given away alone.
            return parent == working && write.Kind != WriteKind.Database ? path : parent;
        }

        var beginning = write.Path.Beginning;
        var slash = beginning.LastIndexOf('/');
        if (slash < 0 || write.Kind == WriteKind.Removal) return null;
        var directory = PathOf(slash == 0 ? "/" : beginning[..slash], working);
        return directory == "/" || directory == working ? null : directory;
    }

    private static string PathOf(string path, string working) => UnixPath.Normalize(UnixPath.Absolute(working, path));

    private static bool IsOpenToAll(string path) =>
        ((string[])["/tmp", "/var/tmp", "/dev", "/proc", "/sys"]).Any(directory => UnixPath.IsWithin(path, directory)) || path == "/";
}
