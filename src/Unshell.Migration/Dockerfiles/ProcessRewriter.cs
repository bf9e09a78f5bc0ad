using System.Collections.Immutable;
using System.Globalization;
using Unshell.Dockerfiles.Syntax;
using Unshell.Migration.Probes;
using Unshell.Services;
using Unshell.Services.Commands;
using Unshell.Services.Commands.Probes;
using Unshell.Text;

namespace Unshell.Migration.Dockerfiles;

/// <summary>Rewrites ENTRYPOINT, CMD and HEALTHCHECK so that no shell stands between, where that is sure.</summary>
internal sealed class ProcessRewriter(
    ServiceModel service, StagePlan plan, RunnerPlan runner, SourceEdits edits, PortMoves ports, List<Placement> placements, List<string> notes,
    HashSet<InstructionSyntax> dropped)
{
    /// <summary>Makes the edits.</summary>
    public void Rewrite()
    {
        if (service.Process is { } process) RewriteProcess(process);
        if (service.Healthcheck is { } check && plan.Target.Final.Healthcheck is { Command: { } form } instruction) RewriteHealthcheck(check, instruction, form);
    }

    private void RewriteProcess(ProcessCommand process)
    {
        if (!runner.IsRemoved) return;
        if (CommandRewriter.PlainForm(process, plan.Bases.Original) is not { } found)
        {
            RewriteArguments(process);
            return;
        }

        var plain = WithMovedPorts(process, found);
        var entrypoint = plan.Target.Final.Entrypoint;
        var command = plan.Target.Final.Command;
        if (HasOnlyMovedPorts(found, plain, entrypoint?.Command, command?.Command)) return;
        switch (entrypoint?.Command, command?.Command)
        {
            case (CommandForm.Shell form, _):
                Replace(entrypoint!, form, plain, "no shell is needed for it");
                if (command is not null) Drop(command, "a shell-form ENTRYPOINT never saw it; an exec form would");
                break;
            case (null, CommandForm.Shell form):
                Replace(command!, form, plain, "no shell is needed for it");
                break;
            case (null, CommandForm.Exec form):
                if (!CommandRewriter.Says(form, plain)) Replace(command!, form, plain, "without what the hardened image lacks");
                break;
            case (CommandForm.Exec form, null):
                if (!CommandRewriter.Says(form, plain)) Replace(entrypoint!, form, plain, "without what the hardened image lacks");
                break;
            case (CommandForm.Exec first, CommandForm.Exec second):
                RewriteBoth(entrypoint!, first, command!, second, plain);
                break;
            default:
                break;
        }
    }

    /// <summary>
    /// The CMD behind an entrypoint script that stays for a person: whoever rewrites the script wants words, since the shell that
    /// would read the text is gone.
    /// </summary>
    private void RewriteArguments(ProcessCommand process)
    {
        if (process.Script is null || service.Command is not { PlainWords: not null } arguments) return;
        if (plan.Target.Final is not { Entrypoint.Command: CommandForm.Exec, Command: { Command: CommandForm.Shell form } command }) return;
        if (CommandRewriter.PlainForm(arguments, plan.Bases.Original) is not { } words) return;
        Replace(command, form, WithMovedPorts(arguments, words), "exec form: the script in front gets the words themselves");
    }

    /// <summary>An exec form in which nothing but ports change keeps its own layout: the ports are edited where they stand.</summary>
    private static bool HasOnlyMovedPorts(ImmutableArray<string> found, ImmutableArray<string> moved, CommandForm? first, CommandForm? second) =>
        !found.SequenceEqual(moved, StringComparer.Ordinal)
        && new[] { first, second }.All(form => form is null or CommandForm.Exec)
        && new[] { first, second }.OfType<CommandForm.Exec>().SelectMany(exec => exec.Arguments).Select(argument => argument.Value).SequenceEqual(found, StringComparer.Ordinal);

    /// <summary>Takes leading words (wrappers) off ENTRYPOINT and CMD together, so that each keeps its own share.</summary>
    private void RewriteBoth(EntrypointInstruction entrypoint, CommandForm.Exec first, CmdInstruction command, CommandForm.Exec second, ImmutableArray<string> plain)
    {
        var head = first.Arguments.Length;
        var total = head + second.Arguments.Length;
        var words = first.Arguments.Concat(second.Arguments).Select(argument => argument.Value).ToList();
        if (words.SequenceEqual(plain, StringComparer.Ordinal)) return;
        var removed = total - plain.Length;
        if (removed < 0)
        {
            Replace(entrypoint, first, plain[..(head - removed)], "started through the interpreter, since its first line asks for /usr/bin/env");
            return;
        }

        if (!words.Skip(removed + 1).SequenceEqual(plain.Skip(1), StringComparer.Ordinal)) return;
        if (removed >= head)
        {
            Drop(entrypoint, $"the wrapper {string.Join(' ', words.Take(head))} is not in the hardened image");
            if (!CommandRewriter.Says(second, plain)) Replace(command, second, plain, "without what the hardened image lacks");
            return;
        }

        Replace(entrypoint, first, plain[..(head - removed)], "without what the hardened image lacks");
    }

    private void RewriteHealthcheck(ProcessCommand check, HealthcheckInstruction instruction, CommandForm form)
    {
        var probe = ProbePorts.Move(ProbeReader.Read(check), ports.Moves);
        switch (ProbeWriter.Write(probe))
        {
            case ProbeCommand.Exec exec when !CommandRewriter.Says(form, exec.Arguments):
                if (form is CommandForm.Exec && probe is ProbeShape.AppCommand or ProbeShape.PythonInline or ProbeShape.PythonScript && !check.Arguments.Any(IsOldPath)) break;
                Replace(instruction, form, exec.Arguments, "the same check in Python, without a shell");
                break;
            case ProbeCommand.Impossible impossible:
                notes.Add($"{check.Places[0].Position}: the health check stays as it is: {impossible.Reason}");
                break;
            default:
                break;
        }

        bool IsOldPath(string? word) => word is not null && plan.Bases.Original.InterpreterDirectory is { } directory && word.StartsWith(directory + "/", StringComparison.Ordinal);
    }

    /// <summary>The words with the ports in them moved, as the edits of the same places would do it.</summary>
    private ImmutableArray<string> WithMovedPorts(ProcessCommand process, ImmutableArray<string> words)
    {
        var offset = words.Length - process.PlainPlaces.Length;
        if (offset < 0) return words;
        var moved = words.ToBuilder();
        for (var index = 0; index < process.PlainPlaces.Length; index++)
        {
            var place = process.PlainPlaces[index];
            foreach (var mention in service.Ports.Where(mention => mention.Place.File == place.File && ports.Moves.ContainsKey(mention.Number)))
            {
                var at = place.Text.Content.Length == 0 ? -1 : OffsetIn(place, mention.Place.Span);
                if (at < 0) continue;
                var word = moved[index + offset];
                var start = word.Length - place.Value.Length + at;
                if (start < 0) continue;
                moved[index + offset] = string.Concat(word.AsSpan(0, start), ports.Moves[mention.Number].ToString(CultureInfo.InvariantCulture), word.AsSpan(start + mention.Place.Span.Length));
            }
        }

        return moved.ToImmutable();
    }

    private static int OffsetIn(PlacedText word, TextSpan span)
    {
        for (var at = 0; at + span.Length <= word.Value.Length; at++)
            if (word.Text.ToSource(new TextSpan(at, span.Length)) == span) return at;
        return -1;
    }

    private void Replace(InstructionSyntax instruction, CommandForm form, ImmutableArray<string> words, string reason)
    {
        edits.Replace(CommandRewriter.ArgumentSpan(instruction, form), CommandRewriter.Exec(words));
        placements.Add(new Placement(instruction, PlacementKind.Rewritten, reason));
    }

    private void Drop(InstructionSyntax instruction, string reason)
    {
        edits.RemoveLines(instruction);
        dropped.Add(instruction);
        placements.Add(new Placement(instruction, PlacementKind.Dropped, reason));
    }
}
