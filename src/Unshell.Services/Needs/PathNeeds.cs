using Unshell.Dockerfiles.Syntax;
using Unshell.Services.Commands;
using Unshell.Services.Simulation;
using Unshell.Text;

namespace Unshell.Services.Needs;

/// <summary>Paths that the running service writes to, as far as the Dockerfile tells.</summary>
internal static class PathNeeds
{
    public static IEnumerable<Need> Of(ServiceModel service)
    {
        var build = service.Build;
        var target = build.TargetStage!;
        foreach (var index in build.TargetChain)
        {
            foreach (var step in build.Stages[index].Steps)
            {
                foreach (var (path, span, isVolume, certainty) in Paths(service, step))
                {
                    if (IsOfSystem(path) || target.Final.VirtualEnvironments.Keys.Any(venv => ImagePaths.IsWithin(path, venv))) continue;
                    yield return new Need
                    {
                        Requirement = new Requirement.WritablePath(path, isVolume || target.Final.Volumes.Contains(path)),
                        Phase = IsForLogs(path) ? NeedPhase.Start : NeedPhase.Later,
                        Evidence = [new Evidence(service.Dockerfile, span)],
                        Certainty = certainty,
                        Stage = target.Index,
                    };
                }
            }
        }
    }

    private static IEnumerable<(string Path, TextSpan Span, bool IsVolume, Certainty Certainty)> Paths(ServiceModel service, BuildStep step)
    {
        if (step.Instruction is WordListInstruction { Keyword: "VOLUME" } volume)
        {
            var made = step.After.Volumes.Except(step.Before.Volumes).ToArray();
            foreach (var path in made)
            {
                // Several words give several paths in the same order.
                var place = made.Length == volume.Words.Length ? volume.Words[Array.IndexOf(made, path)].Span : volume.Span;
                yield return (ImagePaths.Join("/", path), place, true, Certainty.Certain);
            }
        }

        if (step.Instruction is not RunInstruction) yield break;
        var code = service.Build.TargetStage!.Final.WorkingDirectory;
        foreach (var effect in step.Effects)
        {
            switch (effect)
            {
                // A directory that is made by hand is made to be written to; code and packages bring their own.
                // The home of a user that is made goes with the user.
                case Effect.DirectoryCreated made when made.Path != code && !ImagePaths.IsWithin(code, made.Path)
                    && service.Build.TargetStage.Final.Paths.ContainsKey(made.Path)
                    && !step.Effects.OfType<Effect.AccountCreated>().Any(account => account.Span == made.Span):
                    yield return (made.Path, made.Span, false, Certainty.Likely);
                    break;
                case Effect.OwnerChanged changed when !IsRoot(changed.Owner):
                    yield return (changed.Path, changed.Span, false, ImagePaths.IsWithin(code, changed.Path) ? Certainty.Possible : Certainty.Likely);
                    break;
                case Effect.ModeChanged { Mode: "777" or "0777" or "a+rwx" or "a+w" or "ugo+rw" } opened:
                    yield return (opened.Path, opened.Span, false, Certainty.Likely);
                    break;
            }
        }
    }

    /// <summary>A log is opened when the service starts; other directories are written when there is something to write.</summary>
    private static bool IsForLogs(string path) => path.Split('/').Any(part => part is "log" or "logs");

    private static bool IsRoot(string owner) => owner.Split(':')[0] is "root" or "0" or "";

    private static bool IsOfSystem(string path) => path is "/" or "/etc" or "/usr" or "/opt" or "/home" or "/var" or "/root"
        || path.Contains('*', StringComparison.Ordinal)
        || ((string[])["/usr", "/etc", "/bin", "/sbin", "/lib", "/lib64", "/root", "/proc", "/sys", "/dev", "/var/lib/apt", "/var/cache/apt", "/tmp"])
            .Any(directory => ImagePaths.IsWithin(path, directory));
}
