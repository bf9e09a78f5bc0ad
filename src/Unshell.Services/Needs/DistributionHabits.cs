using System.Collections.Immutable;
using Unshell.Python.Packages;
using Unshell.Python.Requirements;
using Unshell.Services.Simulation;

namespace Unshell.Services.Needs;

/// <summary>What Python distributions rely on beside libraries and programs: caches that they write, the Python below them, cryptography.</summary>
internal static class DistributionHabits
{
    public static IEnumerable<Need> Of(ServiceModel service, ImmutableArray<InstalledDistribution> distributions)
    {
        var target = service.Build.TargetStage!;
        var home = CachePlaces.HomeOf(service, target.Index);
        foreach (var installed in distributions)
        {
            foreach (var fact in DistributionKnowledge.Of(installed.Wanted))
            {
                if (fact.Kind == DistributionFactKind.Cache && fact.Value[0] != "HOME" && fact.Value[1].StartsWith('~'))
                {
                    var cache = new Requirement.Cache(fact.Value[0], home + fact.Value[1][1..], installed.Wanted.Name);
                    yield return Make(cache, fact.Value[2] == "fails" ? NeedPhase.Later : NeedPhase.Silent, installed, target.Index);
                }
                else if (fact.Kind == DistributionFactKind.Cryptography && fact.Value[0] is not ("system" or "driver"))
                {
                    yield return Make(new Requirement.OwnCryptography(installed.Wanted.Name, Means(fact.Value[0])), NeedPhase.Silent, installed, target.Index);
                }
                else if (fact.Kind == DistributionFactKind.Python && installed.Wanted.Version is { } version)
                {
                    yield return Make(new Requirement.PythonRange(fact.Value[0], $"{installed.Wanted.Name} {version}"), NeedPhase.Build, installed, installed.Stage);
                }
            }
        }

        foreach (var need in Projects(service)) yield return need;
    }

    /// <summary>Projects that say for which Pythons they are made, where an installer keeps to it.</summary>
    private static IEnumerable<Need> Projects(ServiceModel service)
    {
        foreach (var stage in service.Build.Reachable.Select(index => service.Build.Stages[index]))
        {
            for (var at = 0; at < stage.Steps.Length; at++)
            {
                foreach (var path in stage.Steps[at].Effects.OfType<Effect.PythonInstalled>().SelectMany(effect => effect.Install.Files).Distinct(StringComparer.Ordinal))
                {
                    if (!path.EndsWith("/pyproject.toml", StringComparison.Ordinal) || InstalledDistributions.Read(service, stage, at, path) is not { } source) continue;
                    if (RequirementReader.Read(source) is not { Python: { } python } document) continue;
                    yield return new Need
                    {
                        Requirement = new Requirement.PythonRange(python.Versions.ToString(), document.Project ?? "the project"),
                        Phase = NeedPhase.Build,
                        Evidence = [new Evidence(source, python.Span)],
                        Certainty = Certainty.Certain,
                        Stage = stage.Index,
                    };
                }
            }
        }
    }

    private static string Means(string word) => word switch
    {
        "bundles-openssl" => "an OpenSSL of its own",
        "bundles-boringssl" => "BoringSSL",
        "rust-tls" => "TLS written in Rust",
        _ => "algorithms of its own",
    };

    private static Need Make(Requirement requirement, NeedPhase phase, InstalledDistribution installed, int stage) => new()
    {
        Requirement = requirement,
        Phase = phase,
        Evidence = [installed.Place],
        Certainty = installed.Wanted.IsCertain ? Certainty.Likely : Certainty.Possible,
        Stage = stage,
    };
}
