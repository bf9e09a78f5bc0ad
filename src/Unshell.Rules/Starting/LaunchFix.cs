using System.Collections.Immutable;
using Unshell.Rules.Checking;
using Unshell.Services;
using Unshell.Services.Commands;
using Unshell.Services.Launching;

namespace Unshell.Rules.Starting;

/// <summary>What is done about a script or a shell's text: it is compiled to Python, or a person is told what stands in the way.</summary>
internal static class LaunchFix
{
    // A script with more stops than this is written anew, whatever they are.
    private const int MostReasons = 3;

    /// <summary>The fix for the command that says a need; null where it takes no shell, so that something else is done.</summary>
    public static Fix? For(RuleContext context, Gap gap) => Of(context, gap) switch
    {
        null => null,
        { Launcher: { } launcher } compiled => new Fix(compiled.IsPlain ? Applicability.Safe : Applicability.Review, Compile(context.Service, launcher)),
        { Refusals: var refusals } => new Fix(Applicability.Manual, $"write it in Python: {Reasons(refusals)}"),
    };

    /// <summary>What the command that says a need compiles to, or null where it takes no shell.</summary>
    public static CompiledStart? Of(RuleContext context, Gap gap) =>
        Commands(context.Service).Where(command => Says(command, gap)).Select(context.Launchers.Of).FirstOrDefault(compiled => compiled is not null);

    private static bool Says(ProcessCommand command, Gap gap) => gap.IsIn([command]) || (command.Script?.File is { } file && file.Path == gap.Place.File.Path);

    private static string Compile(ServiceModel service, CompiledScript launcher) => launcher.ImagePath is null
        ? "compile it to Python"
        : $"compile {launcher.Source} to {LauncherNames.Beside(service.Build, launcher.Source)}";

    private static string Reasons(ImmutableArray<StartRefusal> refusals)
    {
        var shown = refusals.Take(MostReasons).Select(refusal => $"line {refusal.Place.File.PositionOf(refusal.Place.Span.Start).Line}: {refusal.Reason}");
        return string.Join("; ", shown) + (refusals.Length > MostReasons ? $"; and {refusals.Length - MostReasons} more" : "");
    }

    private static IEnumerable<ProcessCommand> Commands(ServiceModel service) => new[] { service.Entrypoint, service.Command, service.Healthcheck, service.Process }
        .Concat(service.Uses.SelectMany(use => use.Probes.Concat(use.Hooks).Prepend(use.Command))).OfType<ProcessCommand>();
}
