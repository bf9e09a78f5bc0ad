using System.Collections.Immutable;
using System.Globalization;
using Unshell.Dockerfiles.Syntax;
using Unshell.Launchers;
using Unshell.Migration.Dockerfiles;
using Unshell.Services;
using Unshell.Services.Launching;
using Unshell.Services.Repositories;
using Unshell.Text;

namespace Unshell.Migration.Launchers;

/// <summary>Puts launchers in the place of the scripts and shell texts with which a service starts.</summary>
internal sealed class LaunchPlanner
{
    private readonly ServiceModel service;
    private readonly StagePlan plan;
    private readonly PortMoves ports;
    private readonly ServiceLaunchers launchers;
    private readonly LauncherFiles files;
    private readonly List<string> notes = [];
    private readonly HashSet<string> replaced = [];
    private readonly Dictionary<(string, int), ImmutableArray<string>> commands = [];
    private DockerfileDraft draft;

    private LaunchPlanner(IRepository repository, ServiceModel service, StagePlan plan, PortMoves ports)
    {
        this.service = service;
        this.plan = plan;
        this.ports = ports;
        launchers = ServiceLaunchers.Of(service, ports.Moves);
        draft = new DockerfileDraft { Service = service, Repository = repository };
        files = new LauncherFiles(service);
    }

    /// <summary>The plan for a service.</summary>
    /// <param name="repository">Its files.</param>
    /// <param name="service">The service as it is.</param>
    /// <param name="plan">Its stages.</param>
    /// <param name="ports">Ports that move.</param>
    public static LaunchPlan Plan(IRepository repository, ServiceModel service, StagePlan plan, PortMoves ports) =>
        new LaunchPlanner(repository, service, plan, ports).Plan();

    /// <summary>Paths of the scripts that compile as they are.</summary>
    public static ImmutableHashSet<string> Compiled(ServiceModel service)
    {
        var launchers = ServiceLaunchers.Of(service);
        return
        [
            .. LaunchSite.Of(service).Select(site => launchers.Of(site.Command)).OfType<CompiledStart>().Where(compiled => compiled.Launcher is not null)
                .SelectMany(compiled => compiled.Called.Append(compiled.Launcher!)).Where(script => script.ImagePath is not null).Select(script => script.Source),
        ];
    }

    private LaunchPlan Plan()
    {
        var sites = LaunchSite.Of(service);
        foreach (var site in sites) Launch(site);
        draft = SupervisedLaunches.Launch(draft, service, launchers, files, notes);
        if (service.Build.Context.IgnoreFile is { } ignore && draft.Files.ContainsKey(ignore)) notes.Add($"{ignore} left launchers out of the build: it lets them in now");
        return new LaunchPlan
        {
            Draft = draft,
            Commands = commands.ToImmutableDictionary(),
            Launchers = files.Changes,
            Replaced = [.. replaced],
            Notes = [.. notes.Distinct(StringComparer.Ordinal)],
        };
    }

    private void Launch(LaunchSite site)
    {
        if (launchers.Of(site.Command) is not { } compiled) return;
        if (compiled.Launcher is null)
        {
            notes.AddRange(compiled.Refusals.Select(refusal => $"{refusal.Place.Position}: {refusal.Reason}; {refusal.Advice}"));
            return;
        }

        if (files.Place(draft, compiled, site.Stem) is not var (placed, words) || compiled.Start.With(words) is not { } all)
        {
            notes.Add($"{site.Command.Places[0].Position}: {compiled.Launcher.Source} compiles, but no COPY brings a launcher into the image beside it; write it with unshell compile");
            return;
        }

        draft = placed;
        replaced.UnionWith(compiled.Called.Append(compiled.Launcher).Select(script => script.ImagePath).OfType<string>());
        notes.AddRange(compiled.Notes.Select(note => $"{note.Place.Position}: {Said(note)}"));
        NotePorts(compiled);
        if (site.Instruction is { } instruction) Rewrite(site, instruction, compiled, words, all);
        else commands[LaunchPlan.KeyOf(site.Command)] = all;
    }

    private static string Said(StartNote note) => note.Kind switch
    {
        LauncherNoteKind.Review => $"look at this: {note.Message}",
        _ => note.Message,
    };

    private void Rewrite(LaunchSite site, InstructionSyntax instruction, CompiledStart compiled, ImmutableArray<string> words, ImmutableArray<string> all)
    {
        var start = compiled.Start;
        var isWhole = site.Form is not CommandForm.Exec exec || !start.Before.IsEmpty || !start.After.IsEmpty;
        var edit = isWhole
            ? new TextEdit(CommandRewriter.ArgumentSpan(instruction, site.Form!), CommandRewriter.Exec(all))
            : new TextEdit(
                TextSpan.FromBounds(((CommandForm.Exec)site.Form!).Arguments[start.First].Span.Start, ((CommandForm.Exec)site.Form!).Arguments[start.End - 1].Span.End),
                CommandRewriter.Exec(words)[1..^1]);
        var what = compiled.Launcher!.ImagePath is null ? "its text" : compiled.Launcher.Source;
        draft = draft.With(edit) with { Placements = draft.Placements.Add(new Placement(instruction, PlacementKind.Rewritten, $"{what} is compiled to Python: {string.Join(' ', words.Take(2))}")) };
        if (instruction.Keyword == "ENTRYPOINT") SettleCommand(site, start);
    }

    /// <summary>What CMD says behind an ENTRYPOINT that is a launcher now: words, or nothing where no shell ever showed it.</summary>
    private void SettleCommand(LaunchSite entrypoint, ShellStart start)
    {
        if (service.Command is not { } command || service.Build.TargetStage!.Final.Command is not { } instruction) return;
        if (entrypoint.Form is CommandForm.Shell) draft = draft.Without(instruction, "a shell-form ENTRYPOINT never saw it; an exec form would");
        else if (start.Script is not null && instruction.Command is CommandForm.Shell form && CommandRewriter.PlainForm(command, plan.Bases.Original) is { } plain && launchers.Of(command) is null)
        {
            draft = draft.With(new TextEdit(CommandRewriter.ArgumentSpan(instruction, form), CommandRewriter.Exec(plain))) with
            {
                Placements = draft.Placements.Add(new Placement(instruction, PlacementKind.Rewritten, "exec form: the launcher in front gets the words themselves")),
            };
        }
    }

    private void NotePorts(CompiledStart compiled)
    {
        foreach (var script in compiled.Called.Append(compiled.Launcher!).Where(script => script.ImagePath is not null))
        {
            foreach (var mention in service.Ports.Where(mention => mention.Place.File.Path == script.Source && ports.Moves.ContainsKey(mention.Number)))
                notes.Add(string.Create(CultureInfo.InvariantCulture, $"{mention.Place.Position}: the launcher has port {ports.Moves[mention.Number]}; the script stays as it was"));
        }
    }
}
