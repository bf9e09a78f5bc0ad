using System.Collections.Immutable;
using Unshell.Rules.Checking;
using Unshell.Services.Needs;

namespace Unshell.Rules.Orchestration;

/// <summary>A lifecycle hook that the image cannot run.</summary>
internal sealed class KubernetesPrestopSleep : GapRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "US6006",
        Name = "kubernetes-prestop-sleep",
        Title = "A Kubernetes hook runs a program that the image lacks",
        Page = """
            ## What it does
            Finds `preStop` and `postStart` hooks of containers that run the image, where they start `sleep`, a shell, or
            another program that the hardened image does not have.

            ## Why
            `preStop: sleep 10` gives the load balancer time to look elsewhere. When it fails there is an event in the log,
            and no delay: requests are lost at every rollout.

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
                      lifecycle:
                        preStop:
                          exec:
                            command: ["sleep", "10"]
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
                      lifecycle:
                        preStop:
                          sleep:
                            seconds: 10
            ```

            ## Error
            ```text
            OCI runtime exec failed: exec failed: unable to start container process: exec: "sleep": executable file not found in $PATH: unknown
            ```

            ## Fix
            Review. A hook that only sleeps becomes `sleep: {seconds: …}`, which Kubernetes knows since 1.30. Manual for
            other hooks.

            ## See also
            [kubernetes-exec-probe](kubernetes-exec-probe.md), [kubernetes-command-shell](kubernetes-command-shell.md)
            """,
    };

    internal override bool Claims(Gap gap) => gap.Source == GapSource.Kubernetes && gap.Use is { } use && gap.IsIn(use.Hooks)
        && gap.Requirement is Requirement.Shell or Requirement.Program;

    internal override IEnumerable<Finding> Describe(ImmutableArray<Gap> gaps, RuleContext context) =>
        gaps.ByInstruction().Select(group => Report(
            group[0],
            $"a hook of {group[0].Use?.Name ?? "the container"} needs {ManifestWords.Lacking(group)}, which {group[0].Image} does not have",
            ErrorText.Exec(ManifestWords.First(group)),
            group[0].Use!.Hooks.Any(hook => hook.PlainWords is [var program, _] && Grouping.BareName(program) == "sleep")
                ? new Fix(Applicability.Review, "write sleep: {seconds: …}, which needs no program")
                : Starting.LaunchFix.For(context, group[0]) ?? new Fix(Applicability.Manual, "do it without a program of the image, or in Python")).With(group));
}
