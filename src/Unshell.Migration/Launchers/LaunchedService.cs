using System.Collections.Immutable;
using Unshell.Dockerfiles.Syntax;
using Unshell.Services;

namespace Unshell.Migration.Launchers;

/// <summary>Tells what is said of instructions of the Dockerfile with launchers in terms of the Dockerfile as it was.</summary>
internal static class LaunchedService
{
    /// <summary>The placements of the original instructions: those of added ones are left out, those of dropped ones come in.</summary>
    /// <param name="draft">What was changed first.</param>
    /// <param name="launched">The service with those changes.</param>
    /// <param name="placements">What then became of its instructions.</param>
    public static ImmutableArray<Placement> Original(DockerfileDraft draft, ServiceModel launched, ImmutableArray<Placement> placements)
    {
        var originals = new Dictionary<InstructionSyntax, InstructionSyntax>(ReferenceEqualityComparer.Instance);
        foreach (var (now, before) in launched.Build.Syntax.Instructions.Zip(Sequence(draft)))
            if (before is not null) originals[now] = before;
        return
        [
            .. placements.Where(placement => originals.ContainsKey(placement.Instruction))
                .Select(placement => placement with { Instruction = originals[placement.Instruction] })
                .Concat(draft.Placements)
                .OrderBy(placement => placement.Instruction.Span),
        ];
    }

    /// <summary>The instructions as they stand one after another in the changed file; null for an added one.</summary>
    private static IEnumerable<InstructionSyntax?> Sequence(DockerfileDraft draft)
    {
        foreach (var instruction in draft.Service.Build.Syntax.Instructions)
        {
            if (!draft.Dropped.Contains(instruction, ReferenceEqualityComparer.Instance)) yield return instruction;
            foreach (var _ in draft.Added.Where(offset => offset == instruction.FullSpan.End)) yield return null;
        }
    }
}
