using Unshell.Rules.Checking;
using Unshell.Rules.Starting;
using Unshell.Services.Commands;
using Unshell.Services.Commands.Probes;

namespace Unshell.Rules.Orchestration;

/// <summary>What is done about a check that the image cannot run.</summary>
internal static class ProbeFix
{
    /// <summary>Safe where it is known what the check asks, else a person's task.</summary>
    public static Fix For(RuleContext context, Gap gap, ProcessCommand? check) => check is null
        ? new Fix(Applicability.Manual, "write the check in Python, in exec form")
        : ProbeReader.Read(check) switch
        {
            ProbeShape.Unsupported or ProbeShape.All or ProbeShape.Any when LaunchFix.For(context, gap) is { } launched => launched,
            ProbeShape.Unsupported unsupported => new Fix(Applicability.Manual, $"write the check in Python, in exec form: {unsupported.Reason}"),
            ProbeShape.All or ProbeShape.Any => new Fix(Applicability.Manual, "write the check in Python, in exec form: it joins several"),
            _ => new Fix(Applicability.Safe, "write the check in exec form, in Python where it used curl or wget"),
        };
}
