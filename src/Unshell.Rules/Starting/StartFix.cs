using Unshell.Rules.Checking;
using Unshell.Services.Commands;

namespace Unshell.Rules.Starting;

/// <summary>What is done about a command that goes through a shell.</summary>
internal static class StartFix
{
    /// <summary>Safe where the words are known without a shell; else what the compiler makes of it, or a person's task with the reason.</summary>
    /// <param name="context">The service.</param>
    /// <param name="gap">The need that is open.</param>
    /// <param name="command">The command, or null where it is not known.</param>
    /// <param name="plainly">What is done where it can be.</param>
    public static Fix For(RuleContext context, Gap gap, ProcessCommand? command, string plainly) => LaunchFix.For(context, gap) ?? command switch
    {
        { Script: { IsShell: true, ImagePath: var script } } => new Fix(Applicability.Manual, $"write {script} in Python"),
        { PlainWords: not null } => new Fix(Applicability.Safe, plainly),
        { Shell.Obstacles: { IsEmpty: false } obstacles } =>
            new Fix(Applicability.Manual, $"write a launcher in Python: {Grouping.List(obstacles)}"),
        _ => new Fix(Applicability.Manual, "write a launcher in Python that does the same"),
    };
}
