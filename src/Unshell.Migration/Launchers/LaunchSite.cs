using System.Collections.Immutable;
using Unshell.Dockerfiles.Syntax;
using Unshell.Migration.Probes;
using Unshell.Services;
using Unshell.Services.Commands;
using Unshell.Services.Commands.Probes;
using Unshell.Services.Manifests;
using Unshell.Services.Needs;

namespace Unshell.Migration.Launchers;

/// <summary>A command that takes a shell which the new image lacks.</summary>
/// <param name="Command">The command, read for itself.</param>
/// <param name="Stem">What a launcher of its text is called, without suffix.</param>
/// <param name="Instruction">The instruction that says it, or null for a manifest's.</param>
/// <param name="Form">How it says it, or null.</param>
internal sealed record LaunchSite(ProcessCommand Command, string Stem, InstructionSyntax? Instruction = null, CommandForm? Form = null)
{
    /// <summary>All such commands of a service: those of the Dockerfile first.</summary>
    public static ImmutableArray<LaunchSite> Of(ServiceModel service)
    {
        var missing = NeedMatcher.Missing(service).Where(need => need.Phase != NeedPhase.Build && need.Requirement is Requirement.Shell).ToImmutableArray();
        if (missing.IsEmpty) return [];
        return [.. InDockerfile(service).Concat(service.Uses.SelectMany(InManifest)).Where(site => missing.Any(need => IsSaidBy(need, site.Command)))];
    }

    private static IEnumerable<LaunchSite> InDockerfile(ServiceModel service)
    {
        var final = service.Build.TargetStage!.Final;
        if (service.Entrypoint is { } entrypoint) yield return new LaunchSite(entrypoint, "start", final.Entrypoint, final.Entrypoint?.Command);
        // A shell-form ENTRYPOINT never sees what CMD says.
        if (service.Command is { } command && final.Entrypoint?.Command is not CommandForm.Shell) yield return new LaunchSite(command, "start", final.Command, final.Command?.Command);
        if (service.Healthcheck is { } check && final.Healthcheck is { Command: { } form } instruction && !IsSaidInPython(check))
            yield return new LaunchSite(check, "healthcheck", instruction, form);
    }

    private static IEnumerable<LaunchSite> InManifest(ManifestUse use)
    {
        if (use.Match == Certainty.Possible || use.Kind is not (ManifestKind.Compose or ManifestKind.Kubernetes)) yield break;
        // A container is named after its workload and itself, which often are one name.
        var parts = string.Join('_', use.Name.Split('/').Distinct(StringComparer.Ordinal));
        var name = string.Concat(parts.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
        if (use.Command is { } command) yield return new LaunchSite(command, "start_" + name);
        foreach (var probe in use.Probes.Where(probe => !IsSaidInPython(probe))) yield return new LaunchSite(probe, "check_" + name);
        foreach (var hook in use.Hooks) yield return new LaunchSite(hook, "hook_" + name);
    }

    /// <summary>A check that <see cref="ProbeWriter"/> can say needs no launcher.</summary>
    private static bool IsSaidInPython(ProcessCommand check) => ProbeWriter.Write(ProbeReader.Read(check)) is ProbeCommand.Exec;

    private static bool IsSaidBy(Need need, ProcessCommand command) => need.Evidence.Any(place =>
        command.Script?.File?.Path == place.File.Path
        || command.Places.Any(own => own.File.Path == place.File.Path && (own.Span.Contains(place.Span) || own.Span.Overlaps(place.Span))));
}
