using System.Collections.Immutable;
using Unshell.Migration.Dockerfiles;
using Unshell.Migration.Launchers;
using Unshell.Migration.Probes;
using Unshell.Services;
using Unshell.Services.Commands;
using Unshell.Services.Commands.Probes;
using Unshell.Text;

namespace Unshell.Migration.Manifests;

/// <summary>What a service's migration means for the files beside its Dockerfile.</summary>
internal static class ManifestMigrator
{
    /// <summary>New texts by path, and what to tell.</summary>
    /// <param name="service">The service.</param>
    /// <param name="plan">The stages of the new Dockerfile.</param>
    /// <param name="ports">Ports that move.</param>
    /// <param name="launch">Launchers that stand for commands.</param>
    /// <param name="artifacts">What travels into the runtime image.</param>
    /// <param name="options">What the user asks for.</param>
    public static (ImmutableSortedDictionary<string, string> Files, ImmutableArray<string> Notes) Migrate(
        ServiceModel service, StagePlan plan, PortMoves ports, LaunchPlan launch, ImmutableArray<Artifact> artifacts, MigrationOptions options)
    {
        var edits = ManifestEditor.EditAll(service, new ManifestChange
        {
            Ports = ports.Moves,
            Probe = command => Answer(command, ports, launch),
            Launch = launch.WordsOf,
            OldUsers = OldUsers(plan),
            Hardens = true,
            HardensCompose = options.HardensCompose,
            WritablePaths = [.. artifacts.Where(artifact => artifact.Owner is not null).Select(artifact => artifact.Path)],
            TargetStage = plan.RuntimeName,
            BuildStage = plan.BuildName ?? "build",
        });
        var files = edits.Apply();
        foreach (var configuration in Configurations(service, ports)) files = files.SetItem(configuration.Path, configuration.Text);
        ImmutableArray<string> notes = [.. edits.Notes.Concat(edits.Unresolved).Select(note => $"{note.Place.Position}: {note.Message}{(note.Advice is null ? "" : $"; {note.Advice}")}")];
        return (files, notes);
    }

    private static ProbeAnswer Answer(ProcessCommand command, PortMoves ports, LaunchPlan launch)
    {
        var shape = ProbePorts.Move(ProbeReader.Read(command), ports.Moves);
        return ProbeWriter.Write(shape) switch
        {
            ProbeCommand.Exec exec => new ProbeAnswer(shape, exec.Arguments, null),
            ProbeCommand.Impossible when launch.WordsOf(command) is { } words => new ProbeAnswer(shape, words, null),
            ProbeCommand.Impossible impossible => new ProbeAnswer(shape, null, impossible.Reason),
            _ => throw new InvalidOperationException("internal error: unknown answer to a probe"),
        };
    }

    private static ImmutableSortedSet<string> OldUsers(StagePlan plan)
    {
        var users = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        if (plan.Target.Final.User is { } user) users.Add(user.Split(':')[0]);
        foreach (var account in plan.Target.Final.Accounts.Values.Where(account => !account.IsGroup))
        {
            users.Add(account.Name);
            if (account.Id is { } id) users.Add(id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return users.ToImmutable();
    }

    /// <summary>Configuration files that the start command names and that say the port (gunicorn.conf.py, uwsgi.ini).</summary>
    private static IEnumerable<(string Path, string Text)> Configurations(ServiceModel service, PortMoves ports) => service.Ports
        .Where(mention => mention.Role == PortRole.Bind && mention.IsEditable && mention.Place.File.Path != service.Dockerfile.Path && ports.Moves.ContainsKey(mention.Number))
        .GroupBy(mention => mention.Place.File)
        .Select(group => (group.Key.Path, TextEdit.Apply(
            group.Key.Content,
            group.Select(mention => new TextEdit(mention.Place.Span, ports.Moves[mention.Number].ToString(System.Globalization.CultureInfo.InvariantCulture))).Distinct())));
}
