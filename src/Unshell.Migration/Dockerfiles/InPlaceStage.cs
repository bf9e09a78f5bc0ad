using System.Collections.Immutable;
using Unshell.Dockerfiles.Syntax;
using Unshell.Services;
using Unshell.Services.Simulation;

namespace Unshell.Migration.Dockerfiles;

/// <summary>Turns a target stage that only copies into the runtime stage where it stands.</summary>
internal sealed class InPlaceStage(
    ServiceModel service, StagePlan plan, SourceEdits edits, List<Placement> placements, List<string> notes, PackageChoice packages, EnvironmentPlan environment,
    RunnerPlan runner, ImmutableArray<WrittenPath> written)
{
    private readonly string newLine = edits.Source.NewLine;

    /// <summary>Makes the edits; the artifacts are the copies that were there, and the directories that are added.</summary>
    public ImmutableArray<Artifact> Write()
    {
        var from = plan.Target.Syntax.From;
        var reference = BaseSwap.ImageWord(
            from, plan.Target.Base is BaseImage.External external ? external.Reference : "", plan.Bases.Runtime,
            ImmutableSortedDictionary<string, string>.Empty, out _);
        if (from.Image!.Raw != reference)
        {
            edits.Replace(from.Image.Span, reference);
            placements.Add(new Placement(from, PlacementKind.Rewritten, $"becomes {plan.Bases.Runtime}: the stage only copies"));
        }

        foreach (var step in plan.Target.Steps.Where(step => step.Instruction is RunInstruction)) RemoveRun(step);
        var writable = Writable();
        AddMissingDirectories(writable);
        InsertHead();
        InsertCopies(writable);
        RewriteUser();
        return [.. writable];
    }

    private void RemoveRun(BuildStep step)
    {
        edits.RemoveLines(step.Instruction);
        placements.Add(new Placement(step.Instruction, PlacementKind.Dropped, "packages, accounts and directories reach the runtime image by COPY"));
    }

    private ImmutableArray<Artifact> Writable()
    {
        if (plan.BuildName is null) return [];
        // What an earlier migration gave to the user already is there.
        var given = plan.Steps.SelectMany(step => step.Effects).OfType<Effect.FilesCopied>()
            .Where(copy => copy.Owner is ArtifactPlanner.RuntimeOwner or "65532").Select(copy => copy.Destination.TrimEnd('/')).ToHashSet(StringComparer.Ordinal);
        var artifacts = new ArtifactPlanner(plan, plan.BuildName, null, ImmutableHashSet<InstructionSyntax>.Empty, written).Plan();
        return [.. artifacts.Writable.Where(artifact => !given.Contains(artifact.Path))];
    }

    /// <summary>Directories that the target's RUN made are made at the end of the build stage that they are copied from.</summary>
    private void AddMissingDirectories(ImmutableArray<Artifact> writable)
    {
        if (writable.IsEmpty) return;
        var build = service.Build.Stages.First(stage => stage.Syntax.Name == plan.BuildName);
        var last = build.Steps[^1].Instruction;
        var lead = edits.Source.TextOf(last.FullSpan).EndsWith('\n') ? "" : newLine;
        edits.Insert(last.FullSpan.End, $"{lead}RUN mkdir -p {string.Join(' ', writable.Select(artifact => artifact.Path))}{newLine}");
    }

    /// <summary>What stages below the target gave it: environment and working directory.</summary>
    private void InsertHead()
    {
        var lines = new List<string>();
        foreach (var step in plan.Chain.Where(stage => stage.Index != plan.Target.Index).SelectMany(stage => stage.Steps.Skip(1)))
        {
            if (step.Instruction is not (EnvInstruction or SingleWordInstruction { Keyword: "WORKDIR" })) continue;
            lines.Add(edits.TextOf(step.Instruction.Span));
            placements.Add(new Placement(step.Instruction, PlacementKind.Both, "the target stage had it from the stage below"));
        }

        if (RuntimeEnvironment.Line(service, plan, environment, runner) is { } line) lines.Add($"ENV {line}");
        var from = plan.Target.Syntax.From;
        edits.Insert(AfterArguments(), string.Concat(lines.Select(text => text + newLine)));
        if (from.FullSpan.End >= edits.Source.Length) notes.Add("the target stage is empty but for its FROM");
    }

    private int AfterArguments()
    {
        var at = 0;
        while (at + 1 < plan.Target.Steps.Length && plan.Target.Steps[at + 1].Instruction is ArgInstruction) at++;
        return plan.Target.Steps[at].Instruction.FullSpan.End;
    }

    /// <summary>Native packages and writable directories come behind the last COPY that was there, so that nothing covers them.</summary>
    private void InsertCopies(ImmutableArray<Artifact> writable)
    {
        var lines = new List<string>();
        if (!packages.Carried.IsEmpty) lines.Add($"COPY --from={plan.NativeName} {NativeStage.Root}/ /");
        if (RuntimeEnvironment.LocaleStage(plan, plan.BuildName) is { } locale) lines.Add($"COPY --from={locale} {RuntimeStage.LocaleFiles} {RuntimeStage.LocaleFiles}");
        lines.AddRange(writable.Select(artifact => $"COPY --from={artifact.FromStage} --chown={artifact.Owner} {artifact.Path} {artifact.Path}"));
        if (lines.Count > 0)
        {
            var anchor = plan.Target.Steps.LastOrDefault(step => step.Instruction is CopyInstruction) ?? plan.Target.Steps[0];
            edits.Insert(anchor.Instruction.FullSpan.End, Ended(anchor.Instruction) + string.Concat(lines.Select(line => line + newLine)));
        }

        if (!packages.Carried.IsEmpty)
            edits.Insert(plan.Target.Syntax.From.Span.Start, NativeStage.Text(plan.NativeName, plan.Bases, packages.Carried.Keys, service.Build.Syntax.Escape, newLine) + newLine);
    }

    private string Ended(InstructionSyntax instruction) => edits.Source.TextOf(instruction.FullSpan).EndsWith('\n') ? "" : newLine;

    private void RewriteUser()
    {
        var users = plan.Target.Steps.Select(step => step.Instruction).OfType<SingleWordInstruction>().Where(instruction => instruction.Keyword == "USER").ToList();
        if (users.Count == 0)
        {
            var anchor = plan.Target.Steps.FirstOrDefault(step => step.Instruction.Keyword is "EXPOSE" or "HEALTHCHECK" or "STOPSIGNAL" or "ENTRYPOINT" or "CMD")?.Instruction;
            var last = plan.Target.Steps[^1].Instruction;
            if (anchor is null) edits.Insert(last.FullSpan.End, $"{Ended(last)}USER {ArtifactPlanner.RuntimeOwner}{newLine}");
            else edits.Insert(anchor.FullSpan.Start, $"USER {ArtifactPlanner.RuntimeOwner}{newLine}");
            return;
        }

        foreach (var user in users)
        {
            if (user == users[^1] && user.Word is { } word) edits.Replace(word.Span, ArtifactPlanner.RuntimeOwner);
            else edits.RemoveLines(user);
            placements.Add(new Placement(user, PlacementKind.Rewritten, "numeric, since Kubernetes cannot check a name"));
        }
    }
}
