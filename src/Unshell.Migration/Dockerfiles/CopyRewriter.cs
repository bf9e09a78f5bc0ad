using Unshell.Catalog;
using Unshell.Dockerfiles.Syntax;
using Unshell.Services;
using Unshell.Services.Simulation;
using Unshell.Text;

namespace Unshell.Migration.Dockerfiles;

/// <summary>
/// Adapts COPY: owners that the hardened images do not know, and distributions copied by path, which travel as the virtual
/// environment now.
/// </summary>
internal sealed class CopyRewriter(
    ServiceModel service, StagePlan plan, SourceEdits edits, List<Placement> placements, List<string> notes, EnvironmentPlan environment)
{
    private readonly HashSet<InstructionSyntax> replaced = new(ReferenceEqualityComparer.Instance);

    /// <summary>Copies of distributions that the copy of an environment stands for now.</summary>
    public IReadOnlySet<InstructionSyntax> Replaced => replaced;

    /// <summary>Makes the edits in every stage that the target needs.</summary>
    public void Rewrite()
    {
        foreach (var stage in service.Build.Reachable.Select(index => service.Build.Stages[index]))
        {
            var copiedEnvironment = false;
            foreach (var step in stage.Steps.Where(step => step.Instruction is CopyInstruction))
            {
                RewriteOwner(stage, step);
                if (environment.Path is not null && IsDistributionCopy(step)) ReplaceByEnvironment(stage, (CopyInstruction)step.Instruction, ref copiedEnvironment);
            }
        }
    }

    private void RewriteOwner(StageModel stage, BuildStep step)
    {
        if (step.Instruction.Flag("chown") is not { } flag || step.Effects.OfType<Effect.FilesCopied>().FirstOrDefault() is not { Owner: { } owner } copy) return;
        if (owner is ArtifactPlanner.RuntimeOwner or "65532") return;
        var isTarget = stage.Index == plan.Target.Index;
        if (!NamesAccount(owner) && !isTarget) return;
        var isData = stage.Final.Volumes.Contains(copy.Destination.TrimEnd('/'));
        if (isData)
        {
            edits.Replace(flag.ValueSpan, ArtifactPlanner.RuntimeOwner);
        }
        else if (NamesAccount(owner) || plan.Strategy == StageStrategy.InPlace)
        {
            edits.Remove(TextSpan.FromBounds(flag.Span.Start, AfterBlanks(flag.Span.End)));
            notes.Add($"{copy.Destination} belonged to {owner} and belongs to root now: code is read-only for the service; name what it writes with --writable");
        }

        placements.Add(new Placement(step.Instruction, PlacementKind.Rewritten, $"the account {owner} does not exist in the hardened image"));
    }

    private static bool NamesAccount(string owner) => owner.Any(c => !char.IsAsciiDigit(c) && c != ':') && owner is not ("root" or "root:root" or "nonroot" or "nonroot:nonroot");

    private int AfterBlanks(int offset)
    {
        var content = edits.Source.Content;
        while (offset < content.Length && content[offset] is ' ' or '\t') offset++;
        return offset;
    }

    /// <summary>Site-packages, scripts, a <c>--prefix</c> directory or a user's <c>.local</c> of a stage whose packages are in the environment now.</summary>
    private bool IsDistributionCopy(BuildStep step)
    {
        if (step.Effects.OfType<Effect.FilesCopied>().FirstOrDefault() is not { Origin: CopyOrigin.Stage origin, Sources: [var source] }) return false;
        var stage = service.Build.Stages[origin.Index];
        var path = source.Length > 1 ? source.TrimEnd('/') : source;
        ImageOffers original = plan.Bases.Original;
        return path == original.SitePackages || path == original.InterpreterDirectory || environment.CopiedPrefixes.Contains(path) || IsPrefixWithoutOtherFiles(stage, path)
            || stage.Final.PythonInstalls.Any(install => install.Target is PythonTarget.User { Home: var home } && path == home + "/.local");
    }

    /// <summary>A directory above site-packages, into which the stage wrote nothing but distributions.</summary>
    private bool IsPrefixWithoutOtherFiles(StageModel stage, string path)
    {
        if (plan.Bases.Original.SitePackages is not { } packages || !packages.StartsWith(path + "/", StringComparison.Ordinal)) return false;
        var writes = stage.Steps.SelectMany(step => step.Effects).Any(effect => effect switch
        {
            Effect.Opaque => true,
            Effect.FileWritten written => written.Path.StartsWith(path + "/", StringComparison.Ordinal),
            Effect.PathCopied copied => copied.Destination.StartsWith(path + "/", StringComparison.Ordinal),
            Effect.FilesCopied copied => copied.Destination.StartsWith(path, StringComparison.Ordinal),
            _ => false,
        });
        if (writes) notes.Add($"{path} is copied for more than Python distributions: it stays as it is, and the distributions must be copied from {environment.Path} beside it");
        return !writes;
    }

    private void ReplaceByEnvironment(StageModel stage, CopyInstruction copy, ref bool isDone)
    {
        replaced.Add(copy);
        if (isDone)
        {
            edits.RemoveLines(copy);
            placements.Add(new Placement(copy, PlacementKind.Dropped, "the virtual environment holds the scripts too"));
            return;
        }

        isDone = true;
        var words = TextSpan.FromBounds(copy.Sources[0].Span.Start, copy.Destination!.Span.End);
        edits.Replace(words, $"{environment.Path} {environment.Path}");
        var runsCommands = stage.Index != plan.Target.Index || plan.Strategy == StageStrategy.Split;
        if (runsCommands && environment.Insertions.All(insertion => insertion.Stage != stage.Index))
            edits.Insert(copy.FullSpan.End, $"ENV PATH=\"{environment.Path}/bin:$PATH\"{edits.Source.NewLine}");
        placements.Add(new Placement(copy, PlacementKind.Rewritten, "the distributions travel as a virtual environment, which needs no fixed place of the interpreter"));
    }
}
