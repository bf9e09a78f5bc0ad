using Unshell.Catalog;
using Unshell.Services.Commands;
using Unshell.Services.Needs;
using Unshell.Services.Simulation;

namespace Unshell.Services.Launching;

/// <summary>Which programs a launcher finds in the hardened image.</summary>
public static class ImagePrograms
{
    /// <summary>Whether a program is in an image of which nothing else is known; null where it may be a script of a Python distribution.</summary>
    /// <param name="offers">The image.</param>
    /// <param name="program">Bare name or path.</param>
    public static bool? Has(ImageOffers offers, string program)
    {
        var name = ImagePaths.NameOf(program);
        if (!offers.IsKnown || (program.Contains('/', StringComparison.Ordinal) && !IsSystemPath(program))) return null;
        if (offers.Programs.Contains(name) || offers.Shells.Contains(name)) return true;
        return StartScripts.DialectOf(name) is not null || SystemPrograms.IsSystem(name) ? false : null;
    }

    /// <summary>Whether a program is there once the service is moved; null where that is not known.</summary>
    /// <param name="service">The service.</param>
    /// <param name="context">Its image as commands see it.</param>
    /// <param name="program">Bare name or path.</param>
    internal static bool? Has(ServiceModel service, CommandContext context, string program)
    {
        var build = service.Build;
        var offers = service.Offers[build.Target];
        var name = ImagePaths.NameOf(program);
        if (program.Contains('/', StringComparison.Ordinal) && !IsSystemPath(program))
            return context.Find(context.Absolute(program)) is { } file ? !IsShellScript(file) : null;
        if (!offers.IsKnown || offers.Programs.Contains(name)) return offers.IsKnown ? true : null;
        if (StartScripts.DialectOf(name) is not null) return offers.Shells.Contains(name);
        if (IsCarried(service, offers, name)) return true;
        if (Brought(service, context, name) is { } brought) return brought;
        var original = StageOffers.OriginalOf(build, build.Stages[build.Target]);
        return (original.IsKnown && original.Programs.Contains(name)) || SystemPrograms.IsSystem(name) ? false : null;
    }

    private static bool IsSystemPath(string program) => ImagePaths.IsWithin(program, "/bin") || ImagePaths.IsWithin(program, "/sbin")
        || ImagePaths.IsWithin(program, "/usr/bin") || ImagePaths.IsWithin(program, "/usr/sbin") || ImagePaths.IsWithin(program, "/usr/local/bin");

    /// <summary>Whether a package brings it that is, or will be, copied into the runtime image.</summary>
    private static bool IsCarried(ServiceModel service, ImageOffers offers, string name)
    {
        if (offers.Distro is not { } distro) return false;
        var state = service.Build.Stages[service.Build.Target].Final;
        if (state.Carried.Any(package => Brings(package, distro, name))) return true;
        return service.Build.TargetChain.SelectMany(index => service.Build.Stages[index].Final.Packages.Keys)
            .Any(package => PackageKnowledge.Of(package, distro, distro) is { Role: PackageRole.Program or PackageRole.Library or PackageRole.Data } && Brings(package, distro, name));
    }

    private static bool Brings(string package, Distro distro, string program) =>
        package == program || PackageKnowledge.Of(package, distro, distro).Programs.Contains(program);

    private static bool? Brought(ServiceModel service, CommandContext context, string name) =>
        ImageFiles.FindProgram(service.Build, service.Build.Target, name) is not { } found ? null : found.File switch
        {
            TracedFile.PythonScript => null,
            TracedFile.Package { Spec.Name: var package } => service.Offers[service.Build.Target].Distro is { } distro
                && PackageKnowledge.Of(package, distro, distro).Role == PackageRole.Unknown ? null : false,
            TracedFile.Repository or TracedFile.Generated => context.Find(found.Path) is not { } file || !IsShellScript(file),
            _ => true,
        };

    private static bool IsShellScript(ImageFile file) =>
        file.Source is { } source && StartScripts.Shebang(source.Content).Program is { } interpreter && StartScripts.DialectOf(interpreter) is not null;
}
