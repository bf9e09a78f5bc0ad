using System.Collections.Immutable;
using Unshell.Rules.Checking;
using Unshell.Services.Needs;

namespace Unshell.Rules.Orchestration;

/// <summary>An exec probe that the image cannot run.</summary>
internal sealed class KubernetesExecProbe : GapRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "US6005",
        Name = "kubernetes-exec-probe",
        Title = "A Kubernetes probe runs a program that the image lacks",
        Page = """
            ## What it does
            Finds `exec` probes of containers that run the image, where they start a shell, curl, or another program that
            the hardened image does not have.

            ## Why
            A readiness probe that cannot start keeps the pod out of its service; a liveness probe that cannot start has
            it killed, again and again.

            ## Example
            ```yaml bad file=k8s/deployment.yaml
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: app
            spec:
              selector:
                matchLabels:
                  app: app
              template:
                metadata:
                  labels:
                    app: app
                spec:
                  containers:
                    - name: app
                      image: app:latest
                      readinessProbe:
                        exec:
                          command: ["sh", "-c", "curl -f http://127.0.0.1:8000/health"]
            ```
            ```dockerfile good
            FROM dhi.io/python:3.11-debian12
            USER 65532:65532
            CMD ["python", "app.py"]
            ```
            ```yaml file=k8s/deployment.yaml
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: app
            spec:
              selector:
                matchLabels:
                  app: app
              template:
                metadata:
                  labels:
                    app: app
                spec:
                  containers:
                    - name: app
                      image: app:latest
                      readinessProbe:
                        httpGet:
                          path: /health
                          port: 8000
            ```

            ## Error
            ```text
            OCI runtime exec failed: exec failed: unable to start container process: exec: "sh": executable file not found in $PATH: unknown
            ```

            ## Fix
            Safe where the probe asks one URL or opens one port: `httpGet` or `tcpSocket`, which need no program. Manual
            otherwise.

            ## See also
            [health-check-program](health-check-program.md), [kubernetes-prestop-sleep](kubernetes-prestop-sleep.md)
            """,
    };

    internal override bool Claims(Gap gap) => gap.Source == GapSource.Kubernetes
        && (gap.Phase == NeedPhase.Health || (gap.Use is { } use && gap.IsIn(use.Probes)))
        && gap.Requirement is Requirement.Shell or Requirement.Program;

    internal override IEnumerable<Finding> Describe(ImmutableArray<Gap> gaps, RuleContext context) =>
        gaps.ByInstruction().Select(group => Report(
            group[0],
            $"a probe of {group[0].Use?.Name ?? "the container"} needs {ManifestWords.Lacking(group)}, which {group[0].Image} does not have",
            ErrorText.Exec(ManifestWords.First(group)),
            AsksUrl(group)
                ? new Fix(Applicability.Safe, "ask with httpGet, which needs no program")
                : Starting.LaunchFix.For(context, group[0]) ?? new Fix(Applicability.Manual, "probe with httpGet, tcpSocket or grpc, or in Python")).With(group));

    private static bool AsksUrl(ImmutableArray<Gap> group) =>
        group.Any(gap => gap.Program() is { } program && Grouping.BareName(program) is "curl" or "wget")
        || group[0].Place.Text.Contains("curl ", StringComparison.Ordinal);
}
