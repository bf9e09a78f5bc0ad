using Unshell.Services.Commands;
using Unshell.Services.Launching;
using Unshell.Text;

namespace Unshell.Services.Needs;

/// <summary>What launchers rely on: the programs that their header names.</summary>
internal static class LauncherNeeds
{
    public static IEnumerable<Need> Of(ServiceModel service)
    {
        var context = ImageContext.Of(service.Build);
        foreach (var (command, phase) in Commands(service))
        {
            foreach (var file in Files(command, context))
            {
                if (LauncherHeader.Read(file.Content) is not { } header) continue;
                foreach (var program in header.Programs) yield return Make(program, file, phase, service.Build.Target);
            }
        }
    }

    private static IEnumerable<(ProcessCommand Command, NeedPhase Phase)> Commands(ServiceModel service)
    {
        if (service.Process is { } process) yield return (process, NeedPhase.Start);
        if (service.Healthcheck is { } check) yield return (check, NeedPhase.Health);
        foreach (var use in service.Uses)
        {
            if (use.Command is { } command) yield return (command, NeedPhase.Start);
            foreach (var probe in use.Probes) yield return (probe, NeedPhase.Health);
            foreach (var hook in use.Hooks) yield return (hook, NeedPhase.Later);
        }
    }

    /// <summary>Python files that an interpreter is given.</summary>
    private static IEnumerable<SourceText> Files(ProcessCommand command, CommandContext context) =>
        command.Arguments.Zip(command.Arguments.Skip(1))
            .Where(pair => pair.First is { } program && Servers.IsPython(ImagePaths.NameOf(program)) && pair.Second?.EndsWith(".py", StringComparison.Ordinal) == true)
            .Select(pair => context.Find(context.Absolute(pair.Second!))?.Source).OfType<SourceText>();

    private static Need Make(string program, SourceText file, NeedPhase phase, int stage)
    {
        var at = file.Content.IndexOf(program, file.Content.IndexOf("# It runs:", StringComparison.Ordinal), StringComparison.Ordinal);
        return new Need
        {
            Requirement = new Requirement.Program(program),
            Phase = phase,
            Evidence = [new Evidence(file, new TextSpan(Math.Max(at, 0), at < 0 ? 0 : program.Length))],
            Certainty = Certainty.Likely,
            Stage = stage,
        };
    }
}
