using System.Collections.Immutable;
using Unshell.Rules.Checking;
using Unshell.Services.Needs;

namespace Unshell.Rules.Orchestration;

/// <summary>A HEALTHCHECK that goes through a shell.</summary>
internal sealed class HealthCheckShell : GapRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "US6001",
        Name = "health-check-shell",
        Title = "HEALTHCHECK goes through a shell",
        Page = """
            ## What it does
            Finds a `HEALTHCHECK` in shell form, or one that starts a shell by name, where the image has none.

            ## Why
            The check is run inside the container. When it cannot even start, the service works and counts as unhealthy all
            the same; what waits for it with `condition: service_healthy` never starts, and a swarm restarts it for ever.

            ## Example
            ```dockerfile bad
            FROM python:3.11-slim-bookworm
            HEALTHCHECK CMD python -c "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/health')"
            CMD ["gunicorn", "-b", "0.0.0.0:8000", "app:app"]
            ```
            ```dockerfile good
            FROM dhi.io/python:3.11-debian12
            HEALTHCHECK CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/health')"]
            CMD ["gunicorn", "-b", "0.0.0.0:8000", "app:app"]
            ```

            ## Error
            ```text
            OCI runtime exec failed: exec failed: unable to start container process: exec: "/bin/sh": stat /bin/sh: no such file or directory: unknown
            ```

            ## Fix
            Safe where the check asks one URL or starts one program: it becomes exec form, in Python where it used curl or
            wget. Manual where it does more.

            ## See also
            [health-check-program](health-check-program.md), [compose-health-check](compose-health-check.md)
            """,
    };

    internal override bool Claims(Gap gap) => gap is
    {
        Source: GapSource.Dockerfile or GapSource.StartScript,
        Phase: NeedPhase.Health,
        Requirement: Requirement.Shell,
    };

    internal override IEnumerable<Finding> Describe(ImmutableArray<Gap> gaps, RuleContext context) =>
        gaps.ByInstruction().Select(group =>
        {
            var shell = ((Requirement.Shell)group[0].Requirement).Name;
            return Report(
                group[0],
                $"HEALTHCHECK needs {shell}, which {group[0].Image} does not have",
                ErrorText.Exec(shell),
                ProbeFix.For(context, group[0], context.Service.Healthcheck)).With(group);
        });
}
