using System.Collections.Immutable;
using Unshell.Rules.Checking;
using Unshell.Rules.Starting;
using Unshell.Services.Needs;

namespace Unshell.Rules.Orchestration;

/// <summary>A HEALTHCHECK that runs a program the image lacks.</summary>
internal sealed class HealthCheckProgram : GapRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "US6002",
        Name = "health-check-program",
        Title = "HEALTHCHECK runs a program that the image lacks",
        Page = """
            ## What it does
            Finds `curl`, `wget`, `nc`, `pgrep` and other programs in a `HEALTHCHECK` that the hardened image does not have.

            ## Why
            Most checks ask one URL with curl. The exec form alone does not help: curl is a package of its own, which the
            hardened image lacks and should not get for this. Python can ask the same URL.

            ## Example
            ```dockerfile bad
            FROM python:3.11-slim-bookworm
            RUN apt-get update && apt-get install -y curl
            HEALTHCHECK CMD ["curl", "-f", "http://127.0.0.1:8000/health"]
            CMD ["gunicorn", "-b", "0.0.0.0:8000", "app:app"]
            ```
            ```dockerfile good
            FROM dhi.io/python:3.11-debian12
            HEALTHCHECK CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/health', timeout=5)"]
            CMD ["gunicorn", "-b", "0.0.0.0:8000", "app:app"]
            ```

            ## Error
            ```text
            OCI runtime exec failed: exec failed: unable to start container process: exec: "curl": executable file not found in $PATH: unknown
            ```

            ## Fix
            Safe where the check asks one URL: the same request in Python. Manual for other programs.

            ## See also
            [health-check-shell](health-check-shell.md), [kubernetes-exec-probe](kubernetes-exec-probe.md)
            """,
    };

    internal override bool Claims(Gap gap) => gap is
    {
        Source: GapSource.Dockerfile or GapSource.StartScript,
        Phase: NeedPhase.Health,
        Requirement: Requirement.Program,
    };

    internal override IEnumerable<Finding> Describe(ImmutableArray<Gap> gaps, RuleContext context) =>
        gaps.ByInstruction().Select(group =>
        {
            var programs = Grouping.List(group.Select(gap => gap.Program()!));
            var asksUrl = group.All(gap => Grouping.BareName(gap.Program()!) is "curl" or "wget");
            return Report(
                group[0],
                $"HEALTHCHECK runs {programs}, which {group[0].Image} does not have",
                ErrorText.Exec(group[0].Program()!),
                asksUrl ? ProbeFix.For(context, group[0], context.Service.Healthcheck) : LaunchFix.For(context, group[0]) ?? new Fix(Applicability.Manual, $"check without {programs}, in Python")).With(group);
        });
}
