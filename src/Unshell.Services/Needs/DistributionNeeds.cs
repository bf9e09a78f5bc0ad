using System.Collections.Immutable;
using Unshell.Catalog;
using Unshell.Python.Packages;
using Unshell.Python.Requirements.Collecting;
using Unshell.Services.Simulation;

namespace Unshell.Services.Needs;

/// <summary>
/// Libraries and programs that Python distributions use when they run. Only what the image has today counts, from its base or from a
/// package of the Dockerfile: what was never there is not missed.
/// </summary>
internal static class DistributionNeeds
{
    /// <summary>The distribution whose package names the table of distributions uses.</summary>
    private static readonly Distro Debian12 = new("debian", "12");

    public static IEnumerable<Need> Of(ServiceModel service, ImmutableArray<InstalledDistribution> distributions)
    {
        var target = service.Build.TargetStage!;
        var original = StageOffers.OriginalOf(service.Build, target);
        var offers = service.Offers[target.Index];
        if (offers.Distro is not { } to) yield break;
        var libc = to.Id == "alpine" ? LibC.Musl : LibC.Glibc;
        foreach (var installed in distributions)
        {
            var certainty = installed.Wanted.IsCertain ? Certainty.Likely : Certainty.Possible;
            foreach (var (package, soname, _) in DistributionKnowledge.LibrariesOf(installed.Wanted, offers.PythonVersion, libc))
            {
                if (!HasLibrary(target, original, package, soname)) continue;
                var name = PackageKnowledge.Of(package, Debian12, to).NameInDistro ?? package;
                yield return Make(new Requirement.Library(name, null), NeedPhase.Start, installed.Place, certainty, target.Index);
            }

            // One program stands for its package, which brings them all.
            foreach (var (program, package, phase) in ProgramsOf(installed.Wanted).DistinctBy(program => program.Package))
            {
                if (HasProgram(target, original, program, package))
                    yield return Make(new Requirement.Program(program), phase, installed.Place, certainty, target.Index);
            }
        }
    }

    private static IEnumerable<(string Name, string Package, NeedPhase Phase)> ProgramsOf(WantedDistribution wanted) =>
        from fact in DistributionKnowledge.Of(wanted)
        where fact.Kind is DistributionFactKind.Program or DistributionFactKind.ProgramAtImport && !fact.Value[0].StartsWith('/')
        select (fact.Value[0], fact.Value[1], fact.Kind == DistributionFactKind.Program ? NeedPhase.Later : NeedPhase.Start);

    private static bool HasLibrary(StageModel target, ImageOffers original, string package, string soname) =>
        original.Libraries.Contains(soname) || HasPackage(target, original, package);

    private static bool HasProgram(StageModel target, ImageOffers original, string program, string package) =>
        original.Programs.Contains(program) || HasPackage(target, original, package);

    private static bool HasPackage(StageModel target, ImageOffers original, string package)
    {
        var name = original.Distro is { Version.Length: > 0 } from ? PackageKnowledge.Of(package, Debian12, from).NameInDistro ?? package : package;
        return original.Packages.Contains(name) || target.Final.Packages.ContainsKey(name);
    }

    private static Need Make(Requirement requirement, NeedPhase phase, Evidence place, Certainty certainty, int stage) => new()
    {
        Requirement = requirement,
        Phase = phase,
        Evidence = [place],
        Certainty = certainty,
        Stage = stage,
    };
}
