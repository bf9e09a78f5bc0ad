using System.Collections.Immutable;
using Unshell.Catalog;
using Unshell.Dockerfiles.Syntax;
using Unshell.Services.Simulation;

namespace Unshell.Services.Needs;

/// <summary>What a running service relies on in its image: packages, users, the environment of the old base.</summary>
internal static class ImageNeeds
{
    public static IEnumerable<Need> Of(ServiceModel service) =>
        Packages(service).Concat(Users(service)).Concat(Environment(service));

    private static IEnumerable<Need> Packages(ServiceModel service)
    {
        var build = service.Build;
        var target = build.TargetStage!;
        if (service.Offers[target.Index].Distro is not { } to) yield break;
        foreach (var index in build.Reachable)
        {
            var stage = build.Stages[index];
            var from = StageOffers.OriginalOf(build, stage).Distro ?? to;
            if (from.Id != to.Id) continue;
            foreach (var (name, spec) in stage.Final.Packages)
            {
                // A tag that names no release has the packages of the newest one, which is where it goes.
                var facts = PackageKnowledge.Of(name, from.Version.Length == 0 ? to : from, to);
                foreach (var (requirement, phase, certainty) in Requirements(facts, build.TargetChain.Contains(index)))
                    yield return Make(requirement, phase, new Evidence(service.Dockerfile, spec.Span), certainty, target.Index);
            }
        }
    }

    private static IEnumerable<(Requirement, NeedPhase, Certainty)> Requirements(PackageFacts facts, bool isInTargetChain)
    {
        // Headers were there to build against: what was built loads the library. Of another stage only the headers count,
        // since its own libraries and programs never reached the image.
        foreach (var package in facts.RuntimePackages)
            yield return (new Requirement.Library(package, null), NeedPhase.Start, Certainty.Likely);
        if (!isInTargetChain) yield break;
        if (facts.Role == PackageRole.Library && facts.RuntimePackages.IsEmpty)
            yield return (new Requirement.Library(facts.NameInDistro ?? facts.Name, facts.Libraries.FirstOrDefault()), NeedPhase.Start, Certainty.Likely);
        if (facts.Role == PackageRole.Program && !facts.Programs.IsEmpty)
            yield return (new Requirement.Program(MainProgram.Of(facts)), NeedPhase.Later, Certainty.Possible);
    }

    private static IEnumerable<Need> Users(ServiceModel service)
    {
        var target = service.Build.TargetStage!;
        foreach (var index in service.Build.TargetChain)
        {
            foreach (var step in service.Build.Stages[index].Steps)
            {
                if (step.Instruction is not SingleWordInstruction { Keyword: "USER", Word: { } word } || step.After.User is not { Length: > 0 } user) continue;
                var isLast = user == target.Final.User;
                var place = new Evidence(service.Dockerfile, word.Span);
                foreach (var account in AccountNeeds.Names(user))
                    yield return Make(account, isLast ? NeedPhase.Start : NeedPhase.Build, place, Certainty.Certain, isLast ? target.Index : index);
                if (isLast && user.Split(':')[0] is "root" or "0" && step.Instruction == LastUser(target))
                    yield return Make(new Requirement.Root("run as root"), NeedPhase.Start, place, Certainty.Possible, target.Index);
            }
        }
    }

    private static InstructionSyntax? LastUser(StageModel target) =>
        target.Steps.LastOrDefault(step => step.Instruction.Keyword == "USER")?.Instruction;

    /// <summary>Variables of the old base that the new one does not set and that something can notice.</summary>
    private static IEnumerable<Need> Environment(ServiceModel service)
    {
        var build = service.Build;
        var target = build.TargetStage!;
        var bottom = build.Stages[build.TargetChain.Min()];
        var original = StageOffers.OriginalOf(build, bottom);
        if (!original.IsKnown || bottom.Syntax.From.Image is not { } image) yield break;
        foreach (var (name, value) in original.Environment)
        {
            if (name == "PATH" || IsSetBy(build, name)) continue;
            if (service.Offers[target.Index].Environment.TryGetValue(name, out var offered) && offered == value) continue;
            if (name is not "LANG" && !IsUsed(service, name)) continue;
            yield return Make(
                new Requirement.Variable(name, value), NeedPhase.Silent, new Evidence(service.Dockerfile, image.Span), Certainty.Likely, target.Index);
        }

        foreach (var name in (ImmutableArray<string>)["LANG", "LC_ALL", "LC_CTYPE"])
        {
            if (!IsSetBy(build, name) || !target.Final.Environment.TryGetValue(name, out var locale) || locale is "" or "C" or "POSIX") continue;
            if (PlaceOf(service, name) is { } place)
                yield return Make(new Requirement.Locale(locale), NeedPhase.Silent, place, Certainty.Certain, target.Index);
        }
    }

    private static bool IsSetBy(BuildModel build, string name) => PairsOf(build, name).Any();

    private static Evidence? PlaceOf(ServiceModel service, string name) =>
        PairsOf(service.Build, name).LastOrDefault() is { } pair ? new Evidence(service.Dockerfile, pair.Span) : null;

    private static IEnumerable<PairSyntax> PairsOf(BuildModel build, string name) =>
        from index in build.TargetChain.Order()
        from step in build.Stages[index].Steps
        where step.Instruction is EnvInstruction
        from pair in ((EnvInstruction)step.Instruction).Pairs
        where pair.Name.Raw == name
        select pair;

    private static bool IsUsed(ServiceModel service, string name) =>
        UsesVariable(service.Dockerfile.Content, name)
        || (service.Process?.Script?.Syntax is { } script && UsesVariable(script.Source.Content, name));

    private static bool UsesVariable(string text, string name) =>
        text.Contains("${" + name, StringComparison.Ordinal) || text.Contains("$" + name, StringComparison.Ordinal);

    private static Need Make(Requirement requirement, NeedPhase phase, Evidence place, Certainty certainty, int stage) => new()
    {
        Requirement = requirement,
        Phase = phase,
        Evidence = [place],
        Certainty = certainty,
        Stage = stage,
    };
}
