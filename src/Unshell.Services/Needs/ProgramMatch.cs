using Unshell.Catalog;
using Unshell.Services.Commands;
using Unshell.Services.Simulation;

namespace Unshell.Services.Needs;

/// <summary>Whether a program is there when it is needed.</summary>
internal static class ProgramMatch
{
    /// <summary>Whether the image, or what the Dockerfile brings into it, has the program.</summary>
    public static bool IsMet(ServiceModel service, Need need, ImageOffers offers, string program)
    {
        var name = ImagePaths.NameOf(program);
        var build = service.Build;
        if (offers.Programs.Contains(name) && (!program.StartsWith('/') || IsSystemPath(program))) return true;
        // Wherever an environment was copied to, its interpreter is in it.
        if (Servers.IsPython(name) && build.Stages[need.Stage].Final.VirtualEnvironments.Keys.Any(environment => program == ImagePaths.Join(environment, "bin/" + name))) return true;
        if (ImageFiles.FindProgram(build, need.Stage, program) is { File: var file } && Stays(file, offers)) return true;
        if (offers.Distro is { } carrying && build.Stages[need.Stage].Final.Carried.Any(package => Brings(package, carrying, name))) return true;
        if (IsInstalledBefore(service, need, offers, name)) return true;
        var original = StageOffers.OriginalOf(build, build.Stages[need.Stage]);
        // A console script stands beside the interpreter, and the new one stands elsewhere.
        if (original.InterpreterDirectory is { } scripts && ImagePaths.IsWithin(program, scripts) && offers.InterpreterDirectory != scripts) return false;
        if (original.IsKnown && original.Programs.Contains(name)) return false;
        if (IsOfPackage(service, need.Stage, name)) return false;
        // A name that neither the old image nor a package brings is a script of a Python distribution or of the service.
        return !SystemPrograms.IsSystem(name);
    }

    private static bool IsSystemPath(string program) => ImagePaths.IsWithin(program, "/usr") || ImagePaths.IsWithin(program, "/bin")
        || ImagePaths.IsWithin(program, "/sbin") || ImagePaths.IsWithin(program, "/opt/python");

    // A package's program goes with the package manager that is not there; that a distribution may bring a script of any name
    // says nothing of this one.
    private static bool Stays(TracedFile file, ImageOffers offers) => file switch
    {
        TracedFile.Package => offers.PackageManager is not null,
        TracedFile.PythonScript => false,
        _ => true,
    };

    private static bool IsInstalledBefore(ServiceModel service, Need need, ImageOffers offers, string name)
    {
        if (offers.PackageManager is null || offers.Distro is not { } distro) return false;
        var end = need.Phase == NeedPhase.Build ? need.Evidence[0].Span.Start : int.MaxValue;
        return Installed(service, need.Stage)
            .Where(package => package.Span.Start <= end)
            .Any(package => Brings(package.Name, distro, name) || (package.Name == "nodejs" && IsOfNode(name) && TakesFromElsewhere(service, need.Stage)));
    }

    /// <summary>What the nodejs package of NodeSource holds; Debian's own has npm in a package of that name.</summary>
    private static bool IsOfNode(string name) => name is "npm" or "npx" or "corepack";

    private static bool TakesFromElsewhere(ServiceModel service, int stage) =>
        service.Build.Stages[stage].Steps.SelectMany(step => step.Effects).Any(PackageSources.IsAddedBy);

    private static bool IsOfPackage(ServiceModel service, int stage, string name) =>
        service.Offers[stage].Distro is { } distro && Installed(service, stage).Any(package => Brings(package.Name, distro, name));

    private static bool Brings(string package, Distro distro, string program) =>
        package == program || PackageKnowledge.Of(package, distro, distro).Programs.Contains(program)
        // build-essential is a package of packages.
        || (package is "build-essential" or "build-base" && program is "gcc" or "g++" or "make" or "cc" or "c++" or "ld" or "ar" or "as");

    /// <summary>Packages that a stage and the stages below it install.</summary>
    private static IEnumerable<PackageSpec> Installed(ServiceModel service, int index)
    {
        var stage = service.Build.Stages[index];
        for (var hops = 0; hops <= service.Build.Stages.Length; hops++)
        {
            foreach (var packages in stage.Steps.SelectMany(step => step.Effects).OfType<Effect.PackagesInstalled>())
            {
                foreach (var package in packages.Packages) yield return package;
            }

            if (stage.Base is not BaseImage.Stage below) yield break;
            stage = service.Build.Stages[below.Index];
        }
    }
}
