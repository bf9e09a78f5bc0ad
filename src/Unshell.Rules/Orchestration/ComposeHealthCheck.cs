using System.Collections.Immutable;
using Unshell.Rules.Checking;
using Unshell.Services.Needs;

namespace Unshell.Rules.Orchestration;

/// <summary>A compose health check that the image cannot run.</summary>
internal sealed class ComposeHealthCheck : GapRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "US6003",
        Name = "compose-health-check",
        Title = "A compose health check needs a shell or a program that the image lacks",
        Page = """
            ## What it does
            Finds `healthcheck.test` of a compose service that runs the image, where it needs a shell (`CMD-SHELL`, or a
            plain string) or a program that the hardened image does not have.

            ## Why
            Compose runs the check inside the container. It cannot start, so the service stays unhealthy, and services that
            wait for it never start.

            ## Example
            ```yaml bad file=compose.yaml
            services:
              web:
                build: .
                healthcheck:
                  test: ["CMD-SHELL", "curl -f http://127.0.0.1:8000/health || exit 1"]
            ```
            ```dockerfile good
            FROM dhi.io/python:3.11-debian12
            USER 65532:65532
            CMD ["python", "app.py"]
            ```
            ```yaml file=compose.yaml
            services:
              web:
                build: .
                healthcheck:
                  test: ["CMD", "python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/health')"]
            ```

            ## Error
            ```text
            OCI runtime exec failed: exec failed: unable to start container process: exec: "/bin/sh": stat /bin/sh: no such file or directory: unknown
            ```

            ## Fix
            Safe where the check asks one URL: the same request in Python, as `["CMD", "python", "-c", …]`. Manual otherwise.

            ## See also
            [health-check-shell](health-check-shell.md), [compose-command-shell](compose-command-shell.md)
            """,
    };

    internal override bool Claims(Gap gap) => gap.Source == GapSource.Compose
        && (gap.Phase == NeedPhase.Health || (gap.Use is { } use && gap.IsIn(use.Probes)))
        && gap.Requirement is Requirement.Shell or Requirement.Program;

    internal override IEnumerable<Finding> Describe(ImmutableArray<Gap> gaps, RuleContext context) =>
        gaps.GroupBy(gap => (gap.Place.File.Path, gap.Use?.Name)).Select(group =>
        {
            var all = group.ToImmutableArray();
            return Report(
                all[0],
                $"the health check of {all[0].Use?.Name ?? "the service"} needs {ManifestWords.Lacking(all)}, which {all[0].Image} does not have",
                ErrorText.Exec(ManifestWords.First(all)),
                ProbeFix.For(context, all[0], all[0].Use?.Probes.FirstOrDefault())).With(all);
        });
}
